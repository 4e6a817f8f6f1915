import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Operations } from '../../src/graphql/compiled/operations.ts';
import { PUBLIC } from '../../src/platform/actor.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { postgres } from '../../src/platform/postgres.ts';
import { encode } from '../../src/platform/values.ts';
import { schema } from '../../src/schema.ts';
import { loaded } from './databases.ts';
import { REPOSITORY } from './packages.ts';
import { askings } from './subjects.ts';
import { QUESTIONS } from './workload/questions.ts';

interface Operation {
  readonly name: string;
  readonly document: string;
  readonly variables: object;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows from which on a table is large. */
const LARGE = 10_000;
const MODES = ['force_generic_plan', 'force_custom_plan'] as const;

/** Sequential scans of large tables that must be, by operation and table, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  '8-organizations organization':
    'all but a dozen rows are made up here, and a real database has none of those',
  '19-recorded mentor_pair': 'a city that has nearly all pairs of the table has them counted',
};

/**
 * Explains every statement of the shipped operations and of the benchmark's questions on the nation's data, with
 * plans for these values and for any, and tells of sequential scans of large tables.
 * @returns whether there were none but those with a reason
 */
export async function explainPlans(): Promise<boolean> {
  const url = await loaded('nation');
  const noted: Statement[] = [];
  const driver = postgres(url);
  const db = openDatabase({
    ...driver,
    query: (text, values, signal) => {
      noted.push({ text, values: values.map(encode) });
      return driver.query(text, values, signal);
    },
    bytes: undefined,
  });
  await db.knowledge.refresh();
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  const large = await largeTables(client);
  let isFine = true;
  try {
    const operations = new Operations(schema, false);
    for (const { name, document, variables } of [...shipped(), ...(await asked(url))]) {
      const operation = operations.find(document, undefined);
      const coerced = operation?.coerced(variables as Record<string, unknown>);
      if (!operation || !coerced) continue;
      noted.length = 0;
      await operation.answer(coerced, variables as never, { db, actor: PUBLIC, now: () => new Date() });
      for (const statement of [...noted]) {
        for (const mode of MODES) {
          for (const table of await scannedBy(client, statement, mode)) {
            if (!large.has(table)) continue;
            const reason = ALLOWED[`${name} ${table}`];
            isFine &&= reason !== undefined;
            process.stdout.write(`${name}: scans ${table} (${mode})${reason ? `, because ${reason}` : ''}\n`);
          }
        }
      }
      process.stdout.write(`${name}: ${noted.length} statements\n`);
    }
  } finally {
    await client.end();
    await db.close();
  }
  return isFine;
}

function shipped(): Operation[] {
  const folder = join(REPOSITORY, 'schema', 'operations');
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.graphql$/, ''),
    document: readFileSync(join(folder, file), 'utf8'),
    variables: {},
  }));
}

async function asked(url: string): Promise<Operation[]> {
  const all = await askings(QUESTIONS, url);
  return all.map(({ question, subjects }) => ({
    name: question.name,
    document: question.document,
    variables: question.variables(subjects[0]!),
  }));
}

async function largeTables(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query(
    `select relname from pg_class where relkind = 'r' and reltuples >= ${LARGE}`,
  );
  return new Set(rows.map(({ relname }) => relname as string));
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The tables that the plan of the statement reads from their beginning to their end. */
async function scannedBy(
  client: pg.Client,
  { text, values }: Statement,
  mode: (typeof MODES)[number],
): Promise<string[]> {
  await client.query(`set plan_cache_mode = ${mode}`);
  await client.query(`prepare explained as ${text}`);
  const given = values.map((value) => (value === null ? 'null' : pg.escapeLiteral(String(value)))).join(', ');
  const { rows } = await client.query(`explain (format json) execute explained${given ? ` (${given})` : ''}`);
  await client.query('deallocate explained');
  return [...new Set(scans(rows[0]['QUERY PLAN'][0].Plan))];
}

function scans(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scans)];
}
