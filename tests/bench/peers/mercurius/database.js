import pg from 'pg';

const { builtins } = pg.types;
// Days stay text, instants become what JSON has, and decimals are text without zeros at their end.
const parsers = {
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [builtins.NUMERIC]: (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text),
};

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
  // A connection that goes idle and away takes its prepared statements along.
  idleTimeoutMillis: 0,
  options: '-c timezone=UTC',
  types: { getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
});

const names = new Map();

/** Rows of a statement, which is prepared under a name of its own. */
export async function rows(text, values = []) {
  let name = names.get(text);
  if (!name) names.set(text, (name = `s${names.size}`));
  return (await pool.query({ name, text, values })).rows;
}

/** Rows of a statement that PostgreSQL plans for its values: a search's plan depends on its words. */
export async function plannedRows(text, values) {
  return (await pool.query(text, values)).rows;
}
