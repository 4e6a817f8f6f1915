import { getNamedType, isObjectType } from 'graphql';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { actorOfKey, actorOfUser } from '../../src/features/access/reads.ts';
import { type Actor, PUBLIC } from '../../src/platform/actor.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { askWith } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import {
  ROLE_FIELDS as FIELDS,
  type Field,
  found,
  modelOf,
  ROLE_ROOT_LISTS as ROOT_LISTS,
  targetOf,
} from './oracle/fields.ts';
import { globalId, ordered } from './oracle/order.ts';
import { GUARDED, sees } from './oracle/viewers.ts';
import { type Row, World } from './oracle/world.ts';
import { POLICIES } from './policies.ts';
import { type Asking, viewers } from './viewers.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const everyone = await viewers(app, signIn);
const world = await World.read(app.db.prisma);

const PAGE = 20;
/** Parents that are asked for at once, spread over all rows of their type. */
const PARENTS = 12;
const types = [...new Set(FIELDS.map(({ type }) => type))];
const each = everyone.map((viewer) => [viewer.name, viewer] as const);

async function ask<Data>({ token }: Asking, query: string, variables: object = {}): Promise<Data> {
  const answer = token ? await askWith(app, token, query, variables) : await app.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Data;
}

const parentsOf = (type: ModelName) => {
  const rows = world.all(type);
  return rows.filter((_, n) => n % Math.ceil(rows.length / PARENTS) === 0);
};
const selectionOf = ({ name, kind }: Field) =>
  kind === 'many'
    ? `${name}(first: ${PAGE}) { totalCount nodes { id } }`
    : kind === 'one'
      ? `${name} { id }`
      : name;
const idsOf = (model: ModelName, rows: readonly Row[]) => rows.map(({ id }) => ({ id: globalId(model, id) }));

function page(model: ModelName, rows: readonly Row[]) {
  const nodes = ordered(model, rows).slice(0, PAGE);
  return { totalCount: rows.length, nodes: idsOf(model, nodes) };
}

/** What the viewer is to find at the field of this parent. */
function expected(viewer: Asking, field: Field, parent: Row): unknown {
  const model = targetOf(field);
  const rows = found(world, field, parent, (of, id) => sees(world, viewer, of, id));
  if (field.kind === 'many') return page(model, rows);
  return field.kind === 'count' ? rows.length : (idsOf(model, rows)[0] ?? null);
}

/** How many rows a viewer sees that the public does not. */
const beyond = (viewer: Asking, model: ModelName) =>
  world.all(model).filter(({ id }) => !world.isPublic(model, id) && sees(world, viewer, model, id)).length;

async function actorOf({ token, role }: Asking): Promise<Actor> {
  const call = callOf(app);
  if (!token) return PUBLIC;
  return role === 'PARTNER' ? actorOfKey(call, token) : actorOfUser(call, decodeJwt(token).sub!);
}

test('every viewer but these sees more than the public, and all but ADMIN less than all', () => {
  const seen = everyone.map((viewer) => GUARDED.reduce((sum, model) => sum + beyond(viewer, model), 0));
  const all = Math.max(...seen);
  expect(everyone.filter((_, n) => seen[n] === 0).map(({ name }) => name)).toEqual([
    'PUBLIC',
    'PARTNER without scopes',
  ]);
  expect(everyone.filter((_, n) => seen[n] === all).map(({ name }) => name)).toEqual(['ADMIN ']);
});

describe('each role finds exactly what it may see', () => {
  test.each(each)('%s: in every list at the root, with its total and its facets', async (_, viewer) => {
    for (const list of ROOT_LISTS) {
      const model = modelOf(list);
      const connection = getNamedType(list.type);
      const facet = isObjectType(connection) && connection.getFields().facets?.args[0]?.type;
      const by = facet && getNamedType(facet);
      const first = by && 'getValues' in by ? by.getValues()[0]!.name : undefined;
      const facets = first ? `facets(by: ${first}) { count }` : '';
      const data = await ask<Record<string, { facets?: { count: number }[] }>>(
        viewer,
        `{ ${list.name}(first: ${PAGE}) { totalCount nodes { id } ${facets} } }`,
      );
      const rows = world
        .all(model)
        .filter(
          ({ id, status }) =>
            sees(world, viewer, model, id) && (model !== 'AwardGrant' || status === 'EFFECTIVE'),
        );
      const { facets: groups, ...rest } = data[list.name]!;
      expect([list.name, rest]).toEqual([list.name, page(model, rows)]);
      if (groups) expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    }
  });

  test.each(each)('%s: by ids, and on every path from there', async (_, viewer) => {
    for (const type of types) {
      const fields = FIELDS.filter((field) => field.type === type);
      const parents = parentsOf(type);
      const ids = parents.map(({ id }) => globalId(type, id));
      const data = await ask<{ nodes: (Record<string, unknown> | null)[] }>(
        viewer,
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${fields.map(selectionOf).join(' ')} } } }`,
        { ids },
      );
      for (const [n, parent] of parents.entries()) {
        const isSeen = sees(world, viewer, type, parent.id);
        const all = isSeen
          ? Object.fromEntries(fields.map((field) => [field.name, expected(viewer, field, parent)]))
          : null;
        expect([type, data.nodes[n]]).toEqual([type, all]);
      }
    }
  });

  const below = FIELDS.filter(({ hasDescendants }) => hasDescendants);

  test.each(each)('%s: in regions with everything below', async (_, viewer) => {
    const regions = world.all('Region');
    const ids = regions.map(({ id }) => globalId('Region', id));
    const selection = below.map(
      ({ name }) => `${name}(first: ${PAGE}, includeDescendants: true) { totalCount nodes { id } }`,
    );
    const data = await ask<{ nodes: Record<string, unknown>[] }>(
      viewer,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Region { ${selection.join(' ')} } } }`,
      { ids },
    );
    for (const [n, region] of regions.entries()) {
      const within = regions.filter(({ id }) => world.regionsAbove(id).has(region.id));
      const all = below.map((field) => {
        const rows = within.flatMap((each) =>
          found(world, field, each, (of, id) => sees(world, viewer, of, id)),
        );
        return [field.name, page(targetOf(field), rows)];
      });
      expect(data.nodes[n]).toEqual(Object.fromEntries(all));
    }
  });

  test.each(each)('%s: in commands, which ask Prisma', async (_, viewer) => {
    const { key } = await actorOf(viewer);
    for (const [model, visibleTo] of Object.entries(POLICIES)) {
      const delegate = `${model[0]!.toLowerCase()}${model.slice(1)}` as 'entry';
      const where = visibleTo(await actorOf(viewer)) as object;
      const rows = await app.db.prisma[delegate].findMany({ where, orderBy: { id: 'asc' } });
      const all = world
        .all(model as ModelName)
        .filter(({ id }) => sees(world, viewer, model as ModelName, id));
      expect([model, rows.map(({ id }) => id)]).toEqual([model, all.map(({ id }) => id)]);
    }
    // Who may not see the same has another key, by which reads are told apart.
    const others = await Promise.all(everyone.filter((other) => other !== viewer).map(actorOf));
    expect(others.filter((other) => other.key === key)).toEqual([]);
  });

  test('every type with rows that are not for everybody is among them', () => {
    expect(GUARDED.every((model) => isObjectType(schema.getType(model)))).toBe(true);
    expect(GUARDED.every((model) => everyone.some((viewer) => beyond(viewer, model) > 0))).toBe(true);
  });
});
