import { expect, test } from 'vitest';
import { demoAccounts } from '../../prisma/seed/demo/accounts.ts';
import type { Account } from '../../src/http/authenticate.ts';
import { models } from '../../src/platform/models.ts';
import { startSharedApp } from '../kit/app.ts';

/** The end of the day on which the year stands still. */
const TODAY = new Date('2026-06-30T12:00:00Z');
const TITLE = '示例2026年度烟台市先进制造业劳动竞赛';

let accounts: readonly Account[] = [];
const app = await startSharedApp('demo', {
  now: () => TODAY,
  accounts: async (db) => (accounts = await demoAccounts(db, TODAY)),
});

const rows = async <Row>(sql: string) => (await app.db.driver.query(sql, [])) as Row[];

interface Standing {
  readonly stage: string;
  readonly status: string;
  readonly rank: number | null;
  readonly before: number | null;
  readonly reason: string | null;
  readonly total: string | null;
}

/** How many there are of each value in the competition. */
async function tally(sql: string): Promise<Record<string, number>> {
  const counted = await rows<{ value: string; count: number }>(
    `select value, count(*)::int as count from (${sql}) found group by 1 order by 1`,
  );
  return Object.fromEntries(counted.map(({ value, count }) => [value, count]));
}

const ofCompetition = `join competition c on c.id = e.competition_id where c.title = '${TITLE}'`;

test('24 entries went the whole way, and of the others some were approved and some returned in batches', async () => {
  expect(await tally(`select e.status::text as value from entry e ${ofCompetition}`)).toEqual({
    ACTIVE: 31,
    RETURNED: 4,
    VETOED: 1,
  });
  expect(
    await tally(
      `select w.action as value from workflow_event w join entry e on e.id = w.subject_id ${ofCompetition}`,
    ),
  ).toEqual({
    ...{ CREATE: 24, SUBMIT: 27, RETURN: 7, UPDATE: 3, RECOMMEND: 24, APPROVE: 32, ACTIVATE: 32, VETO: 1 },
  });
});

test('two stages are over and a third is open; of their summaries most are accepted, some returned, waived or overdue', async () => {
  const found = await tally(
    `select s.ordinal || ' ' || m.status || case when m.due_on < '2026-06-30' and m.status in ('DUE', 'DRAFT', 'RETURNED')
       then ' overdue' else '' end as value
     from stage_summary m join stage s on s.id = m.stage_id join entry e on e.id = m.entry_id ${ofCompetition}`,
  );
  expect(found).toEqual({
    ...{ '1 ACCEPTED': 22, '1 DUE overdue': 1, '1 WAIVED': 9 },
    ...{ '2 ACCEPTED': 14, '2 SUBMITTED': 5, '2 WAIVED': 9 },
    ...{ '2 DUE overdue': 2, '2 DRAFT overdue': 1, '2 RETURNED overdue': 1 },
    ...{ '3 DUE': 32, '4 NOT_DUE': 32 },
  });
});

test('standings after both stages move, with a tie, a missing score and a veto', async () => {
  const found: Record<string, string[]> = {};
  for (const row of await rows<Standing>(
    `select s.name as stage, st.status, r.rank, r.previous_rank as before, r.unranked_reason as reason, r.total::text
     from standing_row r join standing st on st.id = r.standing_id join stage s on s.id = st.stage_id
     order by s.ordinal, r.ordinal`,
  )) {
    const { stage, status, rank, before, reason, total } = row;
    (found[`${stage} ${status}`] ??= []).push(`${rank ?? reason} (${before ?? 'new'}) ${total}`);
  }
  expect(found).toEqual({
    '示例第一阶段 PUBLISHED': [
      '1 (new) 90.75',
      '2 (new) 88.75',
      '3 (new) 88.50',
      '4 (new) 88.00',
      '5 (new) 85.50',
      '6 (new) 84.75',
      '7 (new) 84.25',
      '7 (new) 84.25',
      '9 (new) 81.25',
      '10 (new) 80.25',
      '11 (new) 79.00',
      'MISSING_SCORE (new) null',
    ],
    '示例第二阶段 PUBLISHED': [
      '1 (new) 96.00',
      '2 (2) 93.50',
      '3 (3) 92.25',
      '4 (6) 91.75',
      '5 (7) 89.75',
      '6 (5) 84.25',
      '7 (7) 82.75',
      '8 (4) 81.00',
      '9 (11) 78.50',
      '10 (9) 75.25',
      'VETOED (10) 82.50',
      'MISSING_SCORE (1) null',
    ],
  });
});

