import type { Call } from '../../../platform/call.ts';
import { recordStep } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { checkStep, edit } from '../../../platform/writes.ts';
import { managerOf, managersOf } from '../policy.ts';
import { COMPETITION_WORKFLOW, isBelow, isUnsettled } from '../rules.ts';
import { checkPlaces } from './checkPlaces.ts';
import { isDemonstration, mixed } from './demonstration.ts';
import { type Managed, manage } from './manage.ts';
import { applied, checked, type Plan, planOf, type Wish } from './plan.ts';
import { writeHosts } from './writeHosts.ts';

export interface Update extends Wish {
  readonly id: string;
  readonly version: number;
}

/** What others rely on once applications are open, with its name in inputs. */
const SETTLED = {
  kind: 'kind',
  level: 'level',
  edition: 'edition',
  year: 'year',
  regionId: 'region',
  parentId: 'parent',
  route: 'route',
  hostIds: 'hosts',
} as const satisfies Partial<Record<keyof Plan, string>>;

/** Changes what a competition says: all of it until applications open, then its words and its committee. */
export function updateCompetition(call: Call, { id, version, ...wish }: Update): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, id);
    const { row, as, place } = managed;
    checkStep(COMPETITION_WORKFLOW, 'UPDATE', row, { version });
    const before = planOf(managed);
    const plan = checked(applied(before, wish));
    if (!isUnsettled(row)) checkSettled(before, plan);
    if (!managerOf(tx.actor, plan)) throw new ForbiddenError(managersOf(plan.level), ['region']);
    await checkPlaces(tx, plan, before, as);
    await checkChildren(tx, id, plan);
    const data = { ...columnsOf(plan), isDemo: await demonstrationOf(tx, managed, plan) };

    const { hostIds } = plan;
    const action = 'competitionUpdate';
    if (!isEqual(before.hostIds, hostIds)) await writeHosts(tx, { competitionId: id, hostIds, action, as });
    await recordStep(tx, {
      type: 'Competition',
      action: 'UPDATE',
      id,
      from: row.status,
      to: row.status,
      place,
      as,
    });
    return edit(tx, { type: 'Competition', before: row, action, as, data });
  });
}

function columnsOf({ hostIds: _, ...columns }: Plan): object {
  return columns;
}

/** @throws {InvalidError} where something changes that others rely on */
function checkSettled(before: Plan, plan: Plan): void {
  for (const [name, path] of Object.entries(SETTLED)) {
    if (isEqual(before[name as keyof Plan], plan[name as keyof Plan])) continue;
    throw new InvalidError('This has been settled since applications opened.', '申报开放后此项不能修改。', [
      path,
    ]);
  }
}

/** That its parts still fit under it. */
async function checkChildren({ db }: Call, id: string, plan: Plan): Promise<void> {
  const children = await db.prisma.competition.findMany({ where: { parentId: id } });
  const tooHigh = children.find(({ level }) => !isBelow(level, plan.level));
  if (tooHigh) {
    throw new InvalidError(
      `A competition of the level ${tooHigh.level} is part of it, which must stay below.`,
      `其下已有 ${tooHigh.level} 级竞赛,级别须高于它。`,
      ['level'],
    );
  }
}

/** A draft without an earlier edition becomes what it refers to; all others stay what they are. */
async function demonstrationOf(tx: Call, { row }: Managed, plan: Plan): Promise<boolean> {
  const isDemo = await isDemonstration(tx, plan, row.isDemo);
  const canTurn = row.status === 'DRAFT' && row.previousId === null;
  if (isDemo !== row.isDemo && !canTurn) throw mixed('hosts');
  return isDemo;
}

function isEqual(one: unknown, other: unknown): boolean {
  return String(one) === String(other);
}
