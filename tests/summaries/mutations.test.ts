import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await scene(app, signIn);
const { summary, unit, office, strangers, output, here } = all;
const { county, municipal, provincial, industrial, supervisor, admin, person } = all;

const DECIDED = { summaryReturn: 'SUBMITTED', summaryAccept: 'SUBMITTED', summaryWaive: 'DUE' } as const;
const ALL = { summarySave: 'DUE', summarySubmit: 'DRAFT', ...DECIDED } as const;
type Name = keyof typeof ALL;
const names = Object.keys(ALL) as Name[];

/** One that the mutation can be done to, and what it then takes. */
async function ready(name: Name) {
  const row = await summary({ status: ALL[name], text: '示例小结' });
  if (name === 'summarySubmit') await app.metricValue({ summaryId: row.id, metricId: output.id });
  return { id: row.id, ...(name in DECIDED && { opinion: '示例意见' }) };
}
const NOT_FOUND = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['id'] };
const forbidden = (needs: string[]) => ({ __typename: 'ForbiddenError', code: 'FORBIDDEN', path: [], needs });
const events = (id: string) =>
  prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });

test('the way of a summary: written, handed in, returned, handed in again and accepted', async () => {
  const { id } = await summary();
  const figures = [{ metric: globalId('Metric', output.id), value: '12.5000' }];
  const words = { text: ' 示例小结 ', problems: '示例问题', nextSteps: '' };
  expect(await done(unit, 'summarySave', { id, ...words, figures }, 'text problems nextSteps')).toEqual({
    ...{ status: 'DRAFT', version: 2, text: '示例小结', problems: '示例问题', nextSteps: null },
  });
  const submitted = { status: 'SUBMITTED', submittedAt: NOON.toISOString() };
  expect(await done(unit, 'summarySubmit', { id, version: 2 }, 'submittedAt')).toEqual({
    ...{ ...submitted, version: 3 },
  });
  const opinion = '示例意见';
  expect(await done(county, 'summaryReturn', { id, version: 3, opinion })).toEqual({
    ...{ status: 'RETURNED', version: 4 },
  });
  expect(await done(unit, 'summarySave', { id, version: 4, problems: null }, 'text problems')).toEqual({
    ...{ status: 'RETURNED', version: 5, text: '示例小结', problems: null },
  });
  expect(await done(unit, 'summarySubmit', { id, version: 5 })).toEqual({ status: 'SUBMITTED', version: 6 });
  const selection = `acceptedAt dueOn isLate isOverdue figures { nodes { value metric { code } } }
    events { nodes { action fromState toState opinion actorRole actorOrganization { name } } }`;
  const step = (
    action: string,
    fromState: string,
    toState: string,
    actorRole: string,
    opinion: string | null = null,
  ) => ({
    ...{ action, fromState, toState, opinion, actorRole },
    actorOrganization: actorRole === 'UNIT_OFFICER' ? { name: here.unit.name } : null,
  });
  expect(await done(county, 'summaryAccept', { id, version: 6 }, selection)).toEqual({
    ...{ status: 'ACCEPTED', version: 7, acceptedAt: NOON.toISOString(), dueOn: '2026-05-11' },
    ...{
      isLate: false,
      isOverdue: false,
      figures: { nodes: [{ value: '12.5', metric: { code: 'output' } }] },
    },
    events: {
      nodes: [
        step('SAVE', 'DUE', 'DRAFT', 'UNIT_OFFICER'),
        step('SUBMIT', 'DRAFT', 'SUBMITTED', 'UNIT_OFFICER'),
        step('RETURN', 'SUBMITTED', 'RETURNED', 'COUNTY_OFFICER', opinion),
        step('SUBMIT', 'RETURNED', 'SUBMITTED', 'UNIT_OFFICER'),
        step('ACCEPT', 'SUBMITTED', 'ACCEPTED', 'COUNTY_OFFICER'),
      ],
    },
  });
  const changes = await prisma.changeEvent.findMany({ where: { entityId: id }, orderBy: { seq: 'asc' } });
  expect(changes.map(({ action }) => action)).toEqual([
    ...['summarySave', 'summarySubmit', 'summaryReturn', 'summarySave', 'summarySubmit', 'summaryAccept'],
  ]);
});

test('one that nobody has begun can be done without, with a reason', async () => {
  const { id, ...input } = await ready('summaryWaive');
  expect(await done(municipal, 'summaryWaive', { id, ...input })).toEqual({ status: 'WAIVED', version: 2 });
  expect((await events(id)).map(({ action, opinion }) => [action, opinion])).toEqual([['WAIVE', '示例意见']]);
});

