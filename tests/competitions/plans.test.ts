import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON } from '../kit/app.ts';
import { done, scene } from './scene.ts';

const { app, prisma, people, competition, here, there, federation } = await scene();
const { municipal, county, unit } = people;

const region = ({ id }: { id: string }) => globalId('Region', id);
const organization = ({ id }: { id: string }) => globalId('Organization', id);
const DRAFT = { title: '示例竞赛', kind: 'LABOR', level: 'MUNICIPAL', year: 2026, region: region(here.city) };
const ALL = `title theme slogan kind level edition year noticeDocNo status route isDemo version publishedAt
  region { id } committee { id } parent { id } previous { id } hosts { nodes { id } }`;
const create = (input: object = {}, who = municipal, selection = 'id') =>
  done(who, 'competitionCreate', { ...DRAFT, ...input }, selection);
const invalid = (...path: string[]) => ({ __typename: 'InvalidError', code: 'INVALID', path });

test('a competition is drafted with all that it says', async () => {
  const committee = await app.committee({ regionId: here.top.id });
  const { row: parent } = await competition({
    level: 'PROVINCIAL',
    regionId: here.top.id,
    status: 'RUNNING',
  });
  const made = await create(
    {
      title: ' 示例建功杯 ',
      theme: '示例主题',
      slogan: ' ',
      edition: 3,
      noticeDocNo: '示劳赛委[2026]第01号',
      committee: globalId('Committee', committee.id),
      parent: globalId('Competition', parent.id),
      hosts: [organization(federation), organization(here.unit), organization(federation)],
      route: ['MUNICIPAL'],
    },
    people.office,
    ALL,
  );
  expect(made).toEqual({
    title: '示例建功杯',
    theme: '示例主题',
    slogan: null,
    kind: 'LABOR',
    level: 'MUNICIPAL',
    edition: 3,
    year: 2026,
    noticeDocNo: '示劳赛委〔2026〕1号',
    status: 'DRAFT',
    route: ['MUNICIPAL'],
    isDemo: false,
    version: 1,
    publishedAt: null,
    region: { id: region(here.city) },
    committee: { id: globalId('Committee', committee.id) },
    parent: { id: globalId('Competition', parent.id) },
    previous: null,
    hosts: {
      nodes: expect.arrayContaining([{ id: organization(federation) }, { id: organization(here.unit) }]),
    },
  });
  const [row] = await prisma.competition.findMany({ where: { title: '示例建功杯' } });
  const steps = await prisma.workflowEvent.findMany({ where: { subjectId: row!.id } });
  expect(steps).toMatchObject([
    {
      action: 'CREATE',
      fromState: null,
      toState: 'DRAFT',
      at: NOON,
      actorRole: 'COMMITTEE_OFFICE',
      regionId: here.city.id,
    },
  ]);
});

test.each([
  ['MUNICIPAL', ['COUNTY', 'MUNICIPAL'], 'city'],
  ['COUNTY', ['COUNTY'], 'county'],
  ['ENTERPRISE', ['ENTERPRISE'], 'county'],
  ['TEAM', ['ENTERPRISE'], 'city'],
] as const)('at the level %s its usual route is %j', async (level, route, place) => {
  expect(await create({ level, region: region(here[place]) }, people.provincial, 'route')).toEqual({ route });
});

