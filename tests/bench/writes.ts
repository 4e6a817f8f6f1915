import { applyMigrations } from '../../prisma/migrate.ts';
import type { Call } from '../../src/platform/call.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { inTransaction } from '../../src/platform/transaction.ts';
import { edit } from '../../src/platform/writes.ts';
import { database, query } from './databases.ts';
import type { Options } from './options.ts';
import { spreadOf } from './statistics.ts';
import { print, table, tell } from './table.ts';

const WRITERS = 10;
const LOCK = { on: 'enable', off: 'disable' } as const;

/**
 * Prints what it costs that changes are written in the order of their commits: writers of records of their own, each
 * in a transaction that notes its change, with the lock behind that order and without it.
 */
export async function timeWrites({ rounds, seconds }: Options): Promise<void> {
  const url = await database('bench_writes');
  const one = postgres(url, { connections: 1 });
  await applyMigrations(one);
  await one.close();
  const driver = postgres(url, { connections: WRITERS });
  const db = openDatabase(driver);
  const actor = { key: 'bench', subject: null, roles: [], scopes: [] };
  const call: Call = { db, actor, now: () => new Date() };
  const ids = await organizations();

  const measured: Record<keyof typeof LOCK, number[]> = { on: [], off: [] };
  for (let round = 0; round < rounds; round++) {
    for (const lock of ['on', 'off'] as const) {
      await query(url, `alter table change_event ${LOCK[lock]} trigger change_event_order`);
      measured[lock].push(await written());
      tell(`lock ${lock}: ${measured[lock].at(-1)!.toFixed(0)} transactions/s`);
    }
  }
  await query(url, 'alter table change_event enable trigger change_event_order');
  await db.close();
  const ratio = spreadOf(measured.on.map((rate, round) => rate / measured.off[round]!));
  const row = (name: string, { median, least, most }: ReturnType<typeof spreadOf>, digits: number) => [
    name,
    ...[median, least, most].map((each) => each.toFixed(digits)),
  ];
  print(
    table(
      [`${WRITERS} writers`, 'median', 'least', 'most'],
      [
        row('in the order of commits, transactions/s', spreadOf(measured.on), 0),
        row('without the lock', spreadOf(measured.off), 0),
        row('ratio', ratio, 2),
      ],
    ),
  );

  /** One record for each writer, so that none waits for another's row. */
  async function organizations(): Promise<string[]> {
    const found = await db.prisma.organization.findMany({ take: WRITERS });
    if (found.length === WRITERS) return found.map(({ id }) => id);
    const region = {
      name: '示例地区',
      level: 'COUNTRY',
      path: '100000/',
      code: '100000',
      isInGb2260: false,
    } as const;
    const { id: regionId } = await db.prisma.region.create({ data: region });
    const data = Array.from(
      { length: WRITERS },
      (_, n) => ({ name: `示例单位${n}`, type: 'OTHER', regionId }) as const,
    );
    return (await db.prisma.organization.createManyAndReturn({ data })).map(({ id }) => id);
  }

  /** Transactions a second. */
  async function written(): Promise<number> {
    const end = performance.now() + seconds * 1000;
    let count = 0;
    await Promise.all(
      ids.map(async (id) => {
        for (; performance.now() < end; count++) {
          await inTransaction(call, async (tx) => {
            const before = await tx.db.prisma.organization.findUniqueOrThrow({ where: { id } });
            const data = { note: `示例${count}` };
            await edit(tx, {
              type: 'Organization',
              before,
              action: 'organizationUpdate',
              as: undefined,
              data,
            });
          });
        }
      }),
    );
    return count / seconds;
  }
}
