import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { rowLoader } from '../../src/graphql/rows.ts';
import type { Call } from '../../src/platform/call.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { columnOf, type ModelName, models } from '../../src/platform/models.ts';
import { inTransaction } from '../../src/platform/transaction.ts';
import { startApp, startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { SERVER } from '../kit/databases.ts';

const app = await startSharedApp('empty');
const call = callOf(app);
const { id: regionId } = await app.region();

const rename = ({ db }: Call, id: string, name: string) =>
  db.prisma.organization.update({ where: { id }, data: { name, version: { increment: 1 } } });
const nameOf = async (id: string) =>
  (await app.db.prisma.organization.findUniqueOrThrow({ where: { id } })).name;

describe('inside of a command', () => {
  test('every way of reading sees what it wrote, again and again', async () => {
    const { id } = await app.organization({ regionId, name: '示例前' });
    const seen = await inTransaction(call, async (tx) => {
      const waysIn = async () => [
        (await tx.db.prisma.organization.findUniqueOrThrow({ where: { id } })).name,
        (await rowLoader('Organization', 'id', new Set(['name']), tx).load(id))?.name,
        (
          await tx.db
            .kysely(undefined)
            .selectFrom('organization')
            .where('id', '=', id)
            .select('name')
            .executeTakeFirst()
        )?.name,
      ];
      const before = await waysIn();
      await rename(tx, id, '示例后');
      return [...before, ...(await waysIn())];
    });
    expect(seen).toEqual(['示例前', '示例前', '示例前', '示例后', '示例后', '示例后']);
  });

  test.runIf(SERVER)('nobody else sees it before it is done', async () => {
    const { id } = await app.organization({ regionId, name: '示例前' });
    await inTransaction(call, async (tx) => {
      await rename(tx, id, '示例后');
      expect(await nameOf(id)).toBe('示例前');
    });
    expect(await nameOf(id)).toBe('示例后');
  });

  test('values are the same as outside, of every column', async () => {
    const full = await startApp('demo');
    const rowsOf = (db: Call['db'], model: ModelName) => {
      const columns = Object.keys(models[model].fields).map(
        (name) => `${columnOf(model, name)} as "${name}"`,
      );
      return db.read((bind) => `select ${columns} from ${models[model].table} t limit ${bind(50)}::int`);
    };
    for (const model of Object.keys(models) as ModelName[]) {
      const outside = await rowsOf(full.db, model);
      expect(await full.db.transaction((tx) => rowsOf(tx, model))).toStrictEqual(outside);
    }
  });
});

describe('a command that fails', () => {
  test('leaves nothing behind, also of the commands inside of it', async () => {
    const { id } = await app.organization({ regionId, name: '示例前' });
    const outer = inTransaction(call, async (tx) => {
      await inTransaction(tx, (inner) => rename(inner, id, '示例后'));
      throw new Error('no');
    });
    await expect(outer).rejects.toThrow('no');
    expect(await nameOf(id)).toBe('示例前');
  });
});

describe('who comes into conflict with others', () => {
  /** A command that fails in the given way as often as told. */
  const failing = async (times: number, sqlState: string) => {
    const { id } = await app.organization({ regionId, name: '示例前' });
    let tries = 0;
    const outcome = await inTransaction(call, async (tx) => {
      await rename(tx, id, `示例${++tries}`);
      if (tries <= times) {
        const raise = `raise exception 'in the way' using errcode = '${sqlState}'`;
        await tx.db.prisma.$executeRawUnsafe(`do $$ begin ${raise}; end $$`);
      }
    }).then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : 'fault'),
    );
    return { outcome, tries, name: await nameOf(id) };
  };

  test.each(['40001', '40P01'])('is tried again five times (%s)', async (sqlState) => {
    expect(await failing(5, sqlState)).toEqual({ outcome: 'done', tries: 6, name: '示例6' });
  });

  test('is told of a conflict after that, and nothing was done', async () => {
    expect(await failing(100, '40001')).toEqual({ outcome: 'CONFLICT', tries: 6, name: '示例前' });
  });

  test('is not tried again for another reason', async () => {
    expect(await failing(100, '23514')).toEqual({ outcome: 'fault', tries: 1, name: '示例前' });
  });

  test.runIf(SERVER)('by waiting for each other crosswise: both succeed', async () => {
    const [one, other] = [await app.organization({ regionId }), await app.organization({ regionId })];
    let tries = 0;
    const both = [
      [one.id, other.id],
      [other.id, one.id],
    ].map((ids) =>
      inTransaction(call, async (tx) => {
        tries++;
        for (const id of ids) {
          await rename(tx, id, `示例${ids[0]}`);
          await sleep(100);
        }
      }),
    );
    await Promise.all(both);
    expect(tries).toBe(3);
  });

  test('fifty writers of one row all succeed', async () => {
    const { id } = await app.organization({ regionId });
    const started = Date.now();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => inTransaction(call, (tx) => rename(tx, id, `示例${n}`))),
    );
    expect((await app.db.prisma.organization.findUniqueOrThrow({ where: { id } })).version).toBe(51);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
