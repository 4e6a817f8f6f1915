import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import {
  checkVersion,
  ForbiddenError,
  NotFoundError,
  VersionConflictError,
} from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { keyGiverOf, keyVisibleTo } from '../policy.ts';
import { AlreadyEndedError, KEY_GIVERS } from '../rules.ts';

export interface Revocation {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** Revokes a key: from the next request on it opens nothing. */
export function revokeKey(call: Call, { id, version, reason }: Revocation): Promise<Row<'ApiKey'>> {
  return inTransaction(call, async (tx) => {
    const { apiKey } = tx.db.prisma;
    const before = await apiKey.findFirst({ where: { AND: [{ id }, keyVisibleTo(tx.actor)] } });
    if (!before) throw new NotFoundError('ApiKey');
    const as = keyGiverOf(tx.actor, before.regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEY_GIVERS], ['id']);
    checkVersion(before, version);
    if (before.revokedAt) throw new AlreadyEndedError(before.revokedAt);
    if (reason.trim() === '') throw new BadInputError('input.reason: expected a reason.');

    const [after] = await apiKey.updateManyAndReturn({
      where: { id, version },
      data: {
        revokedAt: tx.now(),
        revocationReason: reason.trim(),
        version: { increment: 1 },
        updatedAt: tx.now(),
      },
    });
    if (!after) throw new VersionConflictError((await apiKey.findUniqueOrThrow({ where: { id } })).version);
    const what = { type: 'ApiKey', as } as const;
    const step = { action: 'revoke', id, from: 'VALID', to: 'REVOKED', opinion: after.revocationReason };
    await recordStep(tx, { ...what, ...step });
    recordChange(tx, { ...what, action: 'apiKeyRevoke', before, after });
    return after;
  });
}
