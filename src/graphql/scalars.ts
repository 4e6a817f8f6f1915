import { GraphQLError, Kind } from 'graphql';
import { Prisma } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
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
    return new Date(value as string);
  },
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number, as a string: "328", "5.4"',
  serialize: (value) => value.toFixed(),
  parseValue: (value) => {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !NUMBER.test(text))
      return refuse('Decimal', value, 'a number, as "12.50"');
    return new Prisma.Decimal(text);
  },
});

builder.scalarType('String', {
  description: 'Text in Unicode, without the character NUL and without halves of surrogate pairs',
  serialize: String,
  parseValue: (value) => text('String', value),
});

builder.scalarType('ID', {
  description: 'An opaque identifier: take it from an answer, never make one',
  serialize: String,
  parseValue: (value) => text('ID', value),
  parseLiteral: (node) =>
    node.kind === Kind.STRING || node.kind === Kind.INT
      ? text('ID', node.value)
      : refuse('ID', undefined, 'an identifier'),
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
  const date = new Date(`${value}T00:00:00Z`);
  // The 30th of February becomes the 2nd of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? date : undefined;
}

/** What was given is quoted only as far as it helps to find it. */
function refuse(type: string, value: unknown, expected: string): never {
  const given = value === undefined ? '' : `, not ${JSON.stringify(value)?.slice(0, 60)}`;
  throw new GraphQLError(`${type} expects ${expected}${given}.`);
}
