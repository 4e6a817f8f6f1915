import { expect } from 'vitest';
import { getFile, PDF, sendIn } from '../kit/uploads.ts';
import { type Asking, does, mayDo, refused, todos, versionOf } from './asking.ts';
import type { Year } from './cast.ts';
import type { Competition } from './prepare.ts';

const WORDS = { plan: '示例方案:比安全、比质量、比进度', leadingGroup: '示例领导小组', headcount: 120 };
const ASKED = 'status entryNo';
/** Why the county returns one, and the city rejects another. */
export const OPINIONS = { returned: '请补充安全措施', rejected: '该班组不在重点工程上' };

/** The id of the entry of each unit. */
export interface Entries {
  /** Of a project in the east: returned once, and approved. */
  readonly bridge: string;
  /** Of a team in the east: recommended, and rejected by the city. */
  readonly port: string;
  /** Of a team in the west: approved at once. */
  readonly power: string;
}

/**
 * Three units apply: one is returned and comes again, one is rejected; two compete once it starts.
 * @param join lets others apply as well, before applications close
 */
export async function enter(year: Year, competition: Competition, join?: () => unknown): Promise<Entries> {
  const entries = await draft(year, competition);
  await apply(year, entries);
  await recommend(year, entries);
  await decide(year, entries);
  await join?.();
  await start(year, competition);
  return entries;
}

async function draft(year: Year, competition: Competition): Promise<Entries> {
  const { app, people, units, regions, region, at } = year;
  const { east, west, bridge } = people;
  at('2026-01-26T09:00');
  const { id: project } = await does(east, 'projectCreate', {
    ...{ name: '示例跨海大桥', level: 'MUNICIPAL_KEY', owner: units.bridge, region: region(regions.east) },
  });
  const { body: file } = await sendIn(app, bridge);
  const made = await does(
    bridge,
    'entryCreate',
    {
      ...{ competition: competition.id, track: competition.projects, applicant: units.bridge, project },
      ...{ ...WORDS, enclosures: [file.id] },
    },
    `${ASKED} headcount subject { __typename } enclosures { nodes { id fileName size } } nextActions`,
  );
  expect(made).toEqual({
    ...{ id: made.id, version: 1, status: 'DRAFT', entryNo: null, headcount: 120 },
    ...{ subject: { __typename: 'Project' }, nextActions: ['UPDATE', 'SUBMIT', 'WITHDRAW'] },
    enclosures: { nodes: [{ id: file.id, fileName: '示例.pdf', size: PDF.length }] },
  });
  // Whoever sees an entry may have what is enclosed with it, and nobody else.
  expect((await getFile(app, east, file.id!)).status).toBe(200);
  expect((await getFile(app, west, file.id!)).status).toBe(404);

  const team = async (name: 'port' | 'power', teamName: string) => {
    const { body } = await sendIn(app, people[name]);
    const of = { competition: competition.id, track: competition.teams, applicant: units[name], teamName };
    return (await does(people[name], 'entryCreate', { ...of, ...WORDS, enclosures: [body.id] })).id;
  };
  const [port, power] = [await team('port', '示例装卸一班'), await team('power', '示例输电二班')];
  const waits = (name: string) => [`Entry ${name} SUBMIT, for 0 days, by 2026-02-27`];
  expect(await todos(year)).toEqual({
    ...{ bridge: waits('示例路桥公司'), port: waits('示例港航公司'), power: waits('示例电力公司') },
  });
  return { bridge: made.id, port, power };
}

/** Somebody does this to an entry; its status and its number then. */
async function step(who: Asking, action: string, id: string, more: object = {}) {
  const input = { id, version: await versionOf(who, id), ...more };
  const { status, entryNo } = await does(who, `entry${action}`, input, ASKED);
  return [status, entryNo];
}

