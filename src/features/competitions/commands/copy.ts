import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, StateError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { COMPETITION_WORKFLOW, EditionExistsError, isOver } from '../rules.ts';
import { checkPlaces } from './checkPlaces.ts';
import { copyParts } from './copyParts.ts';
import { type Managed, manage } from './manage.ts';
import { checked, type Plan, planOf } from './plan.ts';
import { writeHosts } from './writeHosts.ts';

export interface Copy {
  readonly id: string;
  readonly version: number;
  /** The year after, unless given. */
  readonly year?: number | null | undefined;
  /** The same with the new year in it, unless given. */
  readonly title?: string | null | undefined;
}

/**
 * Drafts the next edition of a competition: its words, place, route, tracks, stages in the new year, metrics and whoever
 * holds and steers it, as far as they still exist. It is part of no other competition, and has no notice yet.
 */
export function copyCompetition(call: Call, input: Copy): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, input.id);
    const { row, as } = managed;
    checkVersion(row, input.version);
    if (row.status === 'DRAFT') {
      throw new StateError(row.status, 'COPY', actionsFrom(COMPETITION_WORKFLOW, row.status));
    }
    const next = await tx.db.prisma.competition.findFirst({
      where: { previousId: row.id, status: { not: 'CANCELLED' } },
    });
    if (next) throw new EditionExistsError(next.year);
    const plan = checked(await nextPlan(tx, managed, input));
    await checkPlaces(tx, plan, undefined, as);

    const { hostIds, route, ...data } = plan;
    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const after = await tx.db.prisma.competition.create({
      data: { ...data, route: [...route], previousId: row.id, isDemo: row.isDemo, ...made },
    });
    const action = 'competitionCopy';
    await writeHosts(tx, { competitionId: after.id, hostIds, action, as });
    await copyParts(tx, { from: row, to: after, action, as });
    const place = { regionId: after.regionId, organizationId: hostIds[0] };
    const what = { type: 'Competition', as } as const;
    await recordStep(tx, { ...what, action: 'COPY', id: after.id, to: 'DRAFT', place });
    recordChange(tx, { ...what, action, after });
    return after;
  });
}

async function nextPlan({ db, now }: Call, managed: Managed, { year, title }: Copy): Promise<Plan> {
  const plan = planOf(managed);
  const next = year ?? plan.year + 1;
  const hosts = await db.prisma.organization.findMany({
    where: { id: { in: [...plan.hostIds] }, status: 'ACTIVE' },
  });
  const committee = plan.committeeId
    ? await db.prisma.committee.findUnique({ where: { id: plan.committeeId } })
    : null;
  return {
    ...plan,
    title: title ?? plan.title.replaceAll(String(plan.year), String(next)),
    year: next,
    edition: plan.edition && plan.edition + 1,
    noticeDocNo: null,
    parentId: null,
    hostIds: plan.hostIds.filter((id) => hosts.some((host) => host.id === id)),
    committeeId: committee && !isOver(committee.validTo, now()) ? committee.id : null,
  };
}
