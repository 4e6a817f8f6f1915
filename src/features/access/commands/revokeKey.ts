import type { Call } from '../../../platform/call.ts';
import { recordStep } from '../../../platform/changes.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { keyGiverOf } from '../policy.ts';
import { KEY_GIVERS } from '../rules.ts';

export interface Revocation {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** Revokes a key: from the next request on it opens nothing. */
export function revokeKey(call: Call, { id, version, reason }: Revocation): Promise<Row<'ApiKey'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'ApiKey', id);
    const as = keyGiverOf(tx.actor, before.regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEY_GIVERS], ['id']);
    checkVersion(before, version);
    if (before.revokedAt) throw new AlreadyEndedError(before.revokedAt);
    const opinion = reason.trim();
    if (opinion === '') throw new BadInputError('input.reason: expected a reason.');

    const type = 'ApiKey' as const;
    await recordStep(tx, {
      type,
      as,
      action: 'REVOKE',
      id,
      from: 'VALID',
      to: 'REVOKED',
      place: before,
      opinion,
    });
    const data = { revokedAt: tx.now(), revocationReason: opinion };
    return edit(tx, { type, before, action: 'apiKeyRevoke', as, data });
  });
}
