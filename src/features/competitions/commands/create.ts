import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, NotFoundError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { managerOf, managersOf } from '../policy.ts';
import { usualRoute } from '../rules.ts';
import { checkPlaces } from './checkPlaces.ts';
import { isDemonstration } from './demonstration.ts';
import { checked, type Plan } from './plan.ts';
import { writeHosts } from './writeHosts.ts';

export type NewPlan = Omit<Plan, 'route'> & { readonly route?: Plan['route'] | null | undefined };

/** Drafts a competition. */
export function createCompetition(call: Call, wished: NewPlan): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const { prisma } = tx.db;
    const { regionId, level } = wished;
    if (!(await prisma.region.findUnique({ where: { id: regionId } })))
      throw new NotFoundError('Region', ['region']);
    const as = managerOf(tx.actor, wished);
    if (!as) throw new ForbiddenError(managersOf(level), ['region']);
    const plan = checked({ ...wished, route: wished.route ?? usualRoute(level) });
    await checkPlaces(tx, plan, undefined, as);
    const isDemo = await isDemonstration(tx, plan, false);

    const { hostIds, route, ...data } = plan;
    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const after = await prisma.competition.create({ data: { ...data, route: [...route], isDemo, ...made } });
    const action = 'competitionCreate';
    await writeHosts(tx, { competitionId: after.id, hostIds, action, as });
    const place = { regionId, organizationId: hostIds[0] };
    const what = { type: 'Competition', as } as const;
    await recordStep(tx, { ...what, action: 'CREATE', id: after.id, to: 'DRAFT', place });
    recordChange(tx, { ...what, action, after });
    return after;
  });
}
