import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
const region = await app.region({ name: '示例地区' });
const organization = await app.organization({ name: '示例单位', regionId: region.id });

const base64 = (text: string) => Buffer.from(text).toString('base64');
const idOf = (type: string, { id }: { id: string }) => base64(`${type}:${id}`);
const REAL = idOf('Organization', organization);

const FORGED: Record<string, string> = {
  empty: '',
  blank: ' ',
  'no base64': '单位',
  'a bare uuid': organization.id,
  'a bare uuid, encoded': base64(organization.id),
  'the id of another row, as this type': idOf('Organization', region),
  'a type in small letters': base64(`organization:${organization.id}`),
  'no type': base64(`:${organization.id}`),
  'a table without ids of its own': base64(`RegionAncestry:${region.id}`),
  'a name that all objects inherit': base64(`constructor:${organization.id}`),
  'the prototype': base64(`__proto__:${organization.id}`),
  'a space before': ` ${REAL}`,
  'a line end behind': `${REAL}\n`,
  'garbage behind': `${REAL}AAAA`,
  'a part more': base64(`Organization:${organization.id}:1`),
  'a uuid in capitals': base64(`Organization:${organization.id.toUpperCase()}`),
  'a uuid in braces': base64(`Organization:{${organization.id}}`),
  'a uuid without hyphens': base64(`Organization:${organization.id.replaceAll('-', '')}`),
  'a space in it': base64(`Organization: ${organization.id}`),
  'a number': base64('Organization: 1'),
  'a number with an exponent': base64('Organization:1e0'),
  SQL: base64("Organization:' OR 1=1 --"),
  'escaped as in URLs': `${REAL.replaceAll('=', '')}%3D`,
  'other last bits': REAL.replace(
    /.(=*)$/,
    (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}${end.slice(1)}`,
  ),
  '10 KB': base64('Organization:'.repeat(600)),
};

test('a real id finds its row, in every way', async () => {
  const { data } = await app.ask(
    `query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } organization(id: $id) { id name } }`,
    { id: REAL },
  );
  expect(data).toEqual({
    node: { __typename: 'Organization', id: REAL },
    nodes: [{ id: REAL }],
    organization: { id: REAL, name: '示例单位' },
  });
});

test.each(Object.entries(FORGED))('an id that is %s finds nothing, and reads nothing', async (_, id) => {
  expect(id).not.toBe(REAL);
  const query = `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } organization(id: $id) { id } }`;
  const { data, errors } = await app.ask(query, { id });
  expect([data, errors]).toEqual([{ node: null, nodes: [null], organization: null }, undefined]);
});

test('the id of another type is no id of this one', async () => {
  const id = idOf('Region', region);
  const { data } = await app.ask(
    `query ($id: ID!) { node(id: $id) { __typename } organization(id: $id) { id } }`,
    { id },
  );
  expect(data).toEqual({ node: { __typename: 'Region' }, organization: null });
});

test('the answer for what is not there is the same as for what never can be', async () => {
  const ask = (id: string) => app.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
  const [absent, forged] = await Promise.all([ask(idOf('Organization', region)), ask('forged')]);
  expect(absent).toEqual(forged);
});

test('nodes come in the order of their ids, again where one is repeated, null where there is none', async () => {
  const other = idOf('Region', region);
  const ids = [REAL, 'none', other, REAL, idOf('Person', region), other];
  const statements = await app.statements(async () => {
    const { data } = await app.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: [{ id: REAL }, null, { id: other }, { id: REAL }, null, { id: other }] });
  });
  expect(statements.length).toBe(3);
});

test('a hundred nodes can be asked for at once, one more can not', async () => {
  const ask = (n: number) =>
    app.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: n }, () => REAL),
    });
  expect((await ask(100)).data).toEqual({ nodes: Array.from({ length: 100 }, () => ({ id: REAL })) });
  expect((await ask(101)).errors).toMatchObject([
    { message: 'ids: at most 100, not 101.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});
