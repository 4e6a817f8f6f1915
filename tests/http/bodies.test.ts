import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { exchange, post, refusal, sendRaw } from '../kit/wire.ts';

const app = await startSharedApp('empty');
const TYPENAME = JSON.stringify({ query: '{ __typename }' });
const TOO_LARGE = [413, 'PAYLOAD_TOO_LARGE', 'The body has more than 1000000 bytes.'];
const MEGABYTE = 2 ** 20;

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const NEXT = 'GET /graphql?query={__typename} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

/** A request with a body of 30 MB, in 600 parts, and one more request behind it. */
function* huge({ isChunked }: { isChunked: boolean }) {
  const part = Buffer.alloc(50_000, ' ');
  yield `${HEAD}${isChunked ? 'Transfer-Encoding: chunked' : 'Content-Length: 30000000'}\r\n\r\n`;
  for (let sent = 0; sent < 600; sent++) {
    if (isChunked) yield `${part.length.toString(16)}\r\n`;
    yield part;
    if (isChunked) yield '\r\n';
  }
  if (isChunked) yield '0\r\n\r\n';
  yield NEXT;
}

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain;charset=utf-8;+json',
  'text/plain, a+json',
  'application/graphql',
  'application/vnd.api+json',
  '',
])('a body of the type %j is not read', async (type) => {
  expect(refusal(await post(app, new TextEncoder().encode(TYPENAME), { 'content-type': type }))).toEqual([
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'The body must be JSON: send content-type: application/json.',
  ]);
});

test.each(['Application/JSON', 'application/json ;charset=utf-8', 'application/graphql+json'])(
  'a body of the type %j is read',
  async (type) => {
    expect((await post(app, TYPENAME, { 'content-type': type })).body.data).toEqual({ __typename: 'Query' });
  },
);

const NO_JSON = 'POST body sent invalid JSON.';

test.each([
  ['', NO_JSON],
  ['oops', NO_JSON],
  ['{"query":"{__typename}"', NO_JSON],
  ['{"query":"{__typename}\0"}', NO_JSON],
  [`\uFEFF${TYPENAME}`, NO_JSON],
  ['"text"', 'POST body is expected to be object but received string'],
  ['1', 'POST body is expected to be object but received number'],
  ['null', 'POST body is expected to be object but received null'],
  ['[]', 'Batching is not supported.'],
  [`[${TYPENAME},${TYPENAME}]`, 'Batching is not supported.'],
  ['{}', 'Must provide query string.'],
  ['{"query":null}', 'Must provide query string.'],
  ['{"query":1}', 'Expected "query" param to be a string, but given number.'],
  ['{"query":["{__typename}"]}', 'Expected "query" param to be a string, but given array.'],
  [
    '{"query":"{__typename}","variables":[]}',
    'Expected "variables" param to be empty or an object, but given array.',
  ],
  [
    '{"query":"{__typename}","variables":"{}"}',
    'Expected "variables" param to be empty or an object, but given string.',
  ],
  [
    '{"query":"{__typename}","extensions":1}',
    'Expected "extensions" param to be empty or an object, but given number.',
  ],
  ['{"query":"{__typename}","more":1}', 'Unexpected parameter "more" in the request body.'],
])('the body %j is refused with words', async (body, message) => {
  expect(refusal(await post(app, body))).toEqual([400, 'BAD_REQUEST', message]);
});

test('bytes that are no UTF-8, or compressed, are no JSON', async () => {
  for (const bytes of [
    [0xff, 0xfe, 0, 1],
    [0x1f, 0x8b, 8, 0],
  ]) {
    expect(refusal(await post(app, new Uint8Array(bytes)))).toEqual([400, 'BAD_REQUEST', NO_JSON]);
  }
});

test('an operation name that is no name finds no operation', async () => {
  for (const operationName of [1, {}, [], '\0', 'toString']) {
    const reply = await post(app, JSON.stringify({ query: '{ __typename }', operationName }));
    expect([operationName, ...refusal(reply)]).toEqual([
      operationName,
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'Could not determine what operation to execute.',
    ]);
  }
});

test('null bytes in a query are a syntax error', async () => {
  expect(refusal(await post(app, JSON.stringify({ query: '{\0__typename}' })))).toEqual([
    200,
    'GRAPHQL_PARSE_FAILED',
    'Syntax Error: Unexpected character: U+0000.',
  ]);
});

test('a body that can not be read is not quoted in the error', async () => {
  const { text } = await post(app, `oops${'a'.repeat(900_000)}`);
  expect(text).toBe(JSON.stringify({ errors: [{ message: NO_JSON, extensions: { code: 'BAD_REQUEST' } }] }));
});

test.each([
  [
    'ids',
    'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
    'Variable "$v" got invalid value [[[[Array]]]] at "v[0]"; ID expects text.',
  ],
  [
    'filters',
    'query ($v: RegionFilter) { regions(filter: $v) { totalCount } }',
    'Variable "$v" got invalid value [[[[Array]]]]; Expected type "RegionFilter" to be an object.',
  ],
])('%s nested 400,000 deep are refused', async (_, query, message) => {
  const deep = '['.repeat(400_000) + ']'.repeat(400_000);
  const reply = await post(app, `{"query":"${query}","variables":{"v":${deep}},"extensions":{"a":{}}}`);
  expect(refusal(reply)).toEqual([200, 'BAD_USER_INPUT', message]);
});

test('a client that goes away in the middle of its body is no fault of the server', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"query":')),
    pull: async (controller) => {
      await wait(50);
      controller.error(new Error('gone'));
    },
  });
  await expect(post(app, body)).rejects.toThrow();
  await wait(50);
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  expect((await post(app, TYPENAME)).status).toBe(200);
});

test('exactly a megabyte is read, with or without its length', async () => {
  const body = TYPENAME.padEnd(1_000_000);
  for (const sent of [body, new Blob([body]).stream()]) {
    expect((await post(app, sent)).body.data).toEqual({ __typename: 'Query' });
  }
});

test('a byte more is refused, with or without its length', async () => {
  const body = TYPENAME.padEnd(1_000_001);
  for (const sent of [body, new Blob([body]).stream()])
    expect(refusal(await post(app, sent))).toEqual(TOO_LARGE);
  expect(refusal(await post(app, JSON.stringify({ query: 'a'.repeat(3_000_000) })))).toEqual(TOO_LARGE);
});

test.each([{ isChunked: true }, { isChunked: false }])(
  '30 MB are refused and hardly touch the memory, and the connection goes on (%j)',
  async (how) => {
    const before = process.memoryUsage.rss();
    const answers = await exchange(app, huge(how));
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * MEGABYTE);
    expect(answers.match(/HTTP\/1.1 \d+|{".*}/g)).toEqual([
      'HTTP/1.1 413',
      JSON.stringify({ errors: [{ message: TOO_LARGE[2], extensions: { code: TOO_LARGE[1] } }] }),
      'HTTP/1.1 200',
      expect.stringContaining('{"__typename":"Query"}'),
    ]);
  },
);

test('a length that is not the true one spoils its own request alone', async () => {
  const head = `${HEAD}Connection: close\r\n`;
  for (const length of ['Content-Length: 5', 'Content-Length: -5', 'Content-Length: 26, 5']) {
    expect((await sendRaw(app, `${head}${length}\r\n\r\n${TYPENAME}`)).status).toBe(400);
  }
  const both = 'Content-Length: 5\r\nTransfer-Encoding: chunked';
  expect((await sendRaw(app, `${head}${both}\r\n\r\n${TYPENAME}`)).status).toBe(400);
  expect((await post(app, TYPENAME)).status).toBe(200);
});
