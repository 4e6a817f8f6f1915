import fc from 'fast-check';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Role } from '../../src/generated/prisma/client.ts';
import { schema } from '../../src/schema.ts';
import { type Answer, startSharedApp } from '../kit/app.ts';
import { contentOf } from '../kit/operations/cursors.ts';
import { type Operation, operation } from '../kit/operations/operation.ts';
import { usedBy } from '../kit/operations/usage.ts';
import { people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('demo', { authentication: signIn.authentication });
const content = await contentOf(app);
const person = people(app, signIn);
const { id: regionId } = await app.db.prisma.region.findFirstOrThrow({ where: { code: '370600' } });
const { applicantId: organizationId } = await app.db.prisma.entry.findFirstOrThrow({
  orderBy: { id: 'asc' },
});

/** What each role that people have is held over: another one does not compile until it is here. */
const HELD: Record<Exclude<Role, 'PUBLIC' | 'PARTNER'>, object> = {
  ADMIN: {},
  PROVINCIAL_OFFICER: { regionId },
  MUNICIPAL_OFFICER: { regionId },
  COUNTY_OFFICER: { regionId },
  INDUSTRIAL_OFFICER: { organizationId },
  UNIT_OFFICER: { organizationId },
  COMMITTEE_OFFICE: { regionId },
  COMMITTEE_MEMBER: { regionId },
  ASSESSOR: { organizationId },
  SUPERVISOR: { regionId },
};
const RUNS = 1500;
const RUNS_OF_ROLE = 40;
/** Milliseconds, where others are at work as well. */
const PATIENCE = 300_000;

/** In how many compiled operations each of these must be, so that all of them together prove something. */
const LEAST: Readonly<Record<string, number>> = {
  column: 600,
  id: 500,
  one: 400,
  many: 500,
  count: 20,
  list: 600,
  lookup: 200,
  union: 60,
  node: 40,
  derived: 10,
  row: 5,
  nodes: 30,
  // What resolvers fill in.
  computed: 100,
  resolver: 20,
  '.nodes': 400,
  '.edges': 400,
  '.cursor': 400,
  '.totalCount': 600,
  '.facets': 100,
  '.node': 300,
  '.startCursor': 200,
  '.endCursor': 200,
  '.hasNextPage': 200,
  '.hasPreviousPage': 200,
  AwardRecipient: 20,
  EntrySubject: 20,
  Node: 80,
  'first:': 400,
  'last:': 400,
  'after:': 200,
  'before:': 200,
  'orderBy:': 400,
  'filter:': 400,
  'includeDescendants:': 60,
  '@include': 400,
  '@skip': 400,
  '...': 300,
  '... on': 400,
  '...F': 300,
  $: 400,
  '$ =': 400,
  __typename: 400,
  ['__proto__']: 30,
};
/** Ways to read at the root. */
const ROOTS = ['list', 'lookup', 'node', 'nodes'];
/** What resolvers read takes statements of their own. */
const RESOLVED = ['computed', 'resolver'];

/** What happened in all operations together. */
class Tally {
  readonly used = new Map<string, number>();
  readonly refused = new Map<string, number>();
  compiled = 0;
  single = 0;
  large = 0;

  add({ query, isFaulty }: Operation, { data, errors }: Answer<object>): void {
    const code = errors?.[0]?.extensions.code;
    if (errors) count(this.refused, String(code));
    // A document may be too large as well.
    if (!isFaulty && code !== 'LIMIT_EXCEEDED') expect(errors).toBeUndefined();
    if (errors) return;
    const used = usedBy(parse(query), schema);
    const [first, ...others] = app.compiledReads;
    const isCompiled = first?.endsWith(' as json') === true;
    const isResolved = RESOLVED.some((kind) => used.has(kind));
    if (!isFaulty && ROOTS.some((kind) => used.has(kind))) {
      expect(isCompiled).toBe(true);
      if (!isResolved) expect(others).toEqual([]);
    }
    if (!isCompiled) return;
    this.compiled++;
    if (others.length === 0 && app.reads.length > 1) this.single++;
    if (objectsIn(data) > 50) this.large++;
    for (const each of used) count(this.used, each);
  }
}

test(
  'any operation has the same answer both ways',
  async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(fc.noBias(fc.integer()), async (seed) => {
        const made = operation(seed, schema, content, { faulty: 15 });
        app.reads.length = app.compiledReads.length = 0;
        let { variables } = made;
        try {
          tally.add(made, await app.ask(made.query, variables));
          variables = varied(variables);
          if (seed % 4 === 0) await app.ask(made.query, variables);
        } catch (cause) {
          throw new Error(`${made.query}\n${JSON.stringify(variables)}`, { cause });
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    const rare = Object.entries(LEAST).filter(([what, least]) => (tally.used.get(what) ?? 0) < least);
    expect(rare).toEqual([]);
    expect(tally.compiled).toBeGreaterThan(RUNS * 0.7);
    // One statement did what took several.
    expect(tally.single).toBeGreaterThan(RUNS * 0.5);
    // Some types have no rows in the demonstration: what leads to them is never large.
    expect(tally.large).toBeGreaterThan(RUNS * 0.04);
    expect([...tally.refused.keys()].sort()).toEqual([
      'BAD_USER_INPUT',
      'GRAPHQL_VALIDATION_FAILED',
      'LIMIT_EXCEEDED',
    ]);
  },
  PATIENCE,
);

test.each(Object.entries(HELD) as [Role, object][])(
  'for %s, too, who sees more than the public',
  async (role, held) => {
    const { ask } = await person({ role, ...held });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.noBias(fc.integer()), async (seed) => {
        const { query, variables } = operation(seed, schema, content, {});
        const { data } = await ask(query, variables);
        if (data) answered++;
      }),
      { numRuns: RUNS_OF_ROLE, endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(RUNS_OF_ROLE / 2);
  },
  PATIENCE,
);

test('nothing failed the short way and went the long way unseen', () => {
  expect(app.logged.filter((line) => line.includes('this could not be answered the short way'))).toEqual([]);
});

/** Other conditions and sizes for what is compiled already. */
function varied(variables: Operation['variables']): Operation['variables'] {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      if (typeof value === 'boolean') return [name, !value];
      return [name, typeof value === 'number' ? (value % 5) + 1 : value];
    }),
  );
}

/** Objects in the answer. */
function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), 0);
  return Array.isArray(value) ? inner : inner + 1;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
