import { afterEach, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { post, send } from '../kit/wire.ts';

const app = await startSharedApp('empty');
const KEYS = ['__proto__', 'constructor', 'prototype'];
/** As text, for an object with such a key cannot be written down in any other way. */
const POLLUTED = '{"polluted":true,"toString":null,"prototype":{"polluted":true}}';

afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(String({})).toBe('[object Object]');
});

const LIST = 'query ($f: RegionFilter, $o: RegionOrder) { regions(filter: $f, orderBy: $o) { totalCount } }';

test.each(KEYS)('%s as a key changes nothing anywhere in a request', async (key) => {
  const evil = `{"${key}":${POLLUTED}}`;
  const query = JSON.stringify(LIST);
  const bodies = [
    `{"query":"{ __typename }","${key}":${POLLUTED}}`,
    `{"query":"{ __typename }","variables":${evil}}`,
    `{"query":"{ __typename }","extensions":${evil}}`,
    `{"query":"{ __typename }","operationName":"${key}"}`,
    `{"query":${query},"variables":{"f":${evil}}}`,
    `{"query":${query},"variables":{"f":{"text":${evil}}}}`,
    `{"query":${query},"variables":{"o":${evil}}}`,
    `{"query":"query ($${key}: RegionFilter) { regions(filter: $${key}) { totalCount } }","variables":${evil}}`,
  ];
  for (const body of bodies) {
    const reply = await post(app, body);
    expect([body, reply.status < 500, reply.text.includes('INTERNAL')]).toEqual([body, true, false]);
  }
  const params = new URLSearchParams({ query: '{ __typename }', variables: evil, extensions: evil });
  expect((await send(app, `/graphql?${params}&${key}[polluted]=true`)).status).toBe(200);
});

test.each(KEYS)('%s is no name of anything in the schema', async (key) => {
  for (const query of [
    `{ ${key} }`,
    `{ regions(${key}: 1) { totalCount } }`,
    `{ regions(filter: { ${key}: { polluted: true } }) { totalCount } }`,
    `{ regions(orderBy: { field: ${key} }) { totalCount } }`,
    `{ ...${key} }`,
    `{ ... on ${key} { id } }`,
    `{ __typename @${key} }`,
  ]) {
    const { status, errors } = await app.ask(query);
    expect([query, status, errors![0]!.extensions.code]).toEqual([query, 200, 'GRAPHQL_VALIDATION_FAILED']);
  }
});

test.each(KEYS)('%s as an alias, a variable or an enum is a name like any other', async (key) => {
  expect((await app.ask(`query ${key} { ${key}: __typename }`)).data).toEqual(
    JSON.parse(`{"${key}":"Query"}`),
  );
  expect((await app.ask(`{ enumLabels(type: "${key}") { zh } }`)).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await app.ask(`{ __type(name: "${key}") { name } }`)).data).toEqual({ __type: null });
  const { data } = await app.ask(`fragment ${key} on Query { __typename } { ...${key} }`);
  expect(data).toEqual({ __typename: 'Query' });
});

test('after a thousand such requests objects are what they were', async () => {
  const body = `{"query":${JSON.stringify(LIST)},"variables":{"__proto__":${POLLUTED},"f":{"__proto__":${POLLUTED}}}}`;
  for (let batch = 0; batch < 20; batch++) {
    const replies = await Promise.all(Array.from({ length: 50 }, () => post(app, body)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  }
});
