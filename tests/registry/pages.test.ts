import type { GraphQLEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { fieldOf, type ModelName, models } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { modelOf, ROOT_LISTS } from './oracle/fields.ts';
import { listOf, matches } from './oracle/lists.ts';
import type { Filter } from './oracle/members.ts';
import { globalId, type Order, ordered } from './oracle/order.ts';
import { type Row, World } from './oracle/world.ts';

const app = await startSharedApp('demo');
const { prisma } = app.db;

/** Sizes of pages, in turn: the smallest makes some twenty of a list, the largest one or two. */
const SIZES = [7, 12, 25, 51, 100];
const CENTER = { regionCode: '370602' };

/** Text that is equal for many rows, and that a language would sort in another way than its bytes. */
const TEXT = `(array['示例', 'é', 'B', 'a', '例', '_', 'Z9'])[n % 7 + 1] || n % 5`;
const unlessThird = (value: string) => `case when n % 3 = 0 then null else ${value} end`;

/** What is asked of each list, and what is changed before so that many values are equal and a third absent. */
const LISTS: Record<string, { filter?: Filter; changed?: string }> = {
  awardGrants: { changed: `certificate_no = ${unlessThird(TEXT)}, revoked_on = revoked_on + n % 4` },
  awardTypes: {},
  committees: {},
  competitions: { changed: `title = ${TEXT}` },
  decisions: { changed: `title = ${TEXT}` },
  // What is public was approved, and so has a number and its days.
  entries: {
    filter: CENTER,
    changed: `entry_no = case when entry_no is null then null else '示例' || of_competition end`,
  },
  innovationGroups: { filter: CENTER, changed: `name = ${TEXT}` },
  innovationResults: { filter: { category: ['SMALL_REFORM', 'SMALL_DESIGN'] }, changed: `title = ${TEXT}` },
  mentorPairs: { filter: CENTER },
  projects: { filter: { status: ['PLANNED', 'SUSPENDED', 'COMPLETED'] }, changed: `name = ${TEXT}` },
  studios: { filter: CENTER, changed: `name = ${TEXT}, level = ${unlessThird('level')}` },
};

const regionId = (await prisma.region.findUniqueOrThrow({ where: { code: '370602' } })).id;
const officeId = (await prisma.organization.findFirstOrThrow()).id;
const sixty = Array.from({ length: 60 }, (_, n) => n);
const january = (year: number) => new Date(Date.UTC(year, 0, 1));
await prisma.committee.createMany({
  data: sixty.map((n) => ({
    name: `示例委员会${n % 20}`,
    level: n % 2 ? ('COUNTY' as const) : ('NATIONAL' as const),
    validFrom: n % 3 ? january(2000 + (n % 5)) : null,
    officeId,
    regionId,
  })),
});
await prisma.awardType.createMany({
  data: sixty.map((n) => ({
    code: `example.award_${n % 20}`,
    name: `${n % 2 ? 'é' : 'Z'}${n % 15}`,
    nameEn: 'Example award',
    level: n % 4 ? ('COUNTY' as const) : ('TEAM' as const),
    recipientKind: 'PERSON',
    validFrom: january(2000 + Math.floor(n / 20)),
    validTo: january(2001 + Math.floor(n / 20)),
  })),
});
for (const n of sixty.slice(0, 24)) {
  await app.competition({ status: n % 2 ? 'PUBLISHED' : 'CONCLUDED', regionId });
}
const lists = ROOT_LISTS.filter(({ name }) => name in LISTS);
for (const list of lists) {
  const { changed } = LISTS[list.name]!;
  if (changed) await prisma.$executeRawUnsafe(changing(modelOf(list), changed));
}
const world = await World.read(prisma);
const smallBatches = world.all('Decision').filter(({ id }) => {
  const { length } = world.having('AwardGrant', 'decisionId', id);
  return length > 0 && length <= 30;
});
LISTS.awardGrants!.filter = {
  includeRevoked: true,
  decision: smallBatches.map(({ id }) => globalId('Decision', id)),
};

const cases = lists.flatMap((list) => {
  const model = modelOf(list);
  const fields = schema.getType(`${model}OrderField`) as GraphQLEnumType;
  return fields.getValues().flatMap(({ name, value }) =>
    (['ASC', 'DESC'] as const).map((direction) => ({
      name: `${list.name} by ${name} ${direction}`,
      list: list.name,
      model,
      orderBy: { field: name, direction },
      order: { field: value, direction } as Order,
    })),
  );
});

describe('pages, forward and back, make up the whole list in its order', () => {
  test.each(cases.map((each, at) => [each.name, each, at] as const))('%s', async (_, each, at) => {
    const { list, model, order } = each;
    const expected = ordered(model, rowsOf(list, model), order).map(({ id }) => globalId(model, id));
    expect(await walk(each, true, SIZES[at % SIZES.length]!)).toEqual(expected);
    expect(await walk(each, false, SIZES[(at + 1) % SIZES.length]!)).toEqual(expected);
  });
});

test('every order met some hundred rows, many of them equal and many without a value', () => {
  const unproved = cases.filter(({ list, model, order }) => {
    const values = rowsOf(list, model).map((row) => row[order.field]);
    const present = values.filter((value) => value !== null);
    const share = present.length / values.length;
    // Where entries have no number and projects no end, they are too few or too many to be measured by this.
    const isOptional =
      fieldOf(model, order.field).nullable && list !== 'entries' && order.field !== 'plannedEnd';
    return (
      values.length < 50 ||
      values.length > 150 ||
      new Set(present.map(String)).size === present.length ||
      (isOptional && (share < 0.15 || share > 0.85))
    );
  });
  expect(unproved.map(({ name }) => name)).toEqual([]);
});

/** The rows of the list as it is asked for. */
function rowsOf(list: string, model: ModelName): readonly Row[] {
  const { filter } = LISTS[list]!;
  if (!filter) return world.rows(model);
  const filtered = listOf(list, world);
  return world.rows(model).filter((row) => matches(filtered, row, filter));
}

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** The ids of all pages, in the order of the list. */
async function walk(
  { list, model, orderBy }: (typeof cases)[number],
  forward: boolean,
  size: number,
): Promise<string[]> {
  const [count, from] = forward ? ['first', 'after'] : ['last', 'before'];
  const query = `query ($filter: ${model}Filter, $orderBy: ${model}Order, $size: Int, $from: String) {
    page: ${list}(filter: $filter, orderBy: $orderBy, ${count}: $size, ${from}: $from) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const variables = { filter: LISTS[list]!.filter, orderBy, size, from: cursor };
    const { data, errors } = await app.ask<{ page: Page }>(query, variables);
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data!.page;
    ids.splice(forward ? ids.length : 0, 0, ...nodes.map(({ id }) => id));
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== undefined);
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
    more = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (more) expect(nodes).toHaveLength(size);
  }
  return ids;
}

/** Sets columns; `n` counts all rows, `of_competition` those of an entry's competition. */
function changing(model: ModelName, columns: string): string {
  const { table, fields } = models[model];
  const own = fields.competitionId
    ? ', row_number() over (partition by competition_id order by id) as of_competition'
    : '';
  return `update "${table}" t set ${columns}
    from (select id as "#", row_number() over (order by id)::int as n${own} from "${table}") numbered
    where t.id = numbered."#"`;
}
