import { type SqlBool, sql } from 'kysely';

/** That a column has one of these ids: as one value, so that the statement is the same for any number of them. */
export function isOneOf(column: string, ids: readonly string[]) {
  return sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`;
}