describe('who may', () => {
  const writers = ['ADMIN', 'UNIT_OFFICER'];
  const examiners = ['ADMIN', 'COUNTY_OFFICER', 'INDUSTRIAL_OFFICER', 'COMMITTEE_OFFICE'];
  const waivers = ['ADMIN', 'MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER', 'COMMITTEE_OFFICE'];
  const NEEDS: Record<Name, string[]> = {
    ...{ summarySave: writers, summarySubmit: writers },
    ...{ summaryReturn: examiners, summaryAccept: examiners, summaryWaive: waivers },
  };
  const people = { admin, provincial, municipal, county, industrial, unit, office, supervisor };
  const MAY: Record<Name, (keyof typeof people)[]> = {
    ...{ summarySave: ['admin', 'unit'], summarySubmit: ['admin', 'unit'] },
    summaryReturn: ['admin', 'county', 'industrial', 'office'],
    summaryAccept: ['admin', 'county', 'industrial', 'office'],
    summaryWaive: ['admin', 'provincial', 'municipal', 'office'],
  };
  test.each(names)(
    '%s: those of the unit, its county, its industry or the competition, and nobody else',
    async (name) => {
      for (const [who, each] of Object.entries(people)) {
        const outcome = await done(each, name, await ready(name));
        const expected = MAY[name].includes(who as keyof typeof people)
          ? { version: 2, status: expect.any(String) }
          : forbidden(NEEDS[name]);
        expect([who, outcome]).toEqual([who, expected]);
      }
    },
  );

  test.each(names)('%s: for everybody elsewhere there is nothing, and nothing is done', async (name) => {
    const { id, ...input } = await ready(name);
    const before = await prisma.stageSummary.findUnique({ where: { id } });
    for (const [who, each] of Object.entries(strangers)) {
      expect([who, await done(each, name, { id, ...input })]).toEqual([who, NOT_FOUND]);
    }
    expect([await prisma.stageSummary.findUnique({ where: { id } }), await events(id)]).toEqual([before, []]);
    expect(await prisma.changeEvent.count({ where: { entityId: id } })).toBe(0);
  });

  test('an entry that came to the city directly is examined there', async () => {
    const row = await summary({ status: 'SUBMITTED' }, { route: ['MUNICIPAL'], step: 0 });
    expect(await done(provincial, 'summaryAccept', row)).toEqual(
      forbidden(['ADMIN', 'COUNTY_OFFICER', 'MUNICIPAL_OFFICER', 'INDUSTRIAL_OFFICER', 'COMMITTEE_OFFICE']),
    );
    expect(await done(municipal, 'summaryAccept', row)).toEqual({ status: 'ACCEPTED', version: 2 });
  });
});

describe('nobody decides about their own', () => {
  const OWN = { __typename: 'ConflictOfInterestError', code: 'CONFLICT_OF_INTEREST', path: ['id'] };

  test.each(Object.keys(DECIDED) as Name[])(
    '%s: not whose unit it is, whatever else they are',
    async (name) => {
      const both = await person(
        { role: 'COMMITTEE_OFFICE', regionId: here.city.id },
        { role: 'UNIT_OFFICER', organizationId: here.union.id },
      );
      expect(await done(both, name, await ready(name))).toEqual(OWN);
    },
  );

  test('nor who handed it in, even where they are no officer of the unit any more', async () => {
    const { id } = await ready('summarySubmit');
    expect(await done(admin, 'summarySubmit', { id })).toEqual({ status: 'SUBMITTED', version: 2 });
    const opinion = '示例意见';
    expect(await done(admin, 'summaryAccept', { id, version: 2 })).toEqual(OWN);
    expect(await done(admin, 'summaryReturn', { id, version: 2, opinion })).toEqual(OWN);
    expect(await done(county, 'summaryAccept', { id, version: 2 })).toEqual({
      status: 'ACCEPTED',
      version: 3,
    });
  });
});

test('handed in late it stays late, and its last day is what it was', async () => {
  const { id } = await summary({ status: 'DRAFT', text: '示例', dueOn: new Date('2026-04-30') });
  await app.metricValue({ summaryId: id, metricId: output.id });
  const row = `{ node(id: "${globalId('StageSummary', id)}") { ... on StageSummary { isOverdue isLate dueOn } } }`;
  const seen = async () => (await unit.ask<{ node: object }>(row)).data?.node;
  expect(await seen()).toEqual({ isOverdue: true, isLate: false, dueOn: '2026-04-30' });
  await done(unit, 'summarySubmit', { id });
  expect(await seen()).toEqual({ isOverdue: false, isLate: true, dueOn: '2026-04-30' });
  await done(county, 'summaryReturn', { id, version: 2, opinion: '示例' });
  expect(await seen()).toEqual({ isOverdue: true, isLate: true, dueOn: '2026-04-30' });
});
