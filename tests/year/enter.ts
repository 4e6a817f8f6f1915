import { expect } from 'vitest';
import { getFile, sendIn } from '../kit/uploads.ts';
import { does, history, mayDo, refused, todos } from './asking.ts';
import type { Year } from './cast.ts';
import type { Competition } from './prepare.ts';

const WORDS = { plan: '示例方案:比安全、比质量、比进度', leadingGroup: '示例领导小组', headcount: 120 };
const ASKED = 'status entryNo';

/** Three units apply: one is returned and comes again, one is rejected; two compete once it starts. */
export async function enter(year: Year, competition: Competition) {
  const { app, people, units, region, regions, at } = year;
  const { office, municipal, east, west, bridge, port, power } = people;
  const unitOf = { bridge, port, power };
  const entries: Record<keyof typeof unitOf, string> = { bridge: '', port: '', power: '' };

  const version = async (id: string) => {
    const { data } = await office.ask<{ node: { version: number } }>(
      'query ($id: ID!) { node(id: $id) { ... on Entry { version } } }',
      { id },
    );
    // A draft is its unit's alone.
    return data!.node?.version ?? 1;
  };
  const step = async (who: (typeof people)['east'], action: string, id: string, more: object = {}) => {
    const input = { id, version: await version(id), ...more };
    const after = await does(who, `entry${action}`, input, ASKED);
    return [after.status, after.entryNo];
  };

  at('2026-01-26T09:00');
  const { id: project } = await does(east, 'projectCreate', {
    ...{ name: '示例跨海大桥', level: 'MUNICIPAL_KEY', owner: units.bridge, region: region(regions.east) },
  });
  const { body: file } = await sendIn(app, bridge);
  const drafted = await does(
    bridge,
    'entryCreate',
    {
      ...{ competition: competition.id, track: competition.projects, applicant: units.bridge, project },
      ...{ ...WORDS, enclosures: [file.id] },
    },
    `${ASKED} headcount subject { __typename } enclosures { nodes { id fileName size } } nextActions`,
  );
  entries.bridge = drafted.id;
  expect(drafted).toEqual({
    ...{ id: entries.bridge, version: 1, status: 'DRAFT', entryNo: null, headcount: 120 },
    ...{ subject: { __typename: 'Project' }, nextActions: ['UPDATE', 'SUBMIT', 'WITHDRAW'] },
    enclosures: { nodes: [{ id: file.id, fileName: '示例.pdf', size: 22 }] },
  });
  for (const [name, teamName] of [
    ['port', '示例装卸一班'],
    ['power', '示例输电二班'],
  ] as const) {
    const team = { competition: competition.id, track: competition.teams, applicant: units[name], teamName };
    const { body } = await sendIn(app, unitOf[name]);
    const made = await does(unitOf[name], 'entryCreate', { ...team, ...WORDS, enclosures: [body.id] });
    entries[name] = made.id;
  }
  const draft = (name: string) => [`Entry ${name} SUBMIT, for 0 days, by 2026-02-27`];
  expect(await todos(year)).toEqual({
    bridge: draft('示例路桥公司'),
    port: draft('示例港航公司'),
    power: draft('示例电力公司'),
  });

  at('2026-01-28T09:00');
  for (const [name, who] of Object.entries(unitOf) as [keyof typeof unitOf, typeof bridge][])
    expect(await step(who, 'Submit', entries[name])).toEqual(['SUBMITTED', null]);
  at('2026-02-02T09:00');
  expect(await todos(year)).toEqual({
    east: ['Entry 示例路桥公司 RECOMMEND, for 5 days', 'Entry 示例港航公司 RECOMMEND, for 5 days'],
    west: ['Entry 示例电力公司 RECOMMEND, for 5 days'],
  });
  expect(await mayDo(year, entries.bridge)).toEqual({
    ...{ office: [], municipal: [], east: ['RETURN', 'RECOMMEND', 'REJECT'], bridge: ['WITHDRAW'] },
  });
  // The file goes with the entry, and nobody sees it who does not see the entry.
  expect((await getFile(app, east, file.id!)).status).toBe(200);
  expect((await getFile(app, west, file.id!)).status).toBe(404);

  const opinion = '请补充安全措施';
  expect(await step(east, 'Return', entries.bridge, { opinion })).toEqual(['RETURNED', null]);
  expect(await step(east, 'Recommend', entries.port)).toEqual(['RECOMMENDED', null]);
  expect(await step(west, 'Recommend', entries.power, { opinion: '同意推荐' })).toEqual([
    'RECOMMENDED',
    null,
  ]);
  at('2026-02-04T09:00');
  const approvals = ['示例港航公司', '示例电力公司'].map((name) => `Entry ${name} APPROVE, for 2 days`);
  expect(await todos(year)).toEqual({
    ...{ office: approvals, municipal: approvals },
    bridge: ['Entry 示例路桥公司 SUBMIT, for 2 days, by 2026-02-27'],
  });
  // The county may not approve what the city does, and the city does not without a reason reject.
  const port3 = { id: entries.port, version: await version(entries.port) };
  expect(await refused(east, 'entryApprove', port3)).toEqual({ code: 'FORBIDDEN', path: ['id'] });
  expect(await refused(municipal, 'entryReject', port3)).toEqual({
    code: 'OPINION_REQUIRED',
    path: ['opinion'],
  });
  expect(await step(municipal, 'Reject', entries.port, { opinion: '该班组不在重点工程上' })).toEqual([
    'REJECTED',
    null,
  ]);
  expect(await step(municipal, 'Approve', entries.power)).toEqual(['APPROVED', '2026-0001']);
  const plan = `${WORDS.plan};安全措施见附件`;
  expect(await step(bridge, 'Update', entries.bridge, { plan })).toEqual(['RETURNED', null]);
  expect(await step(bridge, 'Submit', entries.bridge)).toEqual(['SUBMITTED', null]);
  at('2026-02-09T09:00');
  expect(await step(east, 'Recommend', entries.bridge)).toEqual(['RECOMMENDED', null]);
  expect(await step(office, 'Approve', entries.bridge)).toEqual(['APPROVED', '2026-0002']);
  expect(await todos(year)).toEqual({});

  at('2026-02-27T09:00');
  expect(await competition.step('competitionCloseApplications')).toEqual([
    'APPLYING',
    ['UPDATE', 'OPEN_APPLICATIONS', 'CLOSE_APPLICATIONS', 'START', 'SUSPEND', 'CANCEL'],
  ]);
  const late = { competition: competition.id, track: competition.teams, applicant: units.port };
  expect(await refused(port, 'entryCreate', { ...late, teamName: '示例装卸二班' })).toEqual({
    code: 'DEADLINE',
    path: ['competition'],
  });
  at('2026-03-02T09:00');
  expect(await competition.step('competitionStart')).toEqual([
    'RUNNING',
    ['UPDATE', 'BEGIN_SCORING', 'SUSPEND', 'CANCEL'],
  ]);

  expect(await history(municipal, 'Entry', entries.bridge)).toEqual([
    '2026-01-26T01:00 CREATE >DRAFT bridge UNIT_OFFICER',
    '2026-01-28T01:00 SUBMIT DRAFT>SUBMITTED bridge UNIT_OFFICER',
    `2026-02-02T01:00 RETURN SUBMITTED>RETURNED east COUNTY_OFFICER: ${opinion}`,
    '2026-02-04T01:00 UPDATE RETURNED>RETURNED bridge UNIT_OFFICER',
    '2026-02-04T01:00 SUBMIT RETURNED>SUBMITTED bridge UNIT_OFFICER',
    '2026-02-09T01:00 RECOMMEND SUBMITTED>RECOMMENDED east COUNTY_OFFICER',
    '2026-02-09T01:00 APPROVE RECOMMENDED>APPROVED office COMMITTEE_OFFICE',
    '2026-03-02T01:00 ACTIVATE APPROVED>ACTIVE office COMMITTEE_OFFICE',
  ]);
  expect(await history(municipal, 'Entry', entries.port)).toEqual([
    '2026-01-26T01:00 CREATE >DRAFT port UNIT_OFFICER',
    '2026-01-28T01:00 SUBMIT DRAFT>SUBMITTED port UNIT_OFFICER',
    '2026-02-02T01:00 RECOMMEND SUBMITTED>RECOMMENDED east COUNTY_OFFICER',
    '2026-02-04T01:00 REJECT RECOMMENDED>REJECTED municipal MUNICIPAL_OFFICER: 该班组不在重点工程上',
  ]);
  // The public sees who competes, and not who was rejected.
  const { data } = await app.ask(
    `query ($id: [ID!]) { entries(filter: { competition: $id }, orderBy: { field: ENTRY_NO, direction: ASC }) {
      nodes { entryNo status teamName applicant { name } project { name } } } }`,
    { id: [competition.id] },
  );
  expect(data).toEqual({
    entries: {
      nodes: [
        {
          ...{ entryNo: '2026-0001', status: 'ACTIVE', teamName: '示例输电二班', project: null },
          applicant: { name: '示例电力公司' },
        },
        {
          ...{ entryNo: '2026-0002', status: 'ACTIVE', teamName: null, project: { name: '示例跨海大桥' } },
          applicant: { name: '示例路桥公司' },
        },
      ],
    },
  });
  return entries;
}
