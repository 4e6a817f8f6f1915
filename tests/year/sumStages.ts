import { expect } from 'vitest';
import { todos } from './asking.ts';
import { reads } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import type { Competition } from './prepare.ts';
import { is, SAID, step } from './summing.ts';

const WATER = '示例水务公司';
const IN_TIME = [
  ['bridge', 'east', '1200'],
  ['power', 'west', '800'],
  ['rail', 'east', '640.5'],
] as const;

/** Three of the four sum up the first stage, and their counties accept it; the fourth one hands nothing in. */
export async function sumSpring(cast: Cast, competition: Competition, competing: Competing): Promise<void> {
  const { at, tick } = cast;
  at('2026-04-30T09:00');
  await sumUp(cast, competition, competing, 'spring', '2026-05-06');
  at('2026-05-07T09:00');
  expect(await tick()).toEqual([1, 0, 4, 0, 1]);
  const waits = (name: string) => `StageSummary ${name} 第二阶段 SAVE, for 0 days, by 2026-07-10`;
  expect(await todos(cast)).toEqual({
    bridge: [waits('示例路桥公司')],
    power: [waits('示例电力公司')],
    rail: [waits('示例铁路公司')],
    water: [`StageSummary ${WATER} 第一阶段 SAVE, for 0 days, overdue since 2026-05-06`, waits(WATER)],
  });
}

export async function sumSummer(cast: Cast, competition: Competition, competing: Competing): Promise<void> {
  const { at, tick } = cast;
  at('2026-06-30T09:00');
  await sumUp(cast, competition, competing, 'summer', '2026-07-10');
  at('2026-07-13T09:00');
  expect(await tick()).toEqual([0, 0, 0, 0, 1]);
  expect(await todos(cast)).toEqual({
    water: [
      `StageSummary ${WATER} 第一阶段 SAVE, for 67 days, overdue since 2026-05-06`,
      `StageSummary ${WATER} 第二阶段 SAVE, for 0 days, overdue since 2026-07-10`,
    ],
  });
}

async function sumUp(
  { people }: Cast,
  { output, ...stages }: Competition,
  competing: Competing,
  stage: 'spring' | 'summer',
  dueOn: string,
): Promise<void> {
  for (const [unit, county, value] of IN_TIME) {
    const { stageSummaries } = await reads<{ stageSummaries: { nodes: { id: string }[] } }>(
      people.office,
      'query ($filter: StageSummaryFilter!) { stageSummaries(filter: $filter) { nodes { id } } }',
      { filter: { entry: [competing[unit]], stage: [stages[stage]] } },
    );
    const [{ id }] = stageSummaries.nodes as [{ id: string }];
    const said = { ...SAID, figures: [{ metric: output, value }] };
    expect([
      await step(people[unit], 'Save', id, said),
      await step(people[unit], 'Submit', id),
      await step(people[county], 'Accept', id),
    ]).toEqual([is('DRAFT', dueOn), is('SUBMITTED', dueOn), is('ACCEPTED', dueOn)]);
  }
}
