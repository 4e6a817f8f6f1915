import { expect, onTestFinished, test, vi } from 'vitest';
import { startApp, startSharedApp } from '../kit/app.ts';
import { post, refusal, send, sendRaw } from '../kit/wire.ts';

const app = await startSharedApp('empty');
const TYPENAME = JSON.stringify({ query: '{ __typename }' });
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const get = (query: string) => send(app, `/graphql${query}`);
const answered = { data: { __typename: 'Query' }, extensions: { cost: { nodes: 0, most: 20_000 } } };

test('a query can be sent by POST and by GET', async () => {
  expect((await post(app, TYPENAME)).body).toEqual(answered);
  expect((await get('?query={__typename}')).body).toEqual(answered);
  expect((await get('?query=query($id:ID!){node(id:$id){id}}&variables={"id":"x"}')).body.data).toEqual({
    node: null,
  });
});

test('of two operations the named one is executed, and a wrong name is an error', async () => {
  const two = '?query=query A{__typename} query B{b:__typename}';
  expect((await get(`${two}&operationName=B`)).body.data).toEqual({ b: 'Query' });
  for (const name of ['', '&operationName=C', '&operationName=__proto__', '&operationName=%00']) {
    expect(refusal(await get(two + name))).toEqual([
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'Could not determine what operation to execute.',
    ]);
  }
});

test.each([
  ['', 'The parameter query is missing.'],
  ['?query=', 'The parameter query is missing.'],
  ['?query={__typename}&variables={oops', 'The parameter variables must be a JSON object.'],
  ['?query={__typename}&variables=[]', 'The parameter variables must be a JSON object.'],
  ['?query={__typename}&variables=1', 'The parameter variables must be a JSON object.'],
  ['?query={__typename}&extensions={oops', 'The parameter extensions must be a JSON object.'],
  ['?query=%zz', 'The query string has a wrong percent escape.'],
  ['?query=%ff', 'The query string has a wrong percent escape.'],
  ['?query={__typename}&other=%E5%A4', 'The query string has a wrong percent escape.'],
])('a GET with %j is refused with words', async (query, message) => {
  expect(refusal(await get(query))).toEqual([400, 'BAD_REQUEST', message]);
});

const HOST = 'The Host header must name a host, as localhost:4000.';

const TARGET = 'The request target must begin with a slash.';

test.each([
  { wrong: 'no host at all', head: 'GET /graphql HTTP/1.0', message: HOST },
  { wrong: 'brackets for a host', head: 'GET /graphql HTTP/1.1\r\nHost: ][', message: HOST },
  { wrong: 'a space in the host', head: 'GET /graphql HTTP/1.1\r\nHost: a b', message: HOST },
  { wrong: 'a URL for a host', head: 'GET /graphql HTTP/1.1\r\nHost: u:p@a/path?q#h', message: HOST },
  { wrong: 'a port that is none', head: 'GET /graphql HTTP/1.1\r\nHost: a:99999', message: HOST },
  {
    wrong: 'an absolute target',
    head: 'GET http://elsewhere/graphql HTTP/1.1\r\nHost: a',
    message: TARGET,
  },
  { wrong: 'a target for the server', head: 'OPTIONS * HTTP/1.1\r\nHost: a', message: TARGET },
  {
    wrong: 'a target that is no URL',
    head: 'GET //[/graphql HTTP/1.1\r\nHost: a',
    message: 'The request target is no URL.',
  },
  {
    wrong: 'a long target',
    head: `GET /graphql?${'a'.repeat(16_000)} HTTP/1.1\r\nHost: a`,
    status: 414,
    message: 'The request target has more than 16000 characters.',
  },
])('a request with $wrong is refused', async ({ head, status = 400, message }) => {
  const reply = await sendRaw(app, `${head}\r\nConnection: close\r\n\r\n`);
  expect(refusal(reply)).toEqual([status, 'BAD_REQUEST', message]);
});

