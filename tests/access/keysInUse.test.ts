import { expect, test } from 'vitest';
import { actorOfKey } from '../../src/features/access/reads.ts';
import { hashOf, newKey } from '../../src/features/access/rules.ts';
import { NOON, startApp, startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { askWith } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { asked, DAY, partners, UNKNOWN } from './partners.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { create } = await partners(app, signIn);

test('a key says who asks, and for what', async () => {
  const { key, apiKey } = await create({ scopes: ['READ_RESULTS', 'READ_RESULTS'] });
  const { data } = await askWith(
    app,
    key,
    '{ viewer { actor { kind subject name } roles { role } scopes } }',
  );
  expect(data).toEqual({
    viewer: {
      actor: { kind: 'PARTNER', subject: apiKey.prefix, name: '示例系统' },
      roles: [{ role: 'PARTNER' }],
      scopes: ['READ_RESULTS'],
    },
  });
});

test('a key is of no use with another secret, of another form, or unknown', async () => {
  const { apiKey } = await create();
  const { secret } = newKey();
  for (const key of [
    `jg_${apiKey.prefix}_${secret}`,
    newKey().text,
    'jg_',
    `jg_${apiKey.prefix}`,
    'jg_a_b_c',
  ])
    expect(await asked(app, key)).toEqual(UNKNOWN);
});

test('a key ends by the clock, and is used by the minute', async () => {
  let now = NOON;
  const timed = await startApp('empty', { now: () => now });
  const { id: regionId } = await timed.region();
  const { id: organizationId } = await timed.organization({ regionId });
  const client = await timed.db.prisma.apiClient.create({ data: { name: '示例', organizationId } });
  const { prefix, secret, text } = newKey();
  const times = { createdAt: NOON, expiresAt: new Date(NOON.getTime() + DAY) };
  await timed.db.prisma.apiKey.create({
    data: { prefix, secretHash: hashOf(secret), scopes: [], regionId, clientId: client.id, ...times },
  });
  const outcomes = [];
  for (const after of [0, 59_999, 60_000, 60_000 - 3_600_000, DAY - 1, DAY]) {
    now = new Date(NOON.getTime() + after);
    const [status] = await asked(timed, text);
    const { lastUsedAt } = await timed.db.prisma.apiKey.findUniqueOrThrow({ where: { prefix } });
    outcomes.push([status, Number(lastUsedAt) - Number(NOON)]);
  }
  expect(outcomes).toEqual([
    [200, 0],
    [200, 0],
    [200, 60_000],
    [200, 60_000],
    [200, DAY - 1],
    [401, DAY - 1],
  ]);
});

test('a key takes as long to refuse whether there is such a key or not', async () => {
  const { apiKey } = await create();
  const where = callOf(app);
  const known = `jg_${apiKey.prefix}_`;
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let n = 0; n < 1000; n++) {
    const { prefix, secret } = newKey();
    const kind = n % 2 ? 'known' : 'unknown';
    const text = kind === 'known' ? known + secret : `jg_${prefix}_${secret}`;
    const started = performance.now();
    await actorOfKey(where, text).catch(() => {});
    times[kind].push(performance.now() - started);
  }
  const [one, other] = [median(times.known), median(times.unknown)];
  const difference = Math.abs(one - other);
  expect(difference < 2 || difference < 0.1 * Math.max(one, other), `${one} ms, ${other} ms`).toBe(true);
});

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!;
}
