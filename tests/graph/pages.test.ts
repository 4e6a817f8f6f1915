import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: ObservationOrder) {
  observations(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ...page }
}`;
const PAGE_OF_EACH = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: ObservationOrder) {
  indicators { nodes { code
    observations(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ...page } } }
}`;
const FRAGMENT = `fragment page on ObservationConnection {
  nodes { id code periodTo } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

interface Figure {
  id: string;
  code: string;
  periodTo: string | null;
}
interface Page {
  nodes: Figure[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const COUNT = 60;
const app = await startSharedApp('empty');
const { id: regionId } = await app.region();
const { id: sourceId } = await app.source();
const indicators = [await app.indicator({ code: 'a' }), await app.indicator({ code: 'b' })];

/** A third without a day, and five days for all others. */
for (let i = 0; i < COUNT; i++) {
  await app.observation({
    regionId,
    sourceId,
    indicatorId: indicators[i % 2]!.id,
    code: `900-${String(i).padStart(3, '0')}`,
    periodFrom: null,
    periodTo: i % 3 === 0 ? null : new Date(`2020-01-0${1 + (i % 5)}`),
  });
}
const all = (await app.client.request<{ observations: Page }>(`${PAGE} ${FRAGMENT}`, { first: 100 }))
  .observations.nodes;

const ordered = (figures: Figure[], direction: string) => {
  const sign = direction === 'ASC' ? 1 : -1;
  const byText = (a: string, b: string) => (a < b ? -sign : a > b ? sign : 0);
  const uuid = ({ id }: Figure) => atob(id);
  return figures.toSorted((a, b) => {
    if (a.periodTo === null || b.periodTo === null) {
      const absence = Number(a.periodTo === null) - Number(b.periodTo === null);
      return absence || byText(uuid(a), uuid(b));
    }
    return byText(a.periodTo, b.periodTo) || byText(uuid(a), uuid(b));
  });
};

const cases = fc.record({
  direction: fc.constantFrom('ASC', 'DESC'),
  size: fc.integer({ min: 1, max: 25 }),
  forward: fc.boolean(),
});

test('pages, forward and back, make up the whole list in order: absent values last, equal ones by id', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ direction, size, forward }) => {
      const walked = await walk(forward, size, direction, async (variables) => {
        const { observations } = await app.client.request<{ observations: Page }>(
          `${PAGE} ${FRAGMENT}`,
          variables,
        );
        return observations;
      });
      expect(walked).toEqual(ordered(all, direction).map(({ code }) => code));
    }),
    { numRuns: 40 },
  );
});

test('pages of each parent make up its own list', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ direction, size, forward }) => {
      const walked = await walk(forward, size, direction, async (variables) => {
        const { indicators } = await app.client.request<{ indicators: { nodes: { observations: Page }[] } }>(
          `${PAGE_OF_EACH} ${FRAGMENT}`,
          variables,
        );
        return indicators.nodes[1]!.observations;
      });
      const own = all.filter((_, i) => i % 2 === 1);
      expect(walked).toEqual(ordered(own, direction).map(({ code }) => code));
    }),
    { numRuns: 15 },
  );
});

test('a page between two cursors has what lies between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('ASC', 'DESC'),
      fc.integer({ min: 0, max: COUNT - 1 }),
      fc.integer({ min: 0, max: COUNT - 1 }),
      async (direction, from, to) => {
        const orderBy = { field: 'PERIOD_TO', direction };
        const ask = (variables: object) =>
          app.client.request<{ observations: Page }>(`${PAGE} ${FRAGMENT}`, { orderBy, ...variables });
        const { edges } = (await ask({ first: 100 })).observations;
        const { nodes } = (await ask({ first: 100, after: edges[from]!.cursor, before: edges[to]!.cursor }))
          .observations;
        expect(nodes.map(({ code }) => code)).toEqual(
          ordered(all, direction)
            .slice(from + 1, to)
            .map(({ code }) => code),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('what is inserted before a cursor does not move what follows it', async () => {
  const ask = (variables: object) =>
    app.client.request<{ observations: Page }>(`${PAGE} ${FRAGMENT}`, variables);
  const first = (await ask({ first: 2 })).observations;
  expect(first.nodes.map(({ code }) => code)).toEqual(['900-000', '900-001']);
  const { id } = await app.observation({
    regionId,
    sourceId,
    indicatorId: indicators[0]!.id,
    code: '900-0005',
  });
  const second = (await ask({ first: 2, after: first.pageInfo.endCursor })).observations;
  await app.db.prisma.observation.delete({ where: { id } });
  expect(second.nodes.map(({ code }) => code)).toEqual(['900-002', '900-003']);
  expect(second.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: true,
    startCursor: second.edges[0]!.cursor,
    endCursor: second.edges[1]!.cursor,
  });
});

test('an empty page has no cursors, and nothing behind it', async () => {
  const { observations } = await app.client.request<{ observations: Page }>(`${PAGE} ${FRAGMENT}`, {
    first: 0,
  });
  expect(observations).toEqual({
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

/** All codes, page by page until there is no other, in the order of the list. */
async function walk(
  forward: boolean,
  size: number,
  direction: string,
  ask: (variables: object) => Promise<Page>,
): Promise<string[]> {
  const codes: string[] = [];
  let cursor: string | undefined;
  for (let more = true; more; ) {
    const orderBy = { field: 'PERIOD_TO', direction };
    const where = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { nodes, pageInfo } = await ask({ orderBy, ...where });
    const found = nodes.map(({ code }) => code);
    codes.splice(forward ? codes.length : 0, 0, ...found);
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
    more = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
  }
  return codes;
}
