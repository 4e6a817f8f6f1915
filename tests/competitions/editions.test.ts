import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON } from '../kit/app.ts';
import { done, inputOf, scene } from './scene.ts';

const { app, prisma, people, competition, here, there, federation } = await scene();
const { municipal, county } = people;

const region = ({ id }: { id: string }) => globalId('Region', id);
const organization = ({ id }: { id: string }) => globalId('Organization', id);
const ALL = `title theme slogan kind level edition year noticeDocNo status route isDemo version publishedAt
  region { id } committee { id } parent { id } previous { id } hosts { nodes { id } }`;
const invalid = (...path: string[]) => ({ __typename: 'InvalidError', code: 'INVALID', path });

describe('editing', () => {
  const update = (input: object, selection = 'id', who = municipal) =>
    done(who, 'competitionUpdate', input, selection);

  test('changes what is given, empties what is null, and leaves the rest', async () => {
    const { row, input } = await competition({ theme: '示例主题', edition: 2 });
    const hosts = [organization(here.unit)];
    expect(await update({ ...input, title: '示例新名称', theme: null, hosts }, ALL)).toMatchObject({
      title: '示例新名称',
      theme: null,
      edition: 2,
      version: 2,
      hosts: { nodes: [{ id: hosts[0] }] },
    });
    const changes = await prisma.changeEvent.findMany({
      where: {
        action: 'competitionUpdate',
        entityType: 'CompetitionHost',
        before: { path: ['competitionId'], equals: row.id },
      },
    });
    expect(changes).toMatchObject([
      { operation: 'REMOVED', before: { organizationId: federation.id }, after: null },
    ]);
  });

  test('a usual route goes with the level, another one must fit', async () => {
    const { input } = await competition();
    const lower = { level: 'COUNTY', region: region(here.county) };
    expect(await update({ ...input, ...lower }, 'route')).toEqual({ route: ['COUNTY'] });
    const { input: other } = await competition({ route: ['MUNICIPAL'] });
    expect(await update({ ...other, ...lower })).toEqual(invalid('route'));
  });

  test.each([
    ['title', null],
    ['kind', null],
    ['region', null],
    ['hosts', null],
    ['route', null],
    ['title', ''],
  ])('%s cannot be %j', async (field, value) => {
    const { input } = await competition();
    expect(await update({ ...input, [field]: value })).toEqual(invalid(field));
  });

  test('since applications opened its words still change, and what others rely on does not', async () => {
    const { input } = await competition({ status: 'APPLYING' });
    const settled = {
      kind: 'SAFETY',
      level: 'TEAM',
      edition: 9,
      year: 2030,
      region: region(here.county),
      route: ['MUNICIPAL'],
      hosts: [organization(here.unit)],
    };
    for (const [field, value] of Object.entries(settled)) {
      const isRouteToo = field === 'level';
      expect([field, await update({ ...input, [field]: value })]).toEqual([
        field,
        isRouteToo ? invalid('level') : invalid(field),
      ]);
    }
    expect(await update({ ...input, theme: '示例主题' }, 'theme')).toEqual({ theme: '示例主题' });
  });

  test('nobody moves it out of their reach', async () => {
    const { row } = await competition({ regionId: here.county.id, level: 'COUNTY', route: ['COUNTY'] });
    expect(await update({ ...inputOf(row), region: region(there.county) }, 'id', county)).toMatchObject({
      code: 'FORBIDDEN',
      path: ['region'],
    });
  });

  test('what is published stays real', async () => {
    const demo = await app.organization({ regionId: here.city.id, isDemo: true });
    const hosts = [organization(demo)];
    const { input } = await competition({ status: 'PUBLISHED' });
    expect(await update({ ...input, hosts })).toEqual(invalid('hosts'));
    const { input: draft } = await competition();
    expect(await update({ ...draft, hosts }, 'isDemo')).toEqual({ isDemo: true });
  });
});

describe('the next edition', () => {
  test('has the tracks, metrics and hosts of the one before, and its stages in the new year', async () => {
    const { row, input } = await competition({
      status: 'ARCHIVED',
      title: '示例2025年竞赛',
      edition: 4,
      noticeDocNo: '示〔2025〕1号',
    });
    await app.track({ competitionId: row.id, route: ['MUNICIPAL'] });
    const selection = `${ALL} tracks { nodes { name route } } metrics { nodes { code unit version } }
      stages { nodes { name startsOn endsOn summaryDueOn weight openedAt } }`;
    await prisma.stage.updateMany({ where: { competitionId: row.id }, data: { openedAt: NOON } });
    expect(await done(municipal, 'competitionCopy', { ...input, year: 2028 }, selection)).toMatchObject({
      title: '示例2028年竞赛',
      edition: 5,
      year: 2028,
      noticeDocNo: null,
      status: 'DRAFT',
      version: 1,
      publishedAt: null,
      parent: null,
      previous: { id: input.id },
      hosts: { nodes: [{ id: organization(federation) }] },
      tracks: {
        nodes: [
          { name: '示例赛道1', route: [] },
          { name: '示例赛道2', route: ['MUNICIPAL'] },
        ],
      },
      metrics: { nodes: [{ code: 'example_1', unit: '项', version: 1 }] },
      stages: {
        nodes: [
          {
            startsOn: '2028-01-01',
            endsOn: '2028-03-31',
            summaryDueOn: '2028-04-10',
            weight: '0.25',
            openedAt: null,
          },
          {
            startsOn: '2028-04-01',
            endsOn: '2028-06-30',
            summaryDueOn: '2028-07-10',
            weight: '0.75',
            openedAt: null,
          },
        ],
      },
    });
    const again = await done(municipal, 'competitionCopy', input);
    expect(again).toMatchObject({ __typename: 'EditionExistsError', code: 'EDITION_EXISTS' });
  });

  test('leaves out who no longer exists, and can be drafted again after one was canceled', async () => {
    const gone = await app.organization({
      regionId: here.city.id,
      status: 'CLOSED',
      validTo: new Date('2026-01-01'),
    });
    const { row, input } = await competition({ status: 'CANCELLED', hostIds: [gone.id, federation.id] });
    const copy = () => done(municipal, 'competitionCopy', input, 'year hosts { nodes { id } }');
    const made = { year: 2026, hosts: { nodes: [{ id: organization(federation) }] } };
    expect(await copy()).toEqual(made);
    const next = await prisma.competition.findFirstOrThrow({ where: { previousId: row.id } });
    await done(municipal, 'competitionCancel', { ...inputOf(next), opinion: '示例' });
    expect(await copy()).toEqual(made);
  });

  test('is not one of a draft', async () => {
    const { input } = await competition();
    expect(await done(municipal, 'competitionCopy', input)).toMatchObject({
      code: 'INVALID_STATE',
      action: 'COPY',
    });
  });
});
