import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_NODES } from '../../src/graphql/cost.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { contentOf } from '../kit/operations/cursors.ts';
import { operation } from '../kit/operations/operation.ts';

const app = await startSharedApp('demo');

/** Objects with an id in the answer, each as often as it is there. */
function nodesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + nodesIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum, each) => sum + nodesIn(each), 'id' in value ? 1 : 0);
}

test('no operation returns more nodes than were estimated', async () => {
  const content = await contentOf(app);
  const ran: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.integer()), async (seed) => {
      const { query, variables } = operation(seed, schema, content, { hasIds: true });
      const { data, errors, extensions } = await app.ask(query, variables);
      // A generated document may be too large as well: what is refused returns no nodes.
      if (errors?.[0]?.extensions.code === 'LIMIT_EXCEEDED') return;
      expect(errors ?? []).toEqual([]);
      const nodes = nodesIn(data);
      ran.push(nodes);
      const { cost } = extensions as { cost: { nodes: number } };
      expect(nodes).toBeLessThanOrEqual(cost.nodes);
      expect(cost.nodes).toBeLessThanOrEqual(MOST_NODES);
    }),
    { numRuns: 350, endOnFailure: true },
  );
  // Some cost too much to run, many find little; those that find much are the proof.
  expect(ran.length).toBeGreaterThan(100);
  expect(Math.max(...ran)).toBeGreaterThan(100);
});

test.each([
  [
    'groups lead to nodes, as many as there may be',
    1000,
    'studios(first: 0) { facets(by: COUNTY) { node { id } } }',
  ],
  [
    'each with what lies below',
    3000,
    `projects(first: 0) { facets(by: REGION) {
      node { ... on Region { id projects(first: 2) { nodes { id } } } } } }`,
  ],
  ['without nodes they cost none', 7, 'awardGrants(first: 7) { nodes { id } facets(by: LEVEL) { count } }'],
  [
    'all years of honors hold a page together',
    7 * (1 + 100 * 2),
    'studios(first: 7) { nodes { id honors { year awardGrants { id awardType { id } } } } }',
  ],
  [
    'of a union that is counted which could return most',
    60 * (1 + 1 + 3),
    `awardGrants(first: 60) { nodes { id recipient {
      ... on Person { id } ... on Studio { id members(first: 3) { nodes { id } } } ... on Organization { id region { id } }
    } } }`,
  ],
  [
    'whatever is asked of all',
    50 * (1 + 1),
    'entries(first: 50) { nodes { id subject { ... on Node { id } } } }',
  ],
  [
    'a figure beside what is recorded is a node',
    100 * (1 + 2),
    'indicators(first: 100) { nodes { id recorded(regionCode: "370600") { value published { id source { id } } } } }',
  ],
])('%s', async (_what, cost, query) => {
  const { data, errors, extensions } = await app.ask(`{ ${query} }`);
  expect([errors, extensions]).toEqual([undefined, { cost: { nodes: cost, most: MOST_NODES } }]);
  expect(nodesIn(data)).toBeGreaterThan(5);
  expect(nodesIn(data)).toBeLessThanOrEqual(cost);
});