async function apply(year: Year, entries: Entries): Promise<void> {
  const { people, at } = year;
  at('2026-01-28T09:00');
  for (const name of ['bridge', 'port', 'power'] as const)
    expect(await step(people[name], 'Submit', entries[name])).toEqual(['SUBMITTED', null]);
  at('2026-02-02T09:00');
  expect(await todos(year)).toEqual({
    east: ['Entry 示例路桥公司 RECOMMEND, for 5 days', 'Entry 示例港航公司 RECOMMEND, for 5 days'],
    west: ['Entry 示例电力公司 RECOMMEND, for 5 days'],
  });
  expect(await mayDo(year, entries.bridge)).toEqual({
    ...{ office: [], municipal: [], east: ['RETURN', 'RECOMMEND', 'REJECT'], bridge: ['WITHDRAW'] },
  });
}

async function recommend(year: Year, { bridge, port, power }: Entries): Promise<void> {
  const { people, at } = year;
  const { east, west } = people;
  expect(await step(east, 'Return', bridge, { opinion: OPINIONS.returned })).toEqual(['RETURNED', null]);
  expect(await step(east, 'Recommend', port)).toEqual(['RECOMMENDED', null]);
  expect(await step(west, 'Recommend', power, { opinion: '同意推荐' })).toEqual(['RECOMMENDED', null]);
  at('2026-02-04T09:00');
  const waiting = ['示例港航公司', '示例电力公司'].map((name) => `Entry ${name} APPROVE, for 2 days`);
  expect(await todos(year)).toEqual({
    ...{ office: waiting, municipal: waiting },
    bridge: ['Entry 示例路桥公司 SUBMIT, for 2 days, by 2026-02-27'],
  });
  expect(await mayDo(year, port)).toEqual({
    ...{ office: ['RETURN', 'APPROVE', 'REJECT'], municipal: ['RETURN', 'APPROVE', 'REJECT'] },
    ...{ east: [], port: ['WITHDRAW'] },
  });
}

async function decide(year: Year, { bridge, port, power }: Entries): Promise<void> {
  const { people, at } = year;
  const { east, municipal, office } = people;
  const seen = { id: port, version: await versionOf(municipal, port) };
  expect(await refused(east, 'entryApprove', seen)).toEqual({ code: 'FORBIDDEN', path: ['id'] });
  expect(await refused(municipal, 'entryReject', seen)).toEqual({
    ...{ code: 'OPINION_REQUIRED', path: ['opinion'] },
  });
  expect(await step(municipal, 'Reject', port, { opinion: OPINIONS.rejected })).toEqual(['REJECTED', null]);
  expect(await step(municipal, 'Approve', power)).toEqual(['APPROVED', '2026-0001']);
  const plan = `${WORDS.plan};安全措施见附件`;
  expect(await step(people.bridge, 'Update', bridge, { plan })).toEqual(['RETURNED', null]);
  expect(await step(people.bridge, 'Submit', bridge)).toEqual(['SUBMITTED', null]);
  expect(await todos(year)).toEqual({ east: ['Entry 示例路桥公司 RECOMMEND, for 0 days'] });
  at('2026-02-09T09:00');
  expect(await step(east, 'Recommend', bridge)).toEqual(['RECOMMENDED', null]);
  expect(await step(office, 'Approve', bridge)).toEqual(['APPROVED', '2026-0002']);
  expect(await todos(year)).toEqual({});
}

/** Applications close, half a day before their end; on its day the competition starts. */
async function start({ people, units, at }: Year, competition: Competition): Promise<void> {
  at('2026-02-27T09:00');
  expect(await competition.step('competitionCloseApplications')).toEqual([
    'APPLYING',
    ['UPDATE', 'OPEN_APPLICATIONS', 'START', 'SUSPEND', 'CANCEL'],
  ]);
  const late = { competition: competition.id, track: competition.teams, applicant: units.port };
  expect(await refused(people.port, 'entryCreate', { ...late, teamName: '示例装卸二班' })).toEqual({
    ...{ code: 'DEADLINE', path: ['competition'] },
  });
  at('2026-03-02T09:00');
  expect(await competition.step('competitionStart')).toEqual([
    'RUNNING',
    ['UPDATE', 'BEGIN_SCORING', 'SUSPEND', 'CANCEL'],
  ]);
}
