import { heldBy, ownId } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { AlreadyDeclaredError } from '../rules.ts';

export interface Declaration {
  /** One of both. */
  readonly entryId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly reason: string;
}

/** Keeps whoever asks out of scoring an entry, or all that an organization or what lies under it takes part in. */
export function declareRecusal(call: Call, declaration: Declaration): Promise<Row<'Recusal'>> {
  const { entryId = null, organizationId = null } = declaration;
  return inTransaction(call, async (tx) => {
    const entry = entryId && (await seen(tx, 'Entry', entryId, ['entry']));
    const organization = organizationId && (await seen(tx, 'Organization', organizationId, ['organization']));
    const subject = entry || organization;
    if (!subject || (entry && organization)) {
      throw new InvalidError('Name an entry or an organization.', '请指定一个立项或一个单位。', ['entry']);
    }
    const as = heldBy(tx.actor, 'ASSESSOR', 'ADMIN')[0];
    const userId = ownId(tx.actor);
    if (!as || tx.actor.subject?.kind !== 'USER') throw new ForbiddenError(['ADMIN', 'ASSESSOR']);
    const reason = declaration.reason.trim();
    if (reason === '') throw new InvalidError('Say why.', '请填写回避原因。', ['reason']);
    const there = await tx.db.prisma.recusal.findFirst({ where: { userId, entryId, organizationId } });
    if (there) throw new AlreadyDeclaredError([entryId ? 'entry' : 'organization']);

    const after = await tx.db.prisma.recusal
      .create({
        data: {
          userId,
          entryId,
          organizationId,
          reason,
          isDemo: subject.isDemo,
          createdAt: tx.now(),
          updatedAt: tx.now(),
        },
      })
      .catch((error: unknown) => {
        const isThere =
          violates(error, 'recusal_user_id_entry_id_key') ||
          violates(error, 'recusal_user_id_organization_id_key');
        throw isThere ? new AlreadyDeclaredError([entryId ? 'entry' : 'organization']) : error;
      });
    const what = { type: 'Recusal', as } as const;
    const place = { regionId: subject.regionId };
    await recordStep(tx, {
      ...what,
      action: 'DECLARE',
      id: after.id,
      to: 'DECLARED',
      place,
      opinion: reason,
    });
    recordChange(tx, { ...what, action: 'recusalDeclare', after });
    return after;
  });
}
