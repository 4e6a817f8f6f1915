import type { Call } from '../../../platform/call.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import type { Plan } from './plan.ts';

/**
 * Whether a competition of this plan is a demonstration: what it refers to says so, or `otherwise` where that is nothing.
 * @throws {InvalidError} where it would mix what is real with what is not
 */
export async function isDemonstration({ db }: Call, plan: Plan, otherwise: boolean): Promise<boolean> {
  const { prisma } = db;
  const { hostIds, committeeId, parentId } = plan;
  const select = { isDemo: true } as const;
  const named: [path: string, rows: { isDemo: boolean }[]][] = [
    ['hosts', await prisma.organization.findMany({ where: { id: { in: [...hostIds] } }, select })],
    ['committee', committeeId ? await prisma.committee.findMany({ where: { id: committeeId }, select }) : []],
    ['parent', parentId ? await prisma.competition.findMany({ where: { id: parentId }, select }) : []],
  ];
  const isDemo = named.flatMap(([, rows]) => rows)[0]?.isDemo ?? otherwise;
  for (const [path, rows] of named) {
    if (rows.some((row) => row.isDemo !== isDemo)) throw mixed(path);
  }
  return isDemo;
}

/** What is real and what is a demonstration do not refer to each other. */
export function mixed(path: string): InvalidError {
  return new InvalidError(
    'Demonstration records and real ones do not go together.',
    '演示数据与真实数据不能相互关联。',
    [path],
  );
}
