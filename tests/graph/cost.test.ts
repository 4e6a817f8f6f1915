import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_NODES } from '../../src/graphql/cost.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { operation } from '../kit/operations.ts';

const app = await startSharedApp('published');

/** Objects with an id in the answer, each as often as it is there. */
function nodesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + nodesIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum, each) => sum + nodesIn(each), 'id' in value ? 1 : 0);
}

/** Ids of all kinds, and one that is none. */
async function someIds(): Promise<string[]> {
  const { data } = await app.ask<Record<string, { nodes: { id: string }[] }>>(`{
    regions(first: 9) { nodes { id } }
    observations(first: 9) { nodes { id } }
    indicators(first: 3) { nodes { id } }
    sourceDocuments(first: 3) { nodes { id } }
  }`);
  return ['none', ...Object.values(data!).flatMap(({ nodes }) => nodes.map(({ id }) => id))];
}

test('no operation returns more nodes than were estimated', async () => {
  const ids = await someIds();
  const values = {
    'node.id': ids,
    'nodes.ids': [[], ids, ids.slice(0, 3), Array.from({ length: 100 }, (_, i) => ids[i % ids.length])],
    'organization.id': ids,
    'region.code': ['370600', '370000', '100000'],
    'indicator.code': ['innovation_studio.county_plus'],
    'enumLabels.type': ['RegionLevel'],
    includeDescendants: [true, false, null],
  };
  const ran: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const { query, variables } = operation(gen, fc, schema, values);
      const { data, errors, extensions } = await app.ask(query, variables);
      if (errors?.[0]?.extensions.limit === 'nodes') return;
      expect(errors ?? []).toEqual([]);
      const nodes = nodesIn(data);
      ran.push(nodes);
      const { cost } = extensions as { cost: { nodes: number } };
      expect(nodes).toBeLessThanOrEqual(cost.nodes);
      expect(cost.nodes).toBeLessThanOrEqual(MOST_NODES);
    }),
    { numRuns: 300, endOnFailure: true },
  );
  // Some cost too much to run, many find little; those that find much are the proof.
  expect(ran.length).toBeGreaterThan(100);
  expect(Math.max(...ran)).toBeGreaterThan(100);
});
