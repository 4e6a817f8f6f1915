import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { PDF } from '../kit/uploads.ts';
import { send } from '../kit/wire.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { token } = await people(app, signIn)({ role: 'ADMIN' });
const organization = globalId('Organization', (await app.organization()).id);
/** As if a browser added them by itself: it does not, since there are no cookies. */
const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example' };

const MUTATION = `mutation { roleAssignmentGrant(input: { subject: "evil", role: UNIT_OFFICER, organization: "${organization}" }) {
  ... on RoleAssignmentGrantPayload { roleAssignment { id } } ... on Error { code message } } }`;
const JSON_BODY = JSON.stringify({ query: MUTATION });
const FORM = new URLSearchParams({ query: MUTATION });
const PARTS = new FormData();
PARTS.set('query', MUTATION);
PARTS.set('operations', JSON_BODY);
PARTS.set('map', '{}');
const FILE = new FormData();
FILE.set('file', new Blob([PDF], { type: 'application/pdf' }), 'evil.pdf');

/** What a page can make a browser send without asking the server before. */
const SIMPLE: [what: string, path: string, init: RequestInit, status: number, code: string][] = [
  ['a link', `/graphql?${FORM}`, {}, 400, 'BAD_REQUEST'],
  ['a link to files', '/files', {}, 405, 'METHOD_NOT_ALLOWED'],
  ['a form', '/graphql', { method: 'POST', body: FORM }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a form in parts', '/graphql', { method: 'POST', body: PARTS }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['text', '/graphql', { method: 'POST', body: JSON_BODY }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'nothing named',
    '/graphql',
    { method: 'POST', body: Buffer.from(JSON_BODY) },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a file in a form', '/files', { method: 'POST', body: FILE }, 400, 'BAD_REQUEST'],
  ['a file as text', '/files', { method: 'POST', body: '示例' }, 400, 'BAD_REQUEST'],
];

async function content() {
  const tables = [prisma.user.count(), prisma.roleAssignment.count(), prisma.enclosure.count()];
  return [...(await Promise.all([...tables, prisma.changeEvent.count()])), ...(await readdir(app.folder))];
}

test.each(SIMPLE)('%s from a page of somebody else changes nothing', async (_, path, init, status, code) => {
  const before = await content();
  const reply = await send(app, path, { ...init, headers });
  expect([reply.status, reply.body.errors?.map(({ extensions }) => extensions.code)]).toEqual([
    status,
    [code],
  ]);
  expect([...reply.headers].filter(([name]) => /^(set-cookie|access-control-)/.test(name))).toEqual([]);
  expect(await content()).toEqual(before);
});

test.each([
  ['/graphql', 'POST', 'content-type'],
  ['/files', 'POST', 'content-type, x-file-name'],
])('what takes more than that is asked for before, and not allowed: %s', async (path, method, names) => {
  const asked = { 'access-control-request-method': method, 'access-control-request-headers': names };
  const reply = await send(app, path, { method: 'OPTIONS', headers: { origin: headers.origin, ...asked } });
  expect([reply.status, [...reply.headers].filter(([name]) => name.startsWith('access-control-'))]).toEqual([
    204,
    [],
  ]);
});

test('the same as JSON, from a program that has the token, is done', async () => {
  const { authorization } = headers;
  const own = { authorization, 'content-type': 'application/json' };
  const reply = await send(app, '/graphql', { method: 'POST', body: JSON_BODY, headers: own });
  expect(reply.body.data).toEqual({ roleAssignmentGrant: { roleAssignment: { id: expect.any(String) } } });
});
