import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { NOON, startApp, startSharedApp } from '../kit/app.ts';
import { askWith, people } from '../kit/people.ts';
import { AUDIENCE, ISSUER, startSignIn } from '../kit/signIn.ts';
import { post, refusal, send } from '../kit/wire.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const person = people(app, signIn);
const noon = NOON.getTime() / 1000;
const other = await generateKeyPair('ES256');

const VIEWER =
  '{ viewer { actor { kind subject name user { subject } } roles { role region { code } } scopes } }';
const ask = (authorization: string) =>
  post(app, JSON.stringify({ query: '{ __typename }' }), { authorization });

test('whoever says nothing is the public', async () => {
  expect((await app.ask(VIEWER)).data).toEqual({
    viewer: {
      actor: { kind: 'PUBLIC', subject: null, name: null, user: null },
      roles: [{ role: 'PUBLIC', region: null }],
      scopes: [],
    },
  });
});

test('whoever signs in has the roles that hold just now', async () => {
  const { id: regionId, code } = await app.region();
  const { subject, ask } = await person(
    { role: 'ADMIN' },
    { role: 'SUPERVISOR', regionId },
    { role: 'COMMITTEE_OFFICE', regionId, startsAt: new Date(NOON.getTime() + 1) },
    { role: 'COMMITTEE_MEMBER', regionId, startsAt: new Date(0), endsAt: NOON },
    { role: 'COUNTY_OFFICER', regionId, startsAt: new Date(0), endsAt: new Date(NOON.getTime() + 1) },
  );
  expect((await ask(VIEWER)).data).toEqual({
    viewer: {
      actor: { kind: 'USER', subject, name: expect.stringMatching(/^示例用户/), user: { subject } },
      roles: [
        { role: 'ADMIN', region: null },
        { role: 'COUNTY_OFFICER', region: { code } },
        { role: 'SUPERVISOR', region: { code } },
      ],
      scopes: [],
    },
  });
});

test('whoever signs in and never had a role is somebody who sees what everybody sees', async () => {
  expect((await askWith(app, await signIn.token('stranger'), VIEWER)).data).toEqual({
    viewer: {
      actor: { kind: 'USER', subject: 'stranger', name: null, user: null },
      roles: [{ role: 'PUBLIC', region: null }],
      scopes: [],
    },
  });
});

describe('a token is good', () => {
  test.each([
    ['60 seconds after it expired', { exp: noon - 59 }],
    ['60 seconds before it begins', { nbf: noon + 60 }],
    ['for several audiences', { aud: ['another', AUDIENCE] }],
  ])('%s', async (_, claims) => {
    expect((await ask(`Bearer ${await signIn.token('a', claims)}`)).status).toBe(200);
  });

  test('in small letters', async () => {
    expect((await ask(`bearer ${await signIn.token('a')}`)).status).toBe(200);
  });
});

describe('refused with 401 in the shape of GraphQL', () => {
  const EXPIRED = 'The token has expired.';
  const INVALID = 'The token is not valid here.';
  const HEADER = 'The header authorization must be: Bearer, and a token or a key.';
  const signed = (alg: string, key: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'a', exp: noon + 60 })
      .setProtectedHeader({ alg, kid: 'key' })
      .sign(key);

  test.each<[string, () => string | Promise<string>, string]>([
    ['61 seconds after it expired', () => signIn.token('a', { exp: noon - 61 }), EXPIRED],
    ['without an end', () => signIn.token('a', { exp: undefined }), INVALID],
    ['before it begins', () => signIn.token('a', { nbf: noon + 62 }), INVALID],
    ['of another issuer', () => signIn.token('a', { iss: 'https://id.example' }), INVALID],
    ['for somebody else', () => signIn.token('a', { aud: 'another' }), INVALID],
    ['without a subject', () => signIn.token('a', { sub: undefined }), INVALID],
    ['with an empty subject', () => signIn.token(''), 'The token names nobody.'],
    ['with a NUL in its subject', () => signIn.token('a\0b'), 'The token names nobody.'],
    ['signed by another key', () => signIn.token('a', {}, other.privateKey), INVALID],
    ['signed by a secret', () => signed('HS256', new TextEncoder().encode('s'.repeat(32))), INVALID],
    ['not signed', () => new UnsecuredJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'a' }).encode(), INVALID],
    ['no token', () => 'abc', INVALID],
  ])('%s', async (_, token, message) => {
    const reply = await ask(`Bearer ${await token()}`);
    expect(refusal(reply)).toEqual([401, 'UNAUTHENTICATED', message]);
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each(['', 'Bearer', 'Basic YTpi', 'Bearer a b', `Bearer ${'a'.repeat(20_000)}`])(
    'the header %j',
    async (header) => {
      const { status, body } = await ask(header.slice(0, 12_000));
      expect([status, body.errors?.[0]?.message]).toEqual([401, HEADER]);
    },
  );

  test('a demonstration account, which has tokens of its own', async () => {
    await app.db.prisma.user.create({ data: { subject: 'demo:ADMIN', isDemo: true } });
    const reply = await ask(`Bearer ${await signIn.token('demo:ADMIN')}`);
    expect(refusal(reply)).toEqual([401, 'UNAUTHENTICATED', 'This account cannot sign in here.']);
  });

  test('also for GET', async () => {
    const reply = await send(app, '/graphql?query={__typename}', { headers: { authorization: 'Bearer x' } });
    expect(refusal(reply)).toEqual([401, 'UNAUTHENTICATED', INVALID]);
  });

  test('every token, where no sign-in service is known', async () => {
    const closed = await startApp('empty');
    const reply = await post(closed, '{"query":"{ __typename }"}', {
      authorization: `Bearer ${await signIn.token('a')}`,
    });
    expect(refusal(reply)).toEqual([401, 'UNAUTHENTICATED', 'The token is not known.']);
  });
});

test('while the sign-in service is down, nobody is taken for somebody or for nobody', async () => {
  const lonely = await startApp('empty', { authentication: signIn.authentication });
  signIn.service.isDown = true;
  const asked = async () => {
    const reply = await post(lonely, '{"query":"{ __typename }"}', {
      authorization: `Bearer ${await signIn.token('a')}`,
    });
    return refusal(reply);
  };
  const message = 'The sign-in service does not answer. Try again in a few seconds.';
  expect(await asked()).toEqual([503, 'UNAVAILABLE', message]);
  signIn.service.isDown = false;
  expect(await asked()).toEqual([200]);
});

test('by the clock that is given: forward or back an hour', async () => {
  let now = NOON;
  const timed = await startApp('empty', { authentication: signIn.authentication, now: () => now });
  const token = await signIn.token('a', { nbf: noon });
  const outcomes: number[] = [];
  for (const hours of [0, 1.1, -1.1, 0]) {
    now = new Date(NOON.getTime() + hours * 3_600_000);
    const { status } = await askWith(timed, token, '{ __typename }');
    outcomes.push(status);
  }
  expect(outcomes).toEqual([200, 401, 401, 200]);
});
