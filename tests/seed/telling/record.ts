import { hex, OURS } from '../../../prisma/seed/demo/ids.ts';
import { hash } from '../../../prisma/seed/demo/random.ts';
import type { Written } from '../../../prisma/seed/demo/story.ts';
import type { Connection } from '../../../src/platform/database.ts';
import { type ModelName, models, tableOf } from '../../../src/platform/models.ts';

type Values = readonly (string | null)[];
/** The values of each record as PostgreSQL writes them, by its id. */
type Content = ReadonlyMap<ModelName, ReadonlyMap<string, Values>>;

/** The database gives these numbers itself: each has its own. */
const OWN = ['seq'];
const STRUCTURED = ['json', 'jsonb'];
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** When a record was made, by its model. */
const TIMES = ['createdAt', 'at', 'takenAt'];
const BEGIN = '2026-01-01T00:00:00Z';

/** All that the database holds. */
export async function contentOf(db: Connection): Promise<Content> {
  const content = new Map<ModelName, Map<string, Values>>();
  for (const model of recorded) {
    const columns = namesOf(model).map((name) => `"${models[model].fields[name]!.column}"::text`);
    const rows = await db.read<{ id: string; row: Values }>(
      () =>
        `select id::text as id, array[${columns.join(', ')}] as row from ${tableOf(model)} order by ${orderOf(model)}`,
    );
    content.set(model, new Map(rows.map(({ id, row }) => [id, row])));
  }
  return content;
}

/** What is new or another than before, as the story keeps it: with ids of its own, and what is published by its name. */
export function record(before: Content, after: Content, published: ReadonlyMap<string, string>): string {
  const written: Written[] = [];
  const names = new Map([...published].map(([name, id]) => [id, `{${name}}`]));
  for (const [model, rows] of after) {
    const old = before.get(model)!;
    const other = [...rows].filter(([id, row]) => String(old.get(id)) !== String(row));
    if (other.length === 0) continue;
    const fields = namesOf(model);
    const fresh = other.filter(([id]) => !old.has(id)).toSorted(([one], [two]) => (one < two ? -1 : 1));
    for (const [n, [id, row]] of fresh.entries()) names.set(id, idOf(model, n, timeIn(fields, row)));
    const isStructured = fields.map((name) => STRUCTURED.includes(models[model].fields[name]!.sql));
    const read = (value: string | null, n: number) => (isStructured[n] && value ? JSON.parse(value) : value);
    written.push({ model, fields, rows: other.map(([, row]) => row.map(read)) });
  }
  return textOf(written).replace(ID, (id) => names.get(id) ?? id);
}

/** A row a line. */
function textOf(written: readonly Written[]): string {
  const parts = written.map(({ model, fields, rows }) => {
    const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
    return `{"model":"${model}","fields":${JSON.stringify(fields)},"rows":[\n${lines}\n]}`;
  });
  return `[${parts.join(',\n')}]\n`;
}

/** The id of the n-th new record of a model: a UUID of version 7 as the program makes them, but for what is random. */
function idOf(model: ModelName, n: number, time: number): string {
  const [at, count, kind] = [hex(time, 12), hex(n, 3), hex(hash(model) % 4096, 3)];
  return `${at.slice(0, 8)}-${at.slice(8)}-7${count}-8${kind}-0000${OURS}`;
}

function timeIn(fields: readonly string[], row: Values): number {
  const at = TIMES.map((name) => row[fields.indexOf(name)]).find((value) => value != null);
  return Date.parse(at ?? BEGIN);
}

/** Records that are referred to come before those that refer to them. */
export const recorded: readonly ModelName[] = (() => {
  const sorted = new Set<ModelName>();
  const add = (model: ModelName, path: readonly ModelName[]) => {
    if (sorted.has(model) || path.includes(model)) return;
    for (const { many, model: other } of Object.values(models[model].relations))
      if (!many) add(other, [...path, model]);
    sorted.add(model);
  };
  for (const model of Object.keys(models) as ModelName[]) add(model, []);
  return [...sorted].filter((model) => 'id' in models[model].fields);
})();

function namesOf(model: ModelName): string[] {
  return Object.keys(models[model].fields).filter((name) => !OWN.includes(name));
}

function orderOf(model: ModelName): string {
  return OWN.find((name) => name in models[model].fields) ?? 'id';
}
