import { expect } from 'vitest';
import { refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import { STANDS } from './meet.ts';
import { kept, live } from './playing.ts';
import type { Competition } from './prepare.ts';
import { compute, publish, published, table } from './ranking.ts';
import type { Criteria } from './scheme.ts';
import { confirm, items, scores } from './scoring.ts';
import { lift } from './veto.ts';

const [BRIDGE, POWER, RAIL, WATER] = ['示例路桥公司', '示例电力公司', '示例铁路公司', '示例水务公司'];
/** What all assessors give alike for the second stage. */
const GIVEN = [
  ['bridge', '9 18 18 19 13 4 4 4', { I: '3' }, '92'],
  ['power', '9 18 18 19 14 4 4 4', {}, '90'],
  ['rail', '9 18 18 19 12 4 4 4', {}, '88'],
  ['water', '10 19 19 19 14 5 5 4', {}, '95'],
] as const;

/** The second stage is scored, all of it, also what is vetoed; who keeps out still does. */
export async function scoreSummer(
  { people, at }: Cast,
  { summer: stage }: Competition,
  competing: Competing,
  criteria: Criteria,
) {
  at('2026-07-16T09:00');
  const { first, second, third, office } = people;
  for (const [name, base, more, total] of GIVEN) {
    const what = { entry: competing[name], stage, items: items(criteria, base, more) };
    const is = `DRAFT ${total}, SUBMITTED ${total}`;
    expect([await scores(first, what), await scores(second, what)]).toEqual([is, is]);
    if (name !== 'power') expect(await scores(third, what)).toBe(is);
    else {
      const kept = await refusal(third, 'scoreSheetSave', { kind: 'ASSESSOR', ...what });
      expect(kept).toEqual({ code: 'RECUSED', path: ['entry'] });
    }
    expect(await confirm(office, competing[name], stage)).toEqual(['CONFIRMED', total]);
  }
}

/** The standing of the second stage, computed while one is vetoed, is out of date once that is lifted. */
export async function rankSummer(
  cast: Cast,
  { id, spring, summer }: Competition,
  competing: Competing,
  before: { readonly spring: string; readonly veto: string; readonly snapshot: string },
): Promise<string> {
  const { people, app, at } = cast;
  const { office, municipal } = people;
  at('2026-07-17T09:00');
  const draft = await compute(office, id, summer);
  expect(await table(office, draft.id)).toEqual([
    ...['DRAFT, version 1, rows 4', `1 ${WATER} 95`, `2 ${BRIDGE} 92 3 to the next moved -1`],
    ...[`3 ${RAIL} 88 4 to the next moved -1`, `VETOED ${POWER} 90`],
  ]);
  await lift(cast, competing, before.veto);
  expect(await refusal(office, 'standingPublish', draft)).toEqual({
    ...{ code: 'STANDING_OUTDATED', path: ['id'] },
  });
  const again = await compute(office, id, summer);
  expect(again).toEqual({ id: draft.id, version: 2 });
  expect(await publish(office, again)).toEqual(published({ previous: { id: before.spring } }));
  expect(await table(app, draft.id)).toEqual([
    ...['PUBLISHED, version 1, rows 4', `1 ${WATER} 95`, `2 ${BRIDGE} 92 3 to the next moved -1`],
    ...[`3 ${POWER} 90 2 to the next moved 0`, `4 ${RAIL} 88 2 to the next moved -2`],
  ]);

  // The meeting looked at what was so then; today nobody is vetoed.
  expect(await kept(municipal, before.snapshot)).toEqual({ asOf: '2026-07-15T01:00:00.000Z', ...STANDS });
  const [east, west] = STANDS.byRegion;
  expect(await live(municipal, id, spring)).toEqual({
    ...{ ...STANDS, asOf: '2026-07-20T01:00:00.000Z', active: 4, vetoed: 0, vetoes: [] },
    byRegion: [east, { ...west, active: 2, vetoed: 0 }],
  });
  expect(await live(municipal, id, summer)).toMatchObject({
    averageTotal: '91.25',
    movers: [
      { entry: { entryNo: '2026-0003' }, rank: 4, previousRank: 2, movement: -2 },
      { entry: { entryNo: '2026-0002' }, rank: 2, previousRank: 1, movement: -1 },
    ],
  });
  return draft.id;
}

export const YEAR = [
  ...[`1 ${BRIDGE} 93 moved 1`, `2 ${POWER} 86.75 tied 6.25 to the next moved 1`],
  ...[`2 ${RAIL} 86.75 tied 6.25 to the next moved 2`, `MISSING_SCORE ${WATER}`],
];

/** The year by the weights of its stages, 0.4 and 0.6: two are equal, and one was not scored for both. */
export async function rankYear({ people, app, at }: Cast, { id }: Competition, summer: string) {
  at('2026-07-27T09:00');
  const draft = await compute(people.office, id);
  expect(await publish(people.office, draft)).toEqual(published({ previous: { id: summer } }));
  expect(await table(app, draft.id)).toEqual(['PUBLISHED, version 1, rows 4', ...YEAR]);
  return draft.id;
}
