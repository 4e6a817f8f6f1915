import type { GraphQLScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
await app.observation({
  value: '12.5',
  periodFrom: new Date('2020-02-29'),
  periodTo: new Date('2020-12-31'),
});

/** Totals of the observations whose value or day is at least this, or the refusal. */
async function from(field: 'value' | 'periodFrom', type: string, value: unknown) {
  const list = (argument: string) =>
    `observations(filter: { ${field}: { from: ${argument} } }) { totalCount }`;
  const { data, errors } = await app.ask(`query ($v: ${type}) { ${list('$v')} }`, { v: value });
  if (errors)
    return errors.map(({ extensions, message }) => `${extensions.code} ${message.split('; ')[1]}`)[0];
  return (data!.observations as { totalCount: number }).totalCount;
}

test.each([
  ['12.5', 1],
  [12.5, 1],
  ['12.50000000000000000001', 0],
  ['-0', 1],
  [-0, 1],
  ['99999999999999999999.99999999999999999999', 0],
  [9_007_199_254_740_991, 'numbers of more than 15 digits as strings, not 9007199254740991'],
  [1e308, 'a number, as "12.50", not "1e+308"'],
  ['1e3', 'a number, as "12.50", not "1e3"'],
  ['NaN', 'a number, as "12.50", not "NaN"'],
  ['Infinity', 'a number, as "12.50", not "Infinity"'],
  ['0x10', 'a number, as "12.50", not "0x10"'],
  [' 1', 'a number, as "12.50", not " 1"'],
  ['１', 'a number, as "12.50", not "１"'],
  ['', 'a number, as "12.50", not ""'],
  [true, 'a number, as "12.50", not true'],
  [[[1]], 'a number, as "12.50"'],
])('the decimal %j is exact or refused', async (value, expected) => {
  const outcome = typeof expected === 'number' ? expected : `BAD_USER_INPUT Decimal expects ${expected}.`;
  expect(await from('value', 'Decimal', value)).toBe(outcome);
});

test('a million digits are refused, and the refusal says why', async () => {
  const query = 'query ($v: Decimal) { observations(filter: { value: { from: $v } }) { totalCount } }';
  const { errors } = await app.ask(query, { v: '1'.repeat(990_000) });
  const { message } = errors![0]!;
  expect([message.length, message.slice(0, 40)]).toEqual([500, 'Variable "$v" got invalid value "1111111']);
  expect(message).toMatch(/1"; Decimal expects a number, as "12\.50", not "1{59}\.$/);
});

test('a decimal in a document is read as it is written', async () => {
  for (const [literal, total] of [
    ['12.5', 1],
    ['12.50000000000000000001', 0],
    ['-0', 1],
    ['"12.5"', 1],
  ]) {
    const { data } = await app.ask(
      `{ observations(filter: { value: { from: ${literal} } }) { totalCount } }`,
    );
    expect([literal, data]).toEqual([literal, { observations: { totalCount: total } }]);
  }
});

test.each([
  ['2020-02-29', 1],
  ['2020-03-01', 0],
  ['0001-01-01', 1],
  ['9999-12-31', 0],
  ['0000-01-01', '"0000-01-01"'],
  ['10000-01-01', '"10000-01-01"'],
  ['+010000-01-01', '"+010000-01-01"'],
  ['-0001-01-01', '"-0001-01-01"'],
  ['2021-02-29', '"2021-02-29"'],
  ['2020-02-30', '"2020-02-30"'],
  ['2020-13-01', '"2020-13-01"'],
  ['2020-1-1', '"2020-1-1"'],
  ['2020-01-01T00:00:00Z', '"2020-01-01T00:00:00Z"'],
  ['2020', '"2020"'],
  ['infinity', '"infinity"'],
  ['', '""'],
  [20_200_101, '20200101'],
])('the day %j exists or is refused', async (value, expected) => {
  const refused = `BAD_USER_INPUT Date expects a day that exists, as 2026-05-01, not ${expected}.`;
  expect(await from('periodFrom', 'Date', value)).toBe(typeof expected === 'number' ? expected : refused);
});

test('a range that ends before it begins is refused', async () => {
  const ranges = ['value: { from: 2, to: 1.5 }', 'periodTo: { from: "2020-01-02", to: "2020-01-01" }'];
  const answers = ranges.map((range) => app.ask(`{ observations(filter: { ${range} }) { totalCount } }`));
  expect((await Promise.all(answers)).map(({ errors }) => errors!.map(({ message }) => message))).toEqual([
    ['filter.value: from must not be beyond to.'],
    ['filter.periodTo: from must not be beyond to.'],
  ]);
});

const instant = schema.getType('DateTime') as GraphQLScalarType<Date, string>;

test.each([
  ['2026-05-01T12:00:00Z', '2026-05-01T12:00:00.000Z'],
  ['2026-05-01T12:00:00+14:00', '2026-04-30T22:00:00.000Z'],
  ['2026-05-01T12:00:00.123456789-12:00', '2026-05-02T00:00:00.123Z'],
  ['2026-03-29T02:30:00+08:00', '2026-03-28T18:30:00.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('the instant %s is one in UTC', (given, expected) => {
  expect(instant.serialize(instant.parseValue(given))).toBe(expected);
});

test.each([
  '2016-12-31T23:59:60Z',
  '2026-02-30T00:00:00Z',
  '2026-05-01T24:00:00Z',
  '2026-05-01T12:00:00',
  '2026-05-01 12:00:00Z',
  '2026-05-01T12:00Z',
  '2026-05-01T12:00:00+24:00',
  '2026-05-01T12:00:00.Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-12:00',
  '10000-01-01T00:00:00Z',
  'now',
  '',
  1_777_636_800_000,
  Number.NaN,
  null,
])('%j is no instant', (given) => {
  expect(() => instant.parseValue(given)).toThrow(/^DateTime expects an instant /);
});

test.each([
  [1, 0],
  [100, 0],
  [-0, 0],
  [-1, 'first: a page has 0 to 100 items, not -1.'],
  [101, 'first: a page has 0 to 100 items, not 101.'],
  [2_147_483_647, 'first: a page has 0 to 100 items, not 2147483647.'],
  [-2_147_483_648, 'first: a page has 0 to 100 items, not -2147483648.'],
  [2_147_483_648, 'Int cannot represent non 32-bit signed integer value: 2147483648'],
  [2 ** 53, 'Int cannot represent non 32-bit signed integer value: 9007199254740992'],
  [1e308, 'Int cannot represent non 32-bit signed integer value: 1e+308'],
  [1.5, 'Int cannot represent non-integer value: 1.5'],
  ['5', 'Int cannot represent non-integer value: "5"'],
  [true, 'Int cannot represent non-integer value: true'],
])('a page of %j is one or is refused', async (first, expected) => {
  const { data, errors } = await app.ask('query ($n: Int) { people(first: $n) { totalCount } }', {
    n: first,
  });
  if (expected === 0) return expect([data, errors]).toEqual([{ people: { totalCount: 0 } }, undefined]);
  expect(errors!.map(({ message, extensions }) => [extensions.code, message.split('; ').at(-1)])).toEqual([
    ['BAD_USER_INPUT', expected],
  ]);
});
