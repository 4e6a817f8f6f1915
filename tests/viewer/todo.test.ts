import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { type Person, people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const person = people(app, signIn);
const country = await app.region();
const city = await app.region({ parent: country, level: 'PREFECTURE' });
const [here, there] = [await app.region({ parent: city }), await app.region({ parent: city })];
const unit = await app.organization({ regionId: here.id });
const other = await app.organization({ regionId: there.id });
const applicationsCloseAt = new Date('2026-05-20T15:59:00Z');
const { id: competitionId } = await app.competition({
  status: 'APPLYING',
  regionId: city.id,
  applicationsCloseAt,
});
const updatedAt = new Date('2026-04-28T11:00:00Z');
const own = { competitionId, applicantId: unit.id, regionId: here.id, updatedAt };
const elsewhere = { ...own, applicantId: other.id, regionId: there.id };

const draft = await app.entry({ ...own, status: 'DRAFT' });
const submitted = await app.entry({ ...own, status: 'SUBMITTED' });
const recommended = await app.entry({ ...own, status: 'RECOMMENDED' });
const foreign = await app.entry({ ...elsewhere, status: 'SUBMITTED' });
const { id: running } = await app.competition({ status: 'RUNNING', regionId: city.id });
const active = await app.entry({ ...own, competitionId: running, status: 'ACTIVE' });
const stages = [await app.stage({ competitionId: running }), await app.stage({ competitionId: running })];
const ofEntry = { entryId: active.id, updatedAt };
const overdue = await app.stageSummary({ ...ofEntry, stageId: stages[0]!.id, dueOn: new Date('2026-04-30') });
const handedIn = await app.stageSummary({ ...ofEntry, stageId: stages[1]!.id, status: 'SUBMITTED' });

const officer = await person({ role: 'UNIT_OFFICER', organizationId: unit.id });
const county = await person({ role: 'COUNTY_OFFICER', regionId: here.id });
const municipal = await person({ role: 'MUNICIPAL_OFFICER', regionId: city.id });
const office = await person({ role: 'COMMITTEE_OFFICE', regionId: city.id });
const supervisor = await person({ role: 'SUPERVISOR', regionId: city.id });

const ITEM =
  'subject { __typename ... on Entry { id } ... on StageSummary { id } } action ageDays dueOn isOverdue';
async function todo(who: Person, args = '') {
  const { data, errors } = await who.ask<{ viewer: { todo: { totalCount: number; nodes: unknown[] } } }>(
    `{ viewer { todo${args} { totalCount nodes { ${ITEM} } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.viewer.todo;
}
const item = (type: 'Entry' | 'StageSummary', { id }: { id: string }, action: string, more: object = {}) => ({
  subject: { __typename: type, id: globalId(type, id) },
  action,
  // Since 28 April, 19:00 in Beijing; it is 1 May, 20:00.
  ageDays: 3,
  dueOn: null,
  isOverdue: false,
  ...more,
});

test('a unit finds what it has to write, what falls due first before all else', async () => {
  expect(await todo(officer)).toEqual({
    totalCount: 2,
    nodes: [
      item('StageSummary', overdue, 'SAVE', { dueOn: '2026-04-30', isOverdue: true }),
      item('Entry', draft, 'SUBMIT', { dueOn: '2026-05-20' }),
    ],
  });
});

test('a county finds what its units sent in', async () => {
  expect(await todo(county)).toEqual({
    totalCount: 2,
    nodes: [
      item('StageSummary', handedIn, 'ACCEPT', { dueOn: '2026-05-11', ageDays: 11 }),
      item('Entry', submitted, 'RECOMMEND'),
    ],
  });
});

test('the city, and the office of its committee, find what is before them alone', async () => {
  const approval = { totalCount: 1, nodes: [item('Entry', recommended, 'APPROVE')] };
  expect([await todo(municipal), await todo(office)]).toEqual([approval, approval]);
});

test('what is listed can be done, and nothing is listed that cannot', async () => {
  for (const who of [officer, county, municipal, office]) {
    const { nodes } = (await todo(who)) as { nodes: { subject: { id: string }; action: string }[] };
    for (const { subject, action } of nodes) {
      const { data } = await who.ask<{ node: Record<string, string[]> }>(
        `{ node(id: "${subject.id}") { ... on Entry { entry: nextActions } ... on StageSummary { summary: nextActions } } }`,
      );
      expect(Object.values(data!.node).flat()).toContain(action);
    }
  }
});

test('who applied does not find it again to examine', async () => {
  const both = await person(
    { role: 'COUNTY_OFFICER', regionId: there.id },
    { role: 'UNIT_OFFICER', organizationId: unit.id },
  );
  expect((await todo(both)).nodes).toContainEqual(item('Entry', foreign, 'RECOMMEND'));
  await app.workflowEvent({
    subjectType: 'Entry',
    subjectId: foreign.id,
    action: 'SUBMIT',
    actorUserId: both.id,
  });
  expect((await todo(both)).nodes).not.toContainEqual(item('Entry', foreign, 'RECOMMEND'));
});

test('who only watches has nothing to do, nor has the public', async () => {
  expect(await todo(supervisor)).toEqual({ totalCount: 0, nodes: [] });
  const { data } = await app.ask(
    '{ viewer { todo { totalCount nodes { action } pageInfo { hasNextPage } } } }',
  );
  expect(data).toEqual({ viewer: { todo: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } } });
});

test.each(['DUE', 'SINCE'])('by %s, page after page, in both directions', async (field) => {
  for (const direction of ['ASC', 'DESC']) {
    const orderBy = `orderBy: { field: ${field}, direction: ${direction} }`;
    const whole = (await todo(officer, `(${orderBy})`)).nodes;
    const pages: unknown[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { data } = await officer.ask<{
        viewer: {
          todo: { edges: { node: unknown }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
      }>(
        `{ viewer { todo(first: 1, ${orderBy} ${after}) { edges { node { ${ITEM} } } pageInfo { hasNextPage endCursor } } } }`,
      );
      const { edges, pageInfo } = data!.viewer.todo;
      pages.push(...edges.map(({ node }) => node));
      after = `after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
    }
    expect(pages).toEqual(whole);
  }
});

test.each(['x', 'W10', Buffer.from('["due","asc",null,"x","y","z"]').toString('base64url')])(
  'a cursor that is none is refused: %s',
  async (after) => {
    const { errors } = await officer.ask(
      `{ viewer { todo(after: "${after}") { totalCount nodes { action } } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  },
);

test('a page is 100 at most', async () => {
  const { errors } = await officer.ask('{ viewer { todo(first: 101) { nodes { action } } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
