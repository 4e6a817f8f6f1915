import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { database, query, SERVER } from '../databases.ts';
import { REPOSITORY } from '../packages.ts';
import { tell } from '../table.ts';

/** In the name of every studio. */
export const COMMON = '创新';
/** In the field of so many studios, however many there are. */
export const RARE = '量子';
const RARE_ROWS = 30;

/** The URL of a database with so many studios, made if there is none. It is kept for later runs. */
export async function databaseOf(studios: number): Promise<string> {
  const name = `bench_rows_${studios}`;
  const url = await database(name);
  if ((await counted(url)) === studios) return url;
  tell(`making ${name}`);
  await query(SERVER, `drop database ${name} with (force)`);
  await database(name);
  // All migrations, and the published regions.
  await promisify(execFile)('npm', ['run', '--silent', 'seed'], {
    cwd: REPOSITORY,
    env: { ...process.env, DATABASE_URL: url },
  });
  await fill(url, studios);
  await query(url, 'vacuum (analyze)');
  return url;
}

async function counted(url: string): Promise<number> {
  const [table] = await query<{ found: string | null }>(url, `select to_regclass('studio') as found`);
  if (!table?.found) return 0;
  const [row] = await query<{ count: number }>(url, 'select count(*)::int as count from studio');
  return row!.count;
}

/** Studios with an employer for every 20 and a lead for every 10, spread over all counties. */
async function fill(url: string, studios: number): Promise<void> {
  // Indexes are made faster than they grow. Those that tables rest on stay.
  const indexes = await query<{ name: string; text: string }>(
    url,
    `select indexname as name, indexdef as text from pg_indexes
      where tablename in ('studio', 'person', 'organization') and indexdef not like '%UNIQUE%'`,
  );
  const places = `(select array_agg(id order by code) from region where level = 'COUNTY' and code is not null)`;
  const statements = [
    ...indexes.map(({ name }) => `drop index "${name}"`),
    `insert into organization (id, name, type, region_id, is_demo)
      select ${id('organization', 'n')}, '示例单位' || lpad(n::text, 7, '0'), 'ENTERPRISE', ${nth('p.ids', 'n')}, true
      from generate_series(0, ${Math.ceil(studios / 20)}) n, (select ${places} as ids) p`,
    `insert into person (id, name, employer_id, is_demo)
      select ${id('person', 'n')}, '示例人员' || lpad(n::text, 7, '0'), ${id('organization', 'n / 2')}, true
      from generate_series(0, ${Math.ceil(studios / 10)}) n`,
    `insert into studio (id, name, kind, level, field, founded_on, is_demo, region_id, employer_id, lead_id)
      select ${id('studio', 'n')}, '示例' || f.field || '${COMMON}工作室' || lpad(n::text, 7, '0'),
        ${nth(`enum_range(null::"StudioKind")`, 'n')}, ${nth(`enum_range(null::"AdminLevel")`, 'n / 3')},
        f.field || case when n % ${Math.max(1, Math.floor(studios / RARE_ROWS))} = 0 then '${RARE}' else '' end,
        date '2006-01-01' + n % 7000, true, ${nth('p.ids', 'n / 20')},
        ${id('organization', 'n / 20')}, ${id('person', 'n / 10')}
      from generate_series(0, ${studios - 1}) n, (select ${places} as ids) p,
        lateral (select ${nth(`array['焊接', '电力检修', '数控加工', '桥梁施工', '信息化', '食品检测', '港口装卸']`, 'n')}
          as field) f`,
    ...indexes.map(({ text }) => text),
  ];
  for (const statement of statements) await query(url, statement);
}

/** An id of its own for each number, as UUIDv7 are made: later ones are larger. */
function id(table: string, number: string): string {
  const variant = { organization: '8001', person: '8002', studio: '8003' }[table];
  return `('019b0000-0000-7000-${variant}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** One of an array's members for each number, in turn. */
function nth(array: string, number: string): string {
  return `(${array})[1 + (${number}) % cardinality(${array})]`;
}
