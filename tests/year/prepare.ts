import { expect } from 'vitest';
import { does, history, mayDo, todos, versionOf } from './asking.ts';
import type { Year } from './cast.ts';

/** When applications close: 18:00 on 27 February in China. */
const CLOSING = '2026-02-27T10:00:00.000Z';
const PLAN = { title: '示例2026年度重点工程立功竞赛', kind: 'MERIT', level: 'MUNICIPAL', year: 2026 };
const ROUTE = ['COUNTY', 'MUNICIPAL'];
/** Two stages: from 2 March, with summaries due on a holiday, and from 1 May. */
const SPRING = {
  ...{ name: '第一阶段', kind: 'PERIODIC', startsOn: '2026-03-02', endsOn: '2026-04-30' },
  ...{ summaryDueOn: '2026-05-01', weight: '0.4' },
};
const SUMMER = {
  ...{ name: '第二阶段', kind: 'PERIODIC', startsOn: '2026-05-01', endsOn: '2026-06-30' },
  ...{ summaryDueOn: '2026-07-10', weight: '0.6' },
};
const OUTPUT = {
  ...{ code: 'output', name: '示例产值', unit: '万元', target: '3000' },
  ...{ aggregation: 'SUM', isRequired: true },
};
const RATE = { code: 'rate', name: '示例合格率', unit: '%', aggregation: 'MEAN', isRequired: false };

/** The office drafts the city's competition of the year, publishes it and lets units apply. */
export async function prepare(year: Year) {
  const { people } = year;
  const { office } = people;
  const { id, ...parts } = await draft(year);
  /** The office takes the competition a step further: its status, and what can be done next. */
  const step = async (name: string, more: object = {}) => {
    const input = { id, version: await versionOf(office, id), ...more };
    const { status, nextActions } = await does(office, name, input, 'status nextActions');
    return [status, nextActions];
  };
  const competition = { id, step, ...parts };
  await publish(year, competition);
  return competition;
}

export type Competition = Awaited<ReturnType<typeof prepare>>;

interface Stepping {
  readonly id: string;
  readonly step: (name: string, more?: object) => Promise<unknown[]>;
}

/** The ids of a draft and of its parts. */
async function draft(year: Year) {
  const { people, region, regions, federation, at } = year;
  const { office } = people;
  at('2026-01-05T09:00');
  const made = await does(
    office,
    'competitionCreate',
    { ...PLAN, region: region(regions.city), hosts: [federation], route: ROUTE },
    'status title route isDemo nextActions',
  );
  const { id } = made;
  const nextActions = ['UPDATE', 'PUBLISH', 'CANCEL'];
  expect(made).toEqual({
    ...{ id, version: 1, status: 'DRAFT', title: PLAN.title, route: ROUTE, isDemo: false, nextActions },
  });
  const part = async (name: string, input: object) =>
    (await does(office, name, { competition: id, ...input })).id;
  const parts = {
    projects: await part('trackCreate', { name: '示例项目赛道', recipientKind: 'PROJECT' }),
    teams: await part('trackCreate', { name: '示例班组赛道', recipientKind: 'COLLECTIVE' }),
    spring: await part('stageCreate', SPRING),
    summer: await part('stageCreate', SUMMER),
    output: await part('metricCreate', OUTPUT),
    rate: await part('metricCreate', RATE),
  };
  // Nobody below the city sees it yet.
  expect(await mayDo(year, id)).toEqual({ office: nextActions, municipal: nextActions });
  return { id, ...parts };
}

async function publish(year: Year, { id, step }: Stepping): Promise<void> {
  const { people, at } = year;
  at('2026-01-12T09:00');
  expect(await step('competitionPublish')).toEqual([
    'PUBLISHED',
    ['UPDATE', 'OPEN_APPLICATIONS', 'SUSPEND', 'CANCEL'],
  ]);
  at('2026-01-19T09:00');
  const next = ['UPDATE', 'OPEN_APPLICATIONS', 'CLOSE_APPLICATIONS', 'START', 'SUSPEND', 'CANCEL'];
  const opened = await step('competitionOpenApplications', { applicationsCloseAt: CLOSING });
  expect(opened).toEqual(['APPLYING', next]);
  // Everybody sees it now, and it is for none of the others to change.
  expect(await mayDo(year, id)).toEqual({
    ...{ office: next, municipal: next, east: [], west: [], bridge: [], port: [], power: [] },
  });
  expect(await todos(year)).toEqual({});
  expect(await history(people.office, 'Competition', id)).toEqual([
    '2026-01-05T01:00 CREATE >DRAFT office COMMITTEE_OFFICE',
    // Two tracks, two stages and two metrics.
    ...Array.from({ length: 6 }, () => '2026-01-05T01:00 UPDATE DRAFT>DRAFT office COMMITTEE_OFFICE'),
    '2026-01-12T01:00 PUBLISH DRAFT>PUBLISHED office COMMITTEE_OFFICE',
    '2026-01-19T01:00 OPEN_APPLICATIONS PUBLISHED>APPLYING office COMMITTEE_OFFICE',
  ]);
}
