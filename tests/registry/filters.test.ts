import fc from 'fast-check';
import { isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { models } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { FILTERED, filtersOf, listOf, matches } from './oracle/lists.ts';
import { globalId, ordered } from './oracle/order.ts';
import { World } from './oracle/world.ts';

const app = await startSharedApp('demo');
// The demonstration is all made up: here a third of it is not.
for (const [name, { table, fields }] of Object.entries(models)) {
  // The database lets nobody change a snapshot.
  if (!fields.isDemo || name === 'StateOfPlaySnapshot') continue;
  await app.db.prisma.$executeRawUnsafe(`update "${table}" set is_demo = hashtext(id::text) % 3 <> 0`);
}
const world = await World.read(app.db.prisma);

/** The same filters every time, so that what they find together is known. */
const RUNS = { seed: 20_260_501, numRuns: 50 };
const LARGEST_PAGE = 100;

test.each(FILTERED)('%s: every member of the filter is tried', (name) => {
  const { model, members } = listOf(name, world);
  const input = schema.getType(`${model}Filter`);
  if (!isInputObjectType(input)) throw new Error(`${name} has no filter.`);
  expect(Object.keys(members).toSorted()).toEqual(Object.keys(input.getFields()).toSorted());
});

/** What the filters of each list have found: members that found something, filters that found a part of the rows. */
const found: Record<string, { members: Set<string>; parts: number }> = {};

test.each(FILTERED)('%s: filters find what a plain look through all rows finds', async (name) => {
  const list = listOf(name, world);
  const { model, members } = list;
  const query = `query ($filter: ${model}Filter) {
    list: ${name}(filter: $filter, first: ${LARGEST_PAGE}) { totalCount nodes { id } } }`;
  const proof = (found[name] = { members: new Set<string>(), parts: 0 });
  const compare = async (filter: Record<string, unknown>) => {
    const expected = ordered(
      model,
      world.rows(model).filter((row) => matches(list, row, filter)),
    );
    const { data, errors } = await app.ask(query, { filter });
    expect(errors).toBeUndefined();
    expect(data!.list).toEqual({
      totalCount: expected.length,
      nodes: expected.slice(0, LARGEST_PAGE).map(({ id }) => ({ id: globalId(model, id) })),
    });
    if (expected.length === 0) return;
    for (const given of Object.keys(filter)) proof.members.add(given);
    if (expected.length < world.rows(model).length) proof.parts++;
  };
  let { seed } = RUNS;
  for (const [member, { values }] of Object.entries(members)) {
    const alone = fc.record({ [member]: values });
    // Each with a seed of its own: else all would draw alike.
    await fc.assert(fc.asyncProperty(alone, compare), { seed: ++seed, numRuns: 7 });
  }
  await fc.assert(fc.asyncProperty(filtersOf(list, 4), compare), RUNS);
});

test('every member has found something, and most filters a part of the rows', () => {
  for (const name of FILTERED) {
    const { members, parts } = found[name]!;
    expect([name, [...members].toSorted()]).toEqual([
      name,
      Object.keys(listOf(name, world).members).toSorted(),
    ]);
    expect([name, parts > 60]).toEqual([name, true]);
  }
});