test('the outcome of the year before is under notice: three of five are to be praised, and somebody objects to the third', async () => {
  expect(
    await rows(
      `select n.status as notice, l.status as shortlist, c.ordinal, c.is_selected as selected, r.rank,
         array(select kind::text || case when is_against then ' against' else '' end from selection_reason
               where candidate_id = c.id) as reasons,
         (select o.status from objection o where o.candidate_id = c.id) as objection
       from public_notice n join shortlist l on l.id = n.shortlist_id
       join shortlist_candidate c on c.shortlist_id = l.id join standing_row r on r.id = c.standing_row_id
       order by c.ordinal`,
    ),
  ).toEqual([
    candidate(1, true, null),
    candidate(2, true, null),
    candidate(3, true, 'OPEN'),
    candidate(4, false, null),
    candidate(5, false, null),
  ]);
});

function candidate(ordinal: number, selected: boolean, objection: string | null) {
  const reasons = [selected ? 'RANKED_IN_QUOTA' : 'OUT_OF_QUOTA against'];
  return { notice: 'OPEN', shortlist: 'NOTICED', ordinal, selected, rank: ordinal, reasons, objection };
}

test('every account whose role has work finds some on its list', async () => {
  const found: Record<string, Record<string, number>> = {};
  for (const { name, token } of accounts) {
    const { data } = await app.ask<{
      viewer: { todo: { nodes: { action: string; subject: { __typename: string } }[] } };
    }>(
      '{ viewer { todo(first: 100) { nodes { action subject { __typename } } } } }',
      {},
      { authorization: `Bearer ${token}` },
    );
    found[name] = {};
    for (const { action, subject } of data!.viewer.todo.nodes) {
      const what = `${subject.__typename} ${action}`;
      found[name][what] = (found[name][what] ?? 0) + 1;
    }
  }
  expect(found).toEqual({
    PROVINCIAL_OFFICER: { 'ActionItem REPORT': 1, 'Objection HANDLE': 1 },
    MUNICIPAL_OFFICER: { 'ActionItem REPORT': 1, 'Entry APPROVE': 35, 'Objection HANDLE': 1 },
    COUNTY_OFFICER: { 'Entry APPROVE': 4, 'Entry RECOMMEND': 2, 'StageSummary ACCEPT': 2 },
    INDUSTRIAL_OFFICER: { 'StageSummary ACCEPT': 1 },
    UNIT_OFFICER: { 'ActionItem REPORT': 1, 'StageSummary SAVE': 3, 'StageSummary SUBMIT': 1 },
    COMMITTEE_OFFICE: {
      'ActionItem CONFIRM': 1,
      'CommitteeMeeting CLOSE': 1,
      'Entry APPROVE': 91,
      'Objection HANDLE': 1,
      'Veto CONFIRM': 1,
    },
    ASSESSOR: { 'ScoreSheet SUBMIT': 1 },
    // No kind of work waits for these: they look on, or begin what they do themselves.
    ...{ ADMIN: {}, COMMITTEE_MEMBER: {}, SUPERVISOR: {}, PARTNER: {} },
  });
});

test('all that happened is marked as made up', async () => {
  const real: Record<string, number> = {};
  for (const [name, { table, fields }] of Object.entries(models)) {
    if (!('isDemo' in fields)) continue;
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(
      `select count(*)::int as count from ${table} where not is_demo`,
    );
    if (count > 0) real[name] = count;
  }
  // Of these some are published: who a figure is of, and the template.
  expect(real).toEqual({ Organization: 11, ScoringScheme: 1 });
});
