import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

const { DATABASE_URL, DATABASE_CONNECTIONS } = process.env;

/** Statements that are prepared: a relation's differ by the number of parents, too. */
const MOST_NAMES = 500;
const names = new Map();

export const prisma = new PrismaClient({
  adapter: new PrismaPg(
    {
      connectionString: DATABASE_URL,
      max: Number(DATABASE_CONNECTIONS),
      // A connection that goes idle and away takes its prepared statements along.
      idleTimeoutMillis: 0,
    },
    // Without names the adapter prepares nothing.
    { statementNameGenerator: ({ sql }) => (names.has(sql) ? names.get(sql) : named(sql)) },
  ),
});

function named(sql) {
  if (names.size >= MOST_NAMES) return undefined;
  // A search is planned each time: how rare its word is decides how to find it.
  const isSearch = sql.includes('grams(');
  const name = isSearch ? undefined : createHash('sha1').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}
