import { isDeepStrictEqual } from 'node:util';
import { Prisma } from '../../src/generated/prisma/client.ts';

/** What became of the rows of one table. */
export interface Merged {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

/** Of Prisma's delegates, what a merge needs. */
interface Table<Row> {
  findMany(args: { where: never }): Promise<object[]>;
  createMany(args: { data: Row[] }): Promise<unknown>;
  update(args: { where: never; data: never }): Promise<unknown>;
}

/**
 * Creates the rows that are missing by their key and updates those that differ, or calls `onChange`
 * with a row's key and the names of the columns that differ. Gives the ids by key.
 */
export async function merge<Key extends string, Row extends Readonly<Record<Key, unknown>>>(
  table: Table<NoInfer<Row>>,
  key: Key,
  rows: readonly Row[],
  report: (merged: Merged) => void,
  onChange?: (key: string, fields: string[]) => never,
): Promise<Map<string, string>> {
  const find = async () =>
    new Map(
      (
        (await table.findMany({ where: { [key]: { in: rows.map((row) => row[key]) } } as never })) as Stored[]
      ).map((stored) => [String(stored[key]), stored]),
    );
  const before = await find();
  const missing = rows.filter((row) => !before.has(String(row[key])));
  if (missing.length > 0) await table.createMany({ data: missing });
  let updated = 0;
  for (const row of rows) {
    const stored = before.get(String(row[key]));
    const fields = stored ? differences(row, stored) : [];
    if (fields.length === 0) continue;
    onChange?.(String(row[key]), fields);
    const data = { ...row, ...('version' in stored! && { version: { increment: 1 } }) } as never;
    await table.update({ where: { id: stored!.id } as never, data });
    updated++;
  }
  report({ created: missing.length, updated, unchanged: rows.length - missing.length - updated });
  return new Map([...(await find())].map(([key, { id }]) => [key, id]));
}

function differences(row: Readonly<Record<string, unknown>>, stored: Stored): string[] {
  return Object.keys(row).filter((name) => !isDeepStrictEqual(plain(row[name]), plain(stored[name])));
}

/** Amounts and days in the form in which the data writes them. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return Prisma.Decimal.isDecimal(value) ? value.toFixed() : value;
}