describe('what is not to be kept is refused beside its field', async () => {
  const closed = await app.organization({
    regionId: here.city.id,
    status: 'CLOSED',
    validTo: new Date('2020-01-01'),
  });
  const former = await app.region({ parent: here.top, level: 'PREFECTURE', validTo: new Date('2026-05-01') });
  const ended = await app.committee({ regionId: here.city.id, validTo: new Date('2026-05-01') });
  const elsewhere = await app.committee({ regionId: there.city.id });
  const demo = await app.organization({ regionId: here.city.id, isDemo: true });
  const committee = ({ id }: { id: string }) => ({ committee: globalId('Committee', id) });
  test.each([
    ['an empty title', { title: ' ' }, ['title']],
    ['a long title', { title: '长'.repeat(201) }, ['title']],
    ['a long theme', { theme: '长'.repeat(2001) }, ['theme']],
    ['a year long ago', { year: 1949 }, ['year']],
    ['edition 0', { edition: 0 }, ['edition']],
    ['a number that is none', { noticeDocNo: '示劳赛委2026年1号' }, ['noticeDocNo']],
    ['a route that ends too low', { route: ['COUNTY'] }, ['route']],
    ['a route that descends', { route: ['MUNICIPAL', 'COUNTY', 'MUNICIPAL'] }, ['route']],
    ['an empty route', { route: [] }, ['route']],
    ['a team on the route', { route: ['TEAM', 'MUNICIPAL'] }, ['route']],
    ['a region of another level', { region: region(here.county) }, ['region']],
    ['a region that is no longer', { region: region(former) }, ['region']],
    ['a unit that is no longer', { hosts: [organization(closed)] }, ['hosts']],
    ['a committee that is no longer', committee(ended), ['committee']],
    ['a committee of elsewhere', committee(elsewhere), ['committee']],
    ['what is real with what is not', { hosts: [organization(federation), organization(demo)] }, ['hosts']],
  ])('%s', async (_, input, path) => {
    expect(await create(input, people.admin)).toEqual(invalid(...path));
  });

  test('and what is not there is not found', async () => {
    const nothing = '0190aaaa-0000-7000-8000-000000000000';
    const notFound = (path: string) => ({ __typename: 'NotFoundError', code: 'NOT_FOUND', path: [path] });
    expect(await create({ region: globalId('Region', nothing) })).toEqual(notFound('region'));
    expect(await create({ hosts: [globalId('Organization', nothing)] })).toEqual(notFound('hosts'));
    expect(await create({ committee: globalId('Committee', nothing) })).toEqual(notFound('committee'));
    expect(await create({ parent: globalId('Competition', nothing) })).toEqual(notFound('parent'));
  });

  test('what refers to demonstrations is one', async () => {
    expect(await create({ hosts: [organization(demo)] }, municipal, 'isDemo')).toEqual({ isDemo: true });
  });
});

test('who may draft one: officers of the region, and officers of a unit within it', async () => {
  const forbidden = { code: 'FORBIDDEN', path: ['region'] };
  for (const who of [county, unit, people.member, people.supervisor, people.foreign, people.industrial]) {
    expect(await create({}, who)).toMatchObject(forbidden);
  }
  const own = { level: 'ENTERPRISE', region: region(here.county), hosts: [organization(here.unit)] };
  expect(await create(own, unit)).toEqual({ id: expect.any(String) });
  expect(await create(own, people.foreignUnit)).toMatchObject(forbidden);
  expect(await create({ ...own, hosts: [] }, unit)).toMatchObject(forbidden);
  expect(await create({ ...own, region: region(there.county) }, unit)).toEqual(invalid('region'));
  const both = [organization(here.unit), organization(there.unit)];
  expect(await create({ ...own, hosts: both }, unit)).toMatchObject({ code: 'FORBIDDEN', path: ['hosts'] });
});

test('a municipal competition has parts of counties and enterprises, below it in level and place', async () => {
  const { row } = await competition({ status: 'RUNNING' });
  const parent = globalId('Competition', row.id);
  const ofCounty = { level: 'COUNTY', region: region(here.county), parent };
  const ofUnit = {
    level: 'ENTERPRISE',
    region: region(here.county),
    parent,
    hosts: [organization(here.unit)],
  };
  const [first, second] = [await create(ofCounty, county), await create(ofUnit, unit)];
  const { data } = await county.ask(
    `{ competition(id: "${parent}") { children(orderBy: { field: TITLE }) { nodes { id } } } }`,
  );
  expect(data).toEqual({ competition: { children: { nodes: [first, second] } } });

  expect(await create({ parent }, municipal)).toEqual(invalid('parent'));
  const { row: far } = await competition({ status: 'RUNNING', regionId: there.city.id });
  expect(await create({ ...ofCounty, parent: globalId('Competition', far.id) }, county)).toEqual(
    invalid('parent'),
  );
  for (const status of ['DRAFT', 'CONCLUDED', 'ARCHIVED', 'CANCELLED'] as const) {
    const { row: other } = await competition({ status });
    const who = status === 'DRAFT' ? municipal : county;
    expect(await create({ ...ofCounty, parent: globalId('Competition', other.id) }, who)).toEqual(
      invalid('parent'),
    );
  }
  const { row: draft } = await competition();
  expect(await create({ ...ofCounty, parent: globalId('Competition', draft.id) }, county)).toMatchObject({
    code: 'NOT_FOUND',
    path: ['parent'],
  });
  // It must stay above them.
  const { row: published, input } = await competition({ status: 'PUBLISHED' });
  await create({ ...ofCounty, parent: globalId('Competition', published.id) }, county);
  const lower = { ...input, level: 'COUNTY', region: region(here.county) };
  expect(await done(municipal, 'competitionUpdate', lower)).toEqual(invalid('level'));
});
