import { afterAll, expect, inject, test } from 'vitest';
import { checkUscc } from '../../src/features/organizations/rules.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { copyOf } from '../kit/templates.ts';

const { driver, remove } = await copyOf(inject('templates').demo);
const db = openDatabase(driver);
afterAll(async () => {
  await db.close();
  await remove();
});

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await driver.query(sql, [])) as Row[];
}

/** The first column of the rows. */
async function values(sql: string): Promise<unknown[]> {
  return (await rows<object>(sql)).map((row) => Object.values(row)[0]);
}

/** How many rows there are of each value. */
async function tally(table: string, column: string, where = 'true'): Promise<Record<string, number>> {
  const counted = await rows<{ value: string; count: number }>(
    `select ${column} as value, count(*)::int as count from ${table} where ${where} group by 1`,
  );
  return Object.fromEntries(counted.map(({ value, count }) => [value, count]));
}

test('there are as many projects, units and studios as Yantai counted, and departments in its committee', async () => {
  const [counts] = await rows(`select
    (select count(*)::int from organization where is_demo and status = 'ACTIVE'
       and type in ('ENTERPRISE', 'PUBLIC_INSTITUTION')) as units,
    (select count(distinct project_participant.organization_id)::int from project_participant
       join entry using (project_id) join competition on competition.id = entry.competition_id
       where competition.title = '示例2026年度烟台市重点工程立功竞赛') as participants,
    (select count(distinct organization_id)::int from organization_identifier
       join organization on organization.id = organization_id
       where scheme = 'USCC' and type in ('ENTERPRISE', 'PUBLIC_INSTITUTION') and status = 'ACTIVE') as coded,
    (select count(*)::int from studio where status = 'ACTIVE'
       and level in ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY')) as studios,
    (select count(distinct organization_id)::int from committee_member
       join organization on organization.id = organization_id where type = 'GOVERNMENT_DEPARTMENT') as departments`);
  expect(counts).toEqual({ units: 1200, participants: 1200, coded: 1200, studios: 328, departments: 20 });
  expect(await tally('project', 'level')).toEqual({ PROVINCIAL_KEY: 80, MUNICIPAL_KEY: 197, COUNTY_KEY: 1 });
});

test('every key project takes part in the merit competition, in each division and zone of Yantai', async () => {
  const entered = await rows<{ status: string; level: string; count: number }>(
    `select entry.status, project.level, count(*)::int as count
     from entry join project on project.id = project_id join competition on competition.id = competition_id
     where competition.title = '示例2026年度烟台市重点工程立功竞赛' and competition.status = 'RUNNING'
     group by 1, 2 order by 3`,
  );
  expect(entered).toEqual([
    { status: 'ACTIVE', level: 'PROVINCIAL_KEY', count: 80 },
    { status: 'ACTIVE', level: 'MUNICIPAL_KEY', count: 197 },
  ]);
  const homes = await values(
    `select distinct region.name from project join region on region.id = region_id where project.level <> 'COUNTY_KEY'`,
  );
  const divisions = await values(
    `select region.name from region join region parent on parent.id = region.parent_id
     where parent.code = '370600' and region.valid_to is null`,
  );
  expect(divisions).toHaveLength(13);
  expect(homes.sort()).toEqual(divisions.sort());
});

test('every state of a competition, an entry, a title, a pair and a result occurs', async () => {
  for (const [table, column, type] of [
    ['competition', 'status', 'CompetitionStatus'],
    ['entry', 'status', 'EntryStatus'],
    ['studio_title', 'status', 'StudioTitleStatus'],
    ['mentor_pair', 'status', 'PairStatus'],
    ['innovation_result', 'status', 'ResultStatus'],
    ['innovation_result', 'category', 'ResultCategory'],
    ['studio', 'kind', 'StudioKind'],
    ['decision', 'kind', 'DecisionKind'],
  ]) {
    const occurring = Object.keys(await tally(table!, column!)).sort();
    expect(occurring).toEqual((await values(`select unnest(enum_range(null::"${type}"))::text`)).sort());
  }
});

test('the stages of each competition weigh 1 together', async () => {
  expect(
    await tally('(select sum(weight) as total from stage group by competition_id) weighed', 'total'),
  ).toEqual({
    1: 65,
  });
});

test('one decision takes a whole batch back, others single awards and titles', async () => {
  const revoked = await rows(
    `select granting.title as granted, min(revoking.title) as revoked, count(*)::int as count
     from award_grant join decision granting on granting.id = decision_id
     left join decision revoking on revoking.id = revocation_decision_id
     group by granting.id having every(status = 'REVOKED')`,
  );
  expect(revoked).toEqual([
    {
      granted: '示例关于授予2024年烟台市工人先锋号的决定',
      revoked: '示例关于撤销2024年烟台市工人先锋号的决定',
      count: 20,
    },
  ]);
  expect(await tally('award_grant', 'status')).toEqual({ EFFECTIVE: 908, REVOKED: 26 });
  expect(await tally('studio_title', 'status', `status = 'REVOKED'`)).toEqual({ REVOKED: 11 });
});

test('the level of a studio is the highest that it holds', async () => {
  const wrong = await values(
    `select name from studio where level is distinct from
       (select min(level) from studio_title where studio_id = studio.id and status in ('NAMED', 'RECTIFYING'))`,
  );
  expect(wrong).toEqual([]);
});

test('every code of an organization is right', async () => {
  const codes = (await values(`select value from organization_identifier where scheme = 'USCC'`)) as string[];
  expect(codes).toHaveLength(1818);
  expect(codes.filter((code) => checkUscc(code) !== code)).toEqual([]);
});

test('records of 2019 keep the region of 蓬莱市', async () => {
  const found = await rows(
    `with penglai as (select id from region where code = '370684')
     select 'organization' as table, name, valid_to::text as day from organization where region_id in (table penglai)
     union all select 'project', name, planned_end::text from project where region_id in (table penglai)
     union all select 'studio', name, closed_on::text from studio where region_id in (table penglai)
     union all select 'award_grant', coalesce(team_name, 'medal'), granted_on::text from award_grant
       where region_id in (table penglai)
     order by 1, 2`,
  );
  expect(found).toEqual([
    { table: 'award_grant', name: 'medal', day: '2019-04-26' },
    { table: 'award_grant', name: '示例船体1班', day: '2019-04-26' },
    { table: 'organization', name: '示例蓬莱市总工会', day: '2020-06-05' },
    { table: 'organization', name: '示例蓬莱造船厂', day: '2020-06-05' },
    { table: 'project', name: '示例蓬莱重点工程2019号项目', day: '2019-11-30' },
    { table: 'studio', name: '示例蓬莱港口装卸职工创新工作室2019', day: null },
    { table: 'studio', name: '示例蓬莱焊接职工创新工作室2019', day: '2020-06-05' },
  ]);
});
