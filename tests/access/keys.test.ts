import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/features/access/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { asked, days, partners, UNKNOWN } from './partners.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { person, country, city, elsewhere, partner, officer, create, revoke } = await partners(app, signIn);

describe('apiKeyCreate', () => {
  test('gives a key once, and keeps a hash of it', async () => {
    const { key, apiKey } = await create();
    expect(key).toMatch(new RegExp(`^jg_${apiKey.prefix}_[0-9A-Za-z]{40}$`));
    expect(apiKey).toEqual({
      id: expect.any(String),
      version: 1,
      prefix: expect.stringMatching(/^[0-9A-Za-z]{8}$/),
      scopes: ['READ_ENTRIES'],
      expiresAt: days(365),
      lastUsedAt: null,
      revokedAt: null,
      client: { name: '示例系统', organization: { id: globalId('Organization', partner.id) } },
      region: { id: globalId('Region', city.id) },
    });
    const row = await prisma.apiKey.findUniqueOrThrow({ where: { prefix: apiKey.prefix } });
    expect(row.secretHash).toBe(hashOf(key.split('_')[2]!));
    const changes = await prisma.changeEvent.findMany({ where: { entityType: 'ApiKey' } });
    expect(
      JSON.stringify(changes, (_, each) => (typeof each === 'bigint' ? String(each) : each)),
    ).not.toMatch(/secretHash|[0-9a-f]{64}/);
  });

  test('a second key of the same system is another key of the same client', async () => {
    const [one, other] = [await create({ name: '示例双' }), await create({ name: ' 示例双 ' })];
    const rows = await prisma.apiKey.findMany({
      where: { prefix: { in: [one.apiKey.prefix, other.apiKey.prefix] } },
    });
    expect(new Set(rows.map(({ clientId }) => clientId)).size).toBe(1);
  });

  test('under a used idempotency key it is found again, but not told', async () => {
    const first = await create({ idempotencyKey: 'once' });
    expect(await create({ idempotencyKey: 'once' })).toEqual({ ...first, key: null });
  });

  test('an officer gives keys within the city', async () => {
    expect((await create({}, officer)).__typename).toBe('ApiKeyCreatePayload');
  });

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'elsewhere',
      () => create({ region: globalId('Region', elsewhere.id) }, officer),
      { code: 'FORBIDDEN', path: ['region'], needs: ['ADMIN', 'PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER'] },
    ],
    [
      'above',
      () => create({ region: globalId('Region', country.id) }, officer),
      { code: 'FORBIDDEN', path: ['region'] },
    ],
    [
      'as another',
      async () => create({}, await person({ role: 'SUPERVISOR', regionId: city.id })),
      { code: 'FORBIDDEN', path: ['region'] },
    ],
    [
      'for nobody',
      () => create({ organization: globalId('Organization', city.id) }),
      { code: 'NOT_FOUND', path: ['organization'], type: 'Organization' },
    ],
    [
      'nowhere',
      () => create({ region: globalId('Organization', partner.id) }),
      { code: 'NOT_FOUND', path: ['region'], type: 'Region' },
    ],
    ['without a name', () => create({ name: ' ' }), { code: 'BAD_USER_INPUT' }],
    ['with an end now', () => create({ expiresAt: days(0) }), { code: 'BAD_USER_INPUT' }],
    ['for more than two years', () => create({ expiresAt: days(731) }), { code: 'BAD_USER_INPUT' }],
  ])('not %s', async (_, work, refusal) => {
    const before = await prisma.apiKey.count();
    expect(await work()).toMatchObject(refusal);
    expect(await prisma.apiKey.count()).toBe(before);
  });
});

describe('apiKeyRevoke', () => {
  test('ends a key at once', async () => {
    const { key, apiKey } = await create({}, officer);
    expect(await asked(app, key)).toEqual([200]);
    expect(await revoke(apiKey, {}, officer)).toEqual({
      __typename: 'ApiKeyRevokePayload',
      apiKey: { id: apiKey.id, version: 2, revokedAt: NOON.toISOString(), revocationReason: '示例原因' },
    });
    expect(await asked(app, key)).toEqual(UNKNOWN);
  });

  test('not twice', async () => {
    const { apiKey } = await create();
    await revoke(apiKey);
    expect(await revoke({ ...apiKey, version: 2 })).toMatchObject({
      code: 'ALREADY_ENDED',
      path: ['id'],
      endedAt: NOON.toISOString(),
    });
  });

  test('not by who has read another version', async () => {
    const { apiKey } = await create();
    expect(await revoke(apiKey, { version: 7 })).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });

  test('not without a reason', async () => {
    expect(await revoke((await create()).apiKey, { reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('not by who sees it, and may not', async () => {
    const supervisor = await person({ role: 'SUPERVISOR', regionId: city.id });
    expect(await revoke((await create()).apiKey, {}, supervisor)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a key elsewhere is not there, as one that never was', async () => {
    const { apiKey } = await create({ region: globalId('Region', elsewhere.id) });
    const never = { ...apiKey, id: globalId('ApiKey', city.id) };
    const other = { ...apiKey, id: globalId('Region', city.id) };
    for (const key of [apiKey, never, other]) {
      expect(await revoke(key, {}, officer)).toEqual({
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        path: ['id'],
        type: 'ApiKey',
      });
    }
  });
});
