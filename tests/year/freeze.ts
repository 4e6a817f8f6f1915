import { expect } from 'vitest';
import { refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import { live } from './playing.ts';
import type { Competition } from './prepare.ts';
import { table } from './ranking.ts';
import { YEAR } from './rankSummer.ts';
import type { Criteria } from './scheme.ts';
import { items, sheetsOf } from './scoring.ts';

/** Nothing is scored any more, and units see nobody but themselves, on no path. */
export async function freeze(
  cast: Cast,
  competition: Competition,
  competing: Competing,
  criteria: Criteria,
  year: string,
): Promise<void> {
  const { people, at } = cast;
  at('2026-07-28T09:00');
  expect(await competition.step('competitionFreeze')).toEqual([
    'FROZEN',
    ['UPDATE', 'OPEN_NOTICE', 'SUSPEND', 'CANCEL'],
  ]);
  const { first } = people;
  const what = { entry: competing.water, stage: competition.spring, kind: 'ASSESSOR' };
  const more = { ...what, items: items(criteria, '9 18 18 19 13 4 4 4') };
  const facts = '... on ScoringClosedError { status possibleWhile }';
  expect(await refusal(first, 'scoreSheetSave', more, facts)).toEqual({
    ...{ code: 'SCORING_CLOSED', path: ['entry'], status: 'FROZEN', possibleWhile: ['RUNNING', 'SCORING'] },
  });
  await ranksAreClosed(cast, year);
  await scoresAreClosed(cast, competing);
  await averagesAreClosed(cast, competition);
}

async function ranksAreClosed({ app, people }: Cast, year: string): Promise<void> {
  const [bridge, power, rail, water] = YEAR;
  const is = (...rows: (string | undefined)[]) => [`PUBLISHED, version 1, rows ${rows.length}`, ...rows];
  const seen: Record<string, unknown> = { public: await table(app, year) };
  for (const [name, who] of Object.entries(people)) seen[name] = await table(who, year);
  const all = is(...YEAR);
  expect(seen).toEqual({
    ...{ public: is(), port: is(), first: is(), second: is(), insider: is() },
    ...{ office: all, colleague: all, municipal: all },
    ...{ east: is(bridge, rail), west: is(power, water) },
    ...{ bridge: is(bridge), power: is(power), rail: is(rail), water: is(water) },
    // Who came to work for what lies under a unit does not see what is that unit's.
    third: is(),
  });
}

async function scoresAreClosed(cast: Cast, { bridge }: Competing): Promise<void> {
  const own = ['第一阶段 CONFIRMED PUBLISHED 94.5', '第一阶段 SELF SUBMITTED 105'];
  const summer = '第二阶段 CONFIRMED PUBLISHED 92';
  const { office, colleague, municipal, east, ...others } = await sheetsOf(cast, bridge);
  expect(others).toEqual({
    bridge: [...own, summer, '3 in all'],
    first: ['第一阶段 ASSESSOR first SUBMITTED 95', '第二阶段 ASSESSOR first SUBMITTED 92', '2 in all'],
    second: ['第一阶段 ASSESSOR second SUBMITTED 92', '第二阶段 ASSESSOR second SUBMITTED 92', '2 in all'],
    third: ['第一阶段 ASSESSOR third SUBMITTED 95', '第二阶段 ASSESSOR third SUBMITTED 92', '2 in all'],
  });
  expect([office, colleague, municipal, east].map((each) => each?.at(-1))).toEqual(Array(4).fill('9 in all'));
}

/** A mean over others would tell as much. */
async function averagesAreClosed({ app, people }: Cast, { id }: Competition): Promise<void> {
  const { bridge, east, first, municipal } = people;
  const means = [];
  for (const who of [app, first, bridge, east, municipal]) {
    const { averageTotal, movers } = (await live(who, id)) as { averageTotal: string; movers: object[] };
    means.push([averageTotal, movers.length]);
  }
  // (93 + 86.75) / 2, and (93 + 86.75 + 86.75) / 3.
  expect(means).toEqual([
    ...[
      [null, 0],
      [null, 0],
      ['93', 1],
      ['89.88', 2],
      ['88.83', 3],
    ],
  ]);
}
