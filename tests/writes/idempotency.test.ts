import { expect, test } from 'vitest';
import { type Actor, actorOf } from '../../src/platform/actor.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { once } from '../../src/platform/idempotency.ts';
import { inTransaction } from '../../src/platform/transaction.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';

const app = await startSharedApp('empty');
const { id: regionId } = await app.region();
const somebody = (subject: string): Actor => actorOf({ kind: 'USER', subject, id: null, name: null }, []);
const HOUR = 60 * 60_000;

/** Makes an organization under a key and gives its id, or the code of the error. */
function make({ key = 'k', name = '示例', mutation = 'make', who = 'a', at = NOON, fails = false }) {
  const call = callOf(app, somebody(who), () => at);
  return inTransaction(call, (tx) =>
    once(tx, { mutation, key, input: { name } }, async () => {
      const { id } = await tx.db.prisma.organization.create({ data: { name, type: 'OTHER', regionId } });
      if (fails) throw new Error('no');
      return { organization: id };
    }),
  ).then(
    ({ organization }) => organization,
    (error: unknown) => (error instanceof DomainError ? error.code : 'fault'),
  );
}

test('thirty at once under one key: one effect, and all are told the same', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () => make({ key: 'thirty', name: '示例三十' })),
  );
  const made = await app.db.prisma.organization.findMany({ where: { name: '示例三十' } });
  expect(made).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(new Set([made[0]!.id]));
});

test('another input under the key is refused, and changes nothing', async () => {
  await make({ key: 'other', name: '示例一' });
  expect(await make({ key: 'other', name: '示例另一' })).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await app.db.prisma.organization.count({ where: { name: '示例另一' } })).toBe(0);
});

test('a key is its caller’s own, and a mutation’s own', async () => {
  const all = [{}, { who: 'b' }, { mutation: 'makeAnother' }].map((each) => make({ key: 'own', ...each }));
  expect(new Set(await Promise.all(all)).size).toBe(3);
});

test('a key is kept for 24 hours', async () => {
  const first = await make({ key: 'day' });
  expect(await make({ key: 'day', at: new Date(NOON.getTime() + 24 * HOUR - 1) })).toBe(first);
  expect(await make({ key: 'day', at: new Date(NOON.getTime() + 24 * HOUR) })).not.toBe(first);
});

test('what failed can be tried again under the same key', async () => {
  expect(await make({ key: 'again', name: '示例再', fails: true })).toBe('fault');
  const id = await make({ key: 'again', name: '示例再' });
  expect(
    await app.db.prisma.organization.findMany({ where: { name: '示例再' }, select: { id: true } }),
  ).toEqual([{ id }]);
});

test.each(['', 'k'.repeat(256)])('a key of no length or of too much is refused', async (key) => {
  expect(await make({ key })).toBe('BAD_USER_INPUT');
});
