import type { VetoReason } from '../../../generated/prisma/client.ts';
import { ownId } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { roleOver } from '../../../platform/reach.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { RAISERS } from '../policy.ts';
import { dayOf, usualBlock } from '../rules.ts';
import { placeOfDecision } from './mayVeto.ts';

export interface NewVeto {
  /** One of these three. */
  readonly entryId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly personId?: string | null | undefined;
  readonly reason: VetoReason;
  readonly occurredOn: Date;
  readonly description: string;
  readonly evidence?: string | null | undefined;
  /** As the reason says, unless given. */
  readonly blocksUntil?: Date | null | undefined;
}

/** Raises a veto, to be looked into: it disqualifies nobody before it is confirmed. */
export function raiseVeto(call: Call, veto: NewVeto): Promise<Row<'Veto'>> {
  return inTransaction(call, async (tx) => {
    const { isDemo, ...subject } = await subjectOf(tx, veto);
    const decided = await placeOfDecision(tx, subject);
    const as =
      roleOver(tx.actor, RAISERS, { regionId: subject.regionId }) ?? roleOver(tx.actor, RAISERS, decided);
    if (!as || tx.actor.subject?.kind !== 'USER') throw new ForbiddenError(['ADMIN', ...RAISERS]);
    const description = veto.description.trim();
    if (description === '') throw new InvalidError('Say what happened.', '请填写情况说明。', ['description']);
    const today = dayOf(tx.now());
    if (veto.occurredOn > today) {
      throw new InvalidError('It has not happened yet.', '发生日期不得晚于今天。', ['occurredOn']);
    }
    const blocksUntil = veto.blocksUntil ?? usualBlock(veto.reason, veto.occurredOn, today);
    if (blocksUntil < veto.occurredOn) {
      throw new InvalidError('It blocks until a day after it happened.', '否决期限不得早于发生日期。', [
        'blocksUntil',
      ]);
    }

    const after = await tx.db.prisma.veto.create({
      data: {
        ...subject,
        isDemo,
        reason: veto.reason,
        occurredOn: veto.occurredOn,
        description,
        evidence: veto.evidence?.trim() || null,
        blocksUntil,
        raisedById: as.organizationId,
        raiserId: ownId(tx.actor),
        createdAt: tx.now(),
        updatedAt: tx.now(),
      },
    });
    const what = { type: 'Veto', as } as const;
    await recordStep(tx, {
      ...what,
      action: 'RAISE',
      id: after.id,
      to: 'ALLEGED',
      place: { regionId: after.regionId },
    });
    recordChange(tx, { ...what, action: 'vetoRaise', after });
    return after;
  });
}

/** What is disqualified, the region that it counts for and the unit that it concerns. */
async function subjectOf(tx: Call, { entryId = null, organizationId = null, personId = null }: NewVeto) {
  const none = { entryId: null, organizationId: null, personId: null };
  if ([entryId, organizationId, personId].filter((id) => id !== null).length !== 1) {
    const message = 'Name an entry, an organization or a person.';
    throw new InvalidError(message, '请指定一个立项、一个单位或一名人员。', ['entry']);
  }
  if (entryId) {
    const { regionId, applicantId, isDemo } = await seen(tx, 'Entry', entryId, ['entry']);
    return { ...none, entryId, regionId, unitId: applicantId, isDemo };
  }
  if (organizationId) {
    const { regionId, isDemo } = await seen(tx, 'Organization', organizationId, ['organization']);
    return { ...none, organizationId, regionId, unitId: organizationId, isDemo };
  }
  const { employerId, isDemo } = await seen(tx, 'Person', personId!, ['person']);
  const employer =
    employerId && (await tx.db.prisma.organization.findUniqueOrThrow({ where: { id: employerId } }));
  if (!employer) {
    throw new InvalidError('The person has no employer here.', '该人员没有工作单位记录。', ['person']);
  }
  return { ...none, personId, regionId: employer.regionId, unitId: employer.id, isDemo };
}
