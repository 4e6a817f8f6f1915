import { expect } from 'vitest';
import { does, history, mayDo, todos } from './asking.ts';
import type { Year } from './cast.ts';

/** When applications close: 18:00 on 27 February in China. */
export const CLOSING = '2026-02-27T10:00:00.000Z';
const ASKED = 'status title route isDemo nextActions';

/** The office drafts the city's competition of the year, publishes it and lets units apply. */
export async function prepare(year: Year) {
  const { people, region, regions, federation, at } = year;
  const { office } = people;

  at('2026-01-05T09:00');
  const plan = { title: '示例2026年度重点工程立功竞赛', kind: 'MERIT', level: 'MUNICIPAL', year: 2026 };
  const drafted = await does(
    office,
    'competitionCreate',
    { ...plan, region: region(regions.city), hosts: [federation], route: ['COUNTY', 'MUNICIPAL'] },
    ASKED,
  );
  const { id } = drafted;
  expect(drafted).toEqual({
    ...{ id, version: 1, status: 'DRAFT', title: plan.title, route: ['COUNTY', 'MUNICIPAL'], isDemo: false },
    nextActions: ['UPDATE', 'PUBLISH', 'CANCEL'],
  });
  const part = async (name: string, input: object) =>
    (await does(office, name, { competition: id, ...input })).id;
  const parts = {
    projects: await part('trackCreate', { name: '示例项目赛道', recipientKind: 'PROJECT' }),
    teams: await part('trackCreate', { name: '示例班组赛道', recipientKind: 'COLLECTIVE' }),
    spring: await part('stageCreate', {
      ...{ name: '第一阶段', kind: 'PERIODIC', startsOn: '2026-03-02', endsOn: '2026-04-30' },
      ...{ summaryDueOn: '2026-05-01', weight: '0.4' },
    }),
    summer: await part('stageCreate', {
      ...{ name: '第二阶段', kind: 'PERIODIC', startsOn: '2026-05-01', endsOn: '2026-06-30' },
      ...{ summaryDueOn: '2026-07-10', weight: '0.6' },
    }),
    output: await part('metricCreate', {
      ...{
        code: 'output',
        name: '示例产值',
        unit: '万元',
        target: '3000',
        aggregation: 'SUM',
        isRequired: true,
      },
    }),
    rate: await part('metricCreate', {
      ...{ code: 'rate', name: '示例合格率', unit: '%', aggregation: 'MEAN', isRequired: false },
    }),
  };
  expect(await mayDo(year, id)).toEqual({
    office: ['UPDATE', 'PUBLISH', 'CANCEL'],
    municipal: ['UPDATE', 'PUBLISH', 'CANCEL'],
  });

  at('2026-01-12T09:00');
  const step = async (name: string, more: object = {}) => {
    const { data } = await office.ask<{ competition: { version: number } }>(
      'query ($id: ID!) { competition(id: $id) { version } }',
      { id },
    );
    const { status, nextActions } = await does(
      office,
      name,
      { id, version: data!.competition.version, ...more },
      ASKED,
    );
    return [status, nextActions];
  };
  expect(await step('competitionPublish')).toEqual([
    'PUBLISHED',
    ['UPDATE', 'OPEN_APPLICATIONS', 'SUSPEND', 'CANCEL'],
  ]);
  at('2026-01-19T09:00');
  expect(await step('competitionOpenApplications', { applicationsCloseAt: CLOSING })).toEqual([
    'APPLYING',
    ['UPDATE', 'OPEN_APPLICATIONS', 'CLOSE_APPLICATIONS', 'START', 'SUSPEND', 'CANCEL'],
  ]);
  // Units see it now, and it is for none of them to change.
  const managers = { office: expect.any(Array), municipal: expect.any(Array) };
  expect(await mayDo(year, id)).toEqual({
    ...{ ...managers, east: [], west: [], bridge: [], port: [], power: [] },
  });
  expect(await todos(year)).toEqual({});
  const updated = '2026-01-05T01:00 UPDATE DRAFT>DRAFT office COMMITTEE_OFFICE';
  expect(await history(office, 'Competition', id)).toEqual([
    '2026-01-05T01:00 CREATE >DRAFT office COMMITTEE_OFFICE',
    ...Array.from({ length: 6 }, () => updated),
    '2026-01-12T01:00 PUBLISH DRAFT>PUBLISHED office COMMITTEE_OFFICE',
    '2026-01-19T01:00 OPEN_APPLICATIONS PUBLISHED>APPLYING office COMMITTEE_OFFICE',
  ]);
  return { id, step, ...parts };
}

export type Competition = Awaited<ReturnType<typeof prepare>>;
