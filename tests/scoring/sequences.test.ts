import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retireScheme } from '../../src/features/scoring/commands/retireScheme.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { sequences } from '../kit/runs.ts';
import { scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';
import { doing } from './doing.ts';
import { Model, RIVAL } from './model.ts';
import { decimal, text } from './oracle.ts';
import { totalOf } from './sheetModel.ts';
import { ACTIONS, attempts, WHOLE, type Who } from './steps.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await scoring(app, signIn);
const { person, here, there, department, office, callAs } = all;
const unit = await app.organization({ regionId: here.county.id });
const people = {
  office,
  colleague: await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id }),
  stranger: await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id }),
  unit: await person({ role: 'UNIT_OFFICER', organizationId: unit.id }),
  one: await all.assessor(),
  two: await all.assessor(),
  three: await all.assessor(),
};
const names = new Map(Object.entries(people).map(([who, { id }]) => [id as string | null, who as Who]));
const clock = { at: NOON };
const as = async (who: Person) => ({ ...(await callAs(who)), now: () => clock.at });
const does = doing(app, {
  calls: {
    office: await as(people.office),
    colleague: await as(people.colleague),
    stranger: await as(people.stranger),
    unit: await as(people.unit),
    one: await as(people.one),
    two: await as(people.two),
    three: await as(people.three),
  },
  ids: { one: people.one.id, two: people.two.id },
  departmentId: department.id,
});
const HOUR = 3_600_000;
/** So that the clock can go back: before noon nobody has a role. */
const START = new Date(NOON.getTime() + 100 * HOUR);

/** A competition with an entry that two are to score, beside a rival whose scores are confirmed. */
async function scene() {
  const { id: competitionId } = await app.competition({ status: 'SCORING', regionId: here.city.id });
  const scheme = await prisma.scoringScheme.create({
    data: {
      ...{ competitionId, name: '示例', totalPoints: 100, aggregation: 'MEAN', tieRules: [] },
      ...{ status: 'ACTIVE', openedAt: START },
      criteria: {
        create: [
          { code: 'A', itemType: 'BASE', maxPoints: 100, ordinal: 1 } as const,
          { code: 'D', itemType: 'DEDUCTION', maxPoints: 10, ordinal: 2 } as const,
        ].map((each) => ({ ...each, dimension: 'OTHER', name: '示例', method: 'MANUAL' }) as const),
      },
    },
    include: { criteria: { orderBy: { ordinal: 'asc' } } },
  });
  const made = { competitionId, regionId: here.county.id, status: 'ACTIVE' } as const;
  const { id: rivalId } = await app.entry(made);
  await prisma.scoreSheet.create({
    data: {
      ...{
        entryId: rivalId,
        schemeId: scheme.id,
        kind: 'CONFIRMED',
        status: 'CONFIRMED',
        confirmedAt: START,
      },
      total: decimal(RIVAL),
      items: { create: { criterionId: scheme.criteria[0]!.id, points: decimal(RIVAL), ordinal: 1 } },
    },
  });
  const { id: entryId } = await app.entry({ ...made, applicantId: unit.id });
  for (const userId of [people.one.id, people.two.id]) {
    await prisma.assessorAssignment.create({
      data: { entryId, userId, organizationId: department.id, createdAt: START },
    });
  }
  const [a, d] = scheme.criteria.map(({ id }) => id);
  const [steps, changes] = [await prisma.workflowEvent.count(), await prisma.changeEvent.count()];
  return { competitionId, schemeId: scheme.id, entryId, criteria: { a: a!, d: d! }, steps, changes };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** How it is kept. */
async function stored({ competitionId, schemeId, entryId, steps, changes }: Scene) {
  const orderBy = { id: 'asc' } as const;
  const sheets = await prisma.scoreSheet.findMany({ where: { entryId }, orderBy });
  const vetoes = await prisma.veto.findMany({ where: { entryId }, orderBy });
  const standings = await prisma.standing.findMany({
    where: { competitionId },
    orderBy,
    include: { rows: { orderBy: { ordinal: 'asc' } } },
  });
  const entry = await prisma.entry.findUniqueOrThrow({ where: { id: entryId } });
  const events = await prisma.workflowEvent.findMany({ orderBy, skip: steps });
  const scheme = await prisma.scoringScheme.findUniqueOrThrow({ where: { id: schemeId } });
  const owner = { SELF: 'unit', CONFIRMED: 'office' } as const;
  return {
    sheets: sheets.map(
      ({ kind, assessorId, status, version, revision, total, supersedesId, publishedAt }) => [
        kind === 'ASSESSOR' ? names.get(assessorId) : owner[kind],
        ...[status, version, revision, total.toFixed(2), publishedAt !== null],
        sheets.findIndex(({ id }) => id === supersedesId),
      ],
    ),
    vetoes: vetoes.map(({ status, version, raiserId }) => [names.get(raiserId), status, version]),
    standings: standings.map(({ status, version, revision, rows }) => [
      ...[status, version, revision],
      rows
        .map((row) => {
          const name = row.entryId === entryId ? 'entry' : 'rival';
          return `${name} ${row.unrankedReason ?? row.rank} ${row.total?.toFixed(2) ?? ''}`;
        })
        .toSorted(),
    ]),
    entry: { status: entry.status, version: entry.version },
    scheme: scheme.status,
    steps: events.map(({ subjectType, action, fromState, toState }) =>
      [subjectType, action, fromState, toState].join(' '),
    ),
    changes: (await prisma.changeEvent.count()) - changes,
  };
}

/** How it must be kept. */
function told({ sheets, vetoes, standings, entry, isLocked, steps }: Model) {
  return {
    sheets: sheets.map((sheet) => {
      const { owner, status, version, revision, isPublished } = sheet;
      const before = sheets.findIndex((each) => each.owner === owner && each.revision === revision - 1);
      return [owner, status, version, revision, text(totalOf(sheet)), isPublished, before];
    }),
    vetoes: vetoes.map(({ raiser, status, version }) => [raiser, status, version]),
    standings: standings.map(({ status, version, revision, rows }) => [status, version, revision, rows]),
    entry,
    scheme: isLocked ? 'LOCKED' : 'ACTIVE',
    steps,
    // Each step is a change of one record.
    changes: steps.length,
  };
}

test('whatever is tried, nothing is skipped, repeated or half done', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(attempts, async (tried) => {
      const of = await scene();
      const model = new Model();
      clock.at = START;
      for (const step of tried) {
        clock.at = new Date(clock.at.getTime() + step.hours * HOUR);
        const came = await does(of, model, step);
        expect([step, came]).toEqual([step, model.expected(step)]);
        expect([step, await stored(of)]).toEqual([step, told(model)]);
        if (came === 'OK') done.add(step.action);
      }
    }),
    { numRuns: sequences(12), examples: [[WHOLE]] },
  );
  // All that can be done was done.
  expect([...done].toSorted()).toEqual([...ACTIONS].toSorted());
});

test('a scheme is taken out of force also where the clock was set back, not before it was in force', async () => {
  const { schemeId } = await scene();
  clock.at = NOON;
  const call = await as(office);
  const { status, retiredAt } = await retireScheme(call, { id: schemeId, version: 1, opinion: '示例' });
  expect({ status, retiredAt }).toEqual({ status: 'RETIRED', retiredAt: START });
});