test('what is no HTTP at all is refused too, and the server goes on', async () => {
  for (const text of ['\x01\x02 nonsense\r\n\r\n', 'FOO /graphql HTTP/1.1\r\nHost: a\r\n\r\n']) {
    expect((await sendRaw(app, text)).status).toBe(400);
  }
  expect((await post(app, TYPENAME)).status).toBe(200);
});

test.each(['PUT', 'DELETE', 'PATCH'])('%s is no way to ask', async (method) => {
  const reply = await send(app, '/graphql', { method });
  expect(refusal(reply)).toEqual([405, 'METHOD_NOT_ALLOWED', 'Use POST with JSON, or GET for queries.']);
  expect(reply.headers.get('allow')).toBe('GET, POST, OPTIONS');
});

test.each(['/nothing', '/graphql/', '/GRAPHQL', '//elsewhere/graphql', '/graph%zzql', '/../etc/passwd'])(
  'there is nothing at %s',
  async (path) => {
    const reply = await sendRaw(app, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(refusal(reply)).toEqual([404, 'NOT_FOUND', 'There is nothing here. GraphQL is at /graphql.']);
  },
);

test.each(['text/plain', 'image/png, text/*', 'application/json;charset=utf-16'])(
  'an answer as %s is refused in JSON',
  async (accept) => {
    expect(refusal(await post(app, TYPENAME, { accept }))).toEqual([
      406,
      'NOT_ACCEPTABLE',
      'Answers are JSON: send accept: application/json.',
    ]);
  },
);

test('a query that GraphQL can not read is answered in the way of the accepted type', async () => {
  const wrong = JSON.stringify({ query: '{' });
  const answers = ['application/json', 'application/graphql-response+json'].map(async (accept) => {
    const reply = await post(app, wrong, { accept });
    return [reply.headers.get('content-type'), ...refusal(reply)];
  });
  const fault = ['GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'];
  expect(await Promise.all(answers)).toEqual([
    ['application/json; charset=utf-8', 200, ...fault],
    ['application/graphql-response+json; charset=utf-8', 400, ...fault],
  ]);
});

test('every answer carries a request id: the one that was sent if it is a plain one, or a new one', async () => {
  const idOf = async (id: string, path = '/graphql?query={__typename}') =>
    (await send(app, path, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await idOf('web-2026:1.a_b')).toBe('web-2026:1.a_b');
  expect(await idOf('of-a-refusal', '/nothing')).toBe('of-a-refusal');
  for (const odd of ['', 'a b', '"quoted"', 'é', 'a'.repeat(101)]) expect(await idOf(odd)).toMatch(UUID);
});

test.each(['development', 'production', undefined])(
  'with NODE_ENV=%s a fault inside is hidden from the caller and told to the log',
  async (environment) => {
    vi.stubEnv('NODE_ENV', environment);
    onTestFinished(() => void vi.unstubAllEnvs());
    const secret = 'relation "region" of /srv/database/prisma does not exist';
    const broken = await startApp('empty', {
      wrap: (driver) => ({ ...driver, query: () => Promise.reject(new TypeError(secret)), bytes: undefined }),
    });
    const headers = { 'x-request-id': 'broken-1' };
    const reply = await post(broken, JSON.stringify({ query: '{ regions { totalCount } }' }), headers);
    expect(reply).toMatchObject({ status: 200, body: { data: null } });
    expect(reply.body.errors).toEqual([
      {
        message: 'Something went wrong here, not with your request. It has been logged with the request id.',
        path: ['regions', 'totalCount'],
        locations: [{ line: 1, column: 13 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    const lines = broken.logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(lines).toMatchObject([
      { requestId: 'broken-1', err: { message: secret }, msg: 'an operation failed' },
    ]);
  },
);

test.each([
  ['nonsense\r\n\r\n', 400, 'This is no HTTP request.'],
  ['FETCH /graphql HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'This is no HTTP request.'],
  [
    `GET /graphql HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'The head of the request is too large.',
  ],
])('what is no HTTP is refused in the same shape: %.20s', async (text, status, message) => {
  expect(refusal(await sendRaw(app, text))).toEqual([status, 'BAD_REQUEST', message]);
});
