import { readFileSync } from 'node:fs';
import { OperatorError } from '../../../src/platform/errors.ts';
import type { ModelName } from '../../../src/platform/models.ts';
import { inProject } from '../../../src/platform/root.ts';
import type { Batch, Run } from './insert.ts';
import { REGION_KEY, REGIONS } from './places.ts';

/** The rows of one model, as the values of their fields. */
export interface Written {
  readonly model: ModelName;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export const STORY = inProject('prisma', 'seed', 'demo', 'story.json');

/**
 * What the story refers to and is published has other ids in each database, and is written by its name, as in
 * {region 370600}: these are the ids by the names.
 */
export async function readPublished(run: Run): Promise<ReadonlyMap<string, string>> {
  const rows = (await run(
    `select 'region ' || ${REGION_KEY} as name, region.id from ${REGIONS}
     union all select 'scoring scheme ' || code, id from scoring_scheme where code is not null
     union all select concat_ws(' ', 'award type', code, valid_from), id from award_type`,
    [],
  )) as { name: string; id: string }[];
  return new Map(rows.map(({ name, id }) => [name, id]));
}

const PUBLISHED = /\{([a-z ]+ [^}"]+)\}/g;

/**
 * What came of a competition of the demonstration year up to the middle of the year, and of the end of its last
 * edition. People went through it by the commands that they would use, and this is what the database held
 * afterwards. tests/seed/retelling.test.ts has them do so again, and compares.
 * @throws {OperatorError} 65 where something published is missing that it refers to
 */
export async function readStory(run: Run): Promise<Batch[]> {
  const published = await readPublished(run);
  const text = readFileSync(STORY, 'utf8').replace(PUBLISHED, (_, name: string) => {
    const id = published.get(name);
    if (!id) throw new OperatorError(65, `The demonstration needs the ${name}, which is not loaded.`);
    return id;
  });
  return (JSON.parse(text) as Written[]).map(({ model, fields, rows }) => ({
    model,
    rows: rows.map((row) => Object.fromEntries(fields.map((field, n) => [field, asRead(row[n])]))),
  }));
}

/** Structures are written as such, and go to the database as text. */
function asRead(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
}

/** The batches with what the story made of their rows in place of them, and what it added. */
export function withStory(batches: readonly Batch[], told: readonly Batch[]): Batch[] {
  const ids = new Set(told.flatMap(({ rows }) => [...rows].map(idOf)));
  const untold = batches.map(({ model, rows }) => ({ model, rows: without(rows, ids) }));
  return [...untold, ...told];
}

function* without(rows: Iterable<object>, ids: ReadonlySet<unknown>): Generator<object> {
  for (const row of rows) if (!ids.has(idOf(row))) yield row;
}

function idOf(row: object): unknown {
  return (row as { id?: unknown }).id;
}
