import { expect, test } from 'vitest';
import { startYear, type Year } from './cast.ts';
import { draw } from './draw.ts';
import { type Entries, enter } from './enter.ts';
import { freeze } from './freeze.ts';
import { type Cast, type Competing, gather, join } from './join.ts';
import { meet } from './meet.ts';
import { object, post } from './notice.ts';
import { end, praise } from './praise.ts';
import { type Competition, prepare } from './prepare.ts';
import { rankSpring } from './rankSpring.ts';
import { rankSummer, rankYear, scoreSummer } from './rankSummer.ts';
import { assign, drawUp } from './scheme.ts';
import { scoreSpring } from './scoreSpring.ts';
import { sumSpring, sumSummer } from './sumStages.ts';
import { veto } from './veto.ts';

test('the second half of a year: scores, ranks, a meeting, a notice, and who is praised', async () => {
  const year = await startYear();
  const cast = await gather(year);
  const competition = await prepare(year);
  const competing = await begin(year, cast, competition);

  const criteria = await drawUp(cast, competition);
  await assign(cast, competing);
  await sumSpring(cast, competition, competing);
  await scoreSpring(cast, competition, competing, criteria);
  const spring = await rankSpring(cast, competition, competing, criteria);

  await sumSummer(cast, competition, competing);
  expect(await competition.step('competitionBeginScoring')).toEqual([
    'SCORING',
    ['UPDATE', 'FREEZE', 'SUSPEND', 'CANCEL'],
  ]);
  const alleged = await veto(cast, competing);
  const snapshot = await meet(cast, competition, competing);
  await scoreSummer(cast, competition, competing, criteria);
  const before = { spring, veto: alleged, snapshot };
  const summer = await rankSummer(cast, competition, competing, before);
  const standing = await rankYear(cast, competition, summer);

  await freeze(cast, competition, competing, criteria, standing);
  const shortlist = await draw(cast, competition, standing);
  const notice = await post(cast, competition, shortlist);
  await object(cast, competition, shortlist, notice);
  await praise(cast, shortlist, standing);
  await end(cast, competition, shortlist);
});

/** As in the first half, but with two more teams; on the day it starts the first stage does. */
async function begin(year: Year, cast: Cast, competition: Competition): Promise<Competing> {
  let others: Pick<Competing, 'rail' | 'water'> | undefined;
  const { bridge, power }: Entries = await enter(year, competition, async () => {
    others = await join(cast, competition);
  });
  cast.at('2026-03-02T09:01');
  expect(await cast.tick()).toEqual([1, 0, 4, 0, 0]);
  return { bridge, power, ...others! };
}
