import { GraphQLError, GraphQLID, GraphQLString, Kind, type ValueNode } from 'graphql';
import { Prisma } from '../generated/prisma/client.ts';
import { isDay } from '../platform/period.ts';
import { builder } from './builder.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** Decimal digits that JSON's numbers keep. */
const EXACT_DIGITS = 15;
const IS_DECIMAL: ReadonlySet<Kind> = new Set([Kind.INT, Kind.FLOAT, Kind.STRING]);
/** More digits than any column holds; a number of a million digits must not reach the database. */
const NUMBER = /^-?\d{1,20}(\.\d{1,20})?$/;

builder.scalarType('Date', {
  description: 'A day from 0001-01-01 to 9999-12-31, as YYYY-MM-DD',
  serialize: (value) => value.toISOString().slice(0, 10),
  parseValue: (value) => day(value) ?? refuse('Date', value, 'a day that exists, as 2026-05-01'),
});

builder.scalarType('DateTime', {
  description: 'An instant with its zone, as 2026-05-01T12:00:00Z; answers are in UTC, to the millisecond',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const [, date] = (typeof value === 'string' && INSTANT.exec(value)) || [];
    if (!day(date)) return refuse('DateTime', value, 'an instant with its zone, as 2026-05-01T12:00:00Z');
    const instant = new Date(value as string);
    // A zone can lead out of the years that PostgreSQL reads.
    if (!day(instant.toISOString().slice(0, 10)))
      return refuse('DateTime', value, 'an instant from 0001 to 9999');
    return instant;
  },
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number, as a string: "328", "5.4"',
  serialize: (value) => value.toFixed(),
  parseValue: (value) => {
    if (typeof value !== 'number') return decimal(value);
    const text = String(value);
    if (text.replace(/\D/g, '').length > EXACT_DIGITS)
      return refuse('Decimal', value, `numbers of more than ${EXACT_DIGITS} digits as strings`);
    return decimal(text);
  },
  // As it is written: read as a number it could become another one.
  parseLiteral: (node) => decimal(IS_DECIMAL.has(node.kind) ? (node as { value: string }).value : undefined),
});

function decimal(text: unknown): Prisma.Decimal {
  if (typeof text !== 'string' || !NUMBER.test(text)) return refuse('Decimal', text, 'a number, as "12.50"');
  return new Prisma.Decimal(text);
}

// The builder keeps GraphQL's own scalars, and a schema takes no others by these names.
Object.assign(GraphQLString, {
  description: 'Text in Unicode, without the character NUL and without halves of surrogate pairs',
  parseValue: (value: unknown) => text('String', value),
  parseLiteral: (node: ValueNode) => text('String', node.kind === Kind.STRING ? node.value : undefined),
});

Object.assign(GraphQLID, {
  description: 'An opaque identifier: take it from an answer, never make one',
  parseValue: (value: unknown) => text('ID', Number.isSafeInteger(value) ? String(value) : value),
  parseLiteral: (node: ValueNode) =>
    text('ID', node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

/** PostgreSQL can't keep a NUL, and half a surrogate pair is no character: better refused than changed. */
function text(type: string, value: unknown): string {
  if (typeof value !== 'string') return refuse(type, value, 'text');
  if (value.includes('\0')) return refuse(type, undefined, 'text without the character NUL (U+0000)');
  if (!value.isWellFormed()) return refuse(type, undefined, 'text without halves of surrogate pairs');
  return value;
}

function day(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !DAY.test(value) || value.startsWith('0000')) return undefined;
  return isDay(value) ? new Date(`${value}T00:00:00Z`) : undefined;
}

/** What was given is quoted only as far as it helps to find it. */
function refuse(type: string, value: unknown, expected: string): never {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  const given = isPlain ? `, not ${JSON.stringify(value).slice(0, 60)}` : '';
  throw new GraphQLError(`${type} expects ${expected}${given}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
