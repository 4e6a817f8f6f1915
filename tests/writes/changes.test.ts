import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/platform/call.ts';
import { recordChange, recordStep } from '../../src/platform/changes.ts';
import { inTransaction } from '../../src/platform/transaction.ts';
import { NOON, startApp, startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { SERVER } from '../kit/databases.ts';

const app = await startSharedApp('empty');
const call: Call = { ...callOf(app), requestId: 'request-1' };
const { id: regionId } = await app.region();

/** A command that renames an organization and says so. */
function rename(call: Call, id: string, name: string) {
  return inTransaction(call, async (tx) => {
    const before = await tx.db.prisma.organization.findUniqueOrThrow({ where: { id } });
    const after = await tx.db.prisma.organization.update({ where: { id }, data: { name } });
    recordChange(tx, { type: 'Organization', action: 'rename', before, after });
  });
}

test('a change says who did what, when, and how it was before and after', async () => {
  const { id } = await app.organization({ regionId, name: '示例前' });
  await rename(call, id, '示例后');
  const [change] = await app.db.prisma.changeEvent.findMany({ where: { entityId: id } });
  expect(change).toEqual({
    id: expect.any(String),
    seq: expect.any(BigInt),
    entityType: 'Organization',
    entityId: id,
    operation: 'UPDATED',
    action: 'rename',
    at: NOON,
    requestId: 'request-1',
    before: expect.objectContaining({ id, regionId, name: '示例前' }),
    after: expect.objectContaining({ id, regionId, name: '示例后' }),
    actorUserId: null,
    actorClientId: null,
    actorRole: null,
  });
});

test('commands inside of another one are recorded in their order, at its end', async () => {
  const { id } = await app.organization({ regionId, name: '0' });
  await inTransaction(call, async (tx) => {
    for (const name of ['1', '2']) await rename(tx, id, name);
    expect(await tx.db.prisma.changeEvent.count({ where: { entityId: id } })).toBe(0);
  });
  const changes = await app.db.prisma.changeEvent.findMany({
    where: { entityId: id },
    orderBy: { seq: 'asc' },
  });
  expect(changes.map(({ after }) => (after as { name: string }).name)).toEqual(['1', '2']);
});

test('a command that fails is not recorded', async () => {
  const { id } = await app.organization({ regionId });
  const failing = inTransaction(call, async (tx) => {
    await rename(tx, id, '示例后');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await app.db.prisma.changeEvent.count({ where: { entityId: id } })).toBe(0);
});

test.runIf(SERVER)('no change is seen after a later one: who reads on from the last loses none', async () => {
  const { db } = await startApp('empty');
  const data = {
    entityType: 'Region',
    entityId: regionId,
    operation: 'UPDATED',
    action: 'x',
    before: {},
    after: {},
    at: NOON,
  } as const;
  /** Longer on its way to the commit than any command. */
  const write = (pause: number) =>
    db.transaction(async (tx) => {
      await tx.prisma.changeEvent.create({ data });
      await sleep(pause);
    });
  let isOver = false;
  const seen: bigint[] = [];
  const reading = (async () => {
    for (let isLast = false; !isLast; ) {
      isLast = isOver;
      const seq = { gt: seen.at(-1) ?? 0n };
      const rows = await db.prisma.changeEvent.findMany({ where: { seq }, orderBy: { seq: 'asc' } });
      seen.push(...rows.map((row) => row.seq));
    }
  })();
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      for (let times = 0; times < 10; times++) await write((n * times) % 7);
    }),
  );
  isOver = true;
  await reading;
  expect(seen).toHaveLength(80);
});

describe('what was done stays as it is', () => {
  test.each(['change_event', 'workflow_event'])('%s', async (table) => {
    const { id } = await app.organization({ regionId });
    await rename(call, id, '示例后');
    await recordStep(call, { type: 'Organization', action: 'rename', id, place: {}, to: 'RENAMED' });
    const { prisma } = app.db;
    for (const write of [`update ${table} set action = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(prisma.$executeRawUnsafe(write)).rejects.toThrow(/append_only/);
    }
  });
});
