import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
const { id, ...region } = await app.region({ name: '示例地区' });
const { id: indicatorId } = await app.indicator();
const { id: sourceId } = await app.source();
for (const value of [1, 2, 3]) await app.observation({ value, regionId: id, indicatorId, sourceId });

const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const NO_CURSOR = 'this is no cursor of a list.';
const OTHER_ORDER = 'this cursor is of another order; a cursor serves the order it came from.';
const OTHER_LIST = 'this cursor does not belong to this list.';

/** The refusals of a list that starts or ends at the cursor. */
async function refusals(list: string, cursor: string, orderBy = '') {
  const query = `query ($c: String) {
    after: ${list}(after: $c ${orderBy}) { nodes { id } } before: ${list}(before: $c ${orderBy}) { nodes { id } } }`;
  const answers = [query.replace(/before:.*/, '}'), query.replace(/after: .* (?=before:)/, '')];
  return Promise.all(
    answers.map(async (each) => {
      const { errors } = await app.ask(each, { c: cursor });
      return errors?.map(({ extensions, message }) => `${extensions.code} ${message}`);
    }),
  );
}

function refused(words: string) {
  return ['after', 'before'].map((argument) => [`BAD_USER_INPUT ${argument}: ${words}`]);
}

test('a cursor of the list serves it from both sides', async () => {
  const orderBy = 'orderBy: { field: VALUE, direction: ASC }';
  const cursorsOf = async (page: string) => {
    const { data } = await app.ask<{
      observations: { edges: { cursor: string; node: { value: string } }[] };
    }>(`{ observations(${orderBy} ${page}) { edges { cursor node { value } } } }`);
    return data!.observations.edges.map(({ cursor, node }) => ({ cursor, value: node.value }));
  };
  const [one, two, three] = await cursorsOf('');
  expect(await cursorsOf(`after: "${one!.cursor}"`)).toEqual([two, three]);
  expect(await cursorsOf(`before: "${three!.cursor}"`)).toEqual([one, two]);
  expect(await cursorsOf(`after: "${one!.cursor}", before: "${three!.cursor}"`)).toEqual([two]);
});

test.each([
  ['nothing', ''],
  ['blanks', '  '],
  ['a number', '1'],
  ['no JSON', Buffer.from('["path","asc"').toString('base64url')],
  ['no list', encode({ 0: 'path' })],
  ['null', encode(null)],
  ['too few parts', encode(['path', 'asc', '900001/'])],
  ['too many parts', encode(['path', 'asc', '900001/', id, 1])],
  ['100 KB', encode(['path', 'asc', '9'.repeat(75_000), id])],
  ['a megabyte less the rest', 'A'.repeat(990_000)],
])('%s is no cursor', async (_, cursor) => {
  expect(await refusals('regions', cursor)).toEqual(refused(NO_CURSOR));
});

test.each([
  ['another order', ['name', 'asc', region.name, id]],
  ['another direction', ['path', 'desc', region.path, id]],
  ['a column that is no order', ['parentId', 'asc', null, id]],
  ['a name that all objects inherit', ['constructor', 'asc', 'a', id]],
  ['lists for names', [['path'], ['asc'], region.path, id]],
])('a cursor of %s serves no list', async (_, parts) => {
  expect(await refusals('regions', encode(parts))).toEqual(refused(OTHER_ORDER));
});

const DAY = '2020-12-31T00:00:00.000Z';

test.each([
  ['regions', 'PATH', 'a number for text', ['path', 'asc', 1, id]],
  ['regions', 'PATH', 'a list for text', ['path', 'asc', ['a'], id]],
  ['regions', 'PATH', 'nothing for text that is always there', ['path', 'asc', null, id]],
  ['regions', 'PATH', 'NUL', ['path', 'asc', 'a\0b', id]],
  ['regions', 'PATH', 'half a character', ['path', 'asc', '\ud83d', id]],
  ['regions', 'PATH', 'a number for an id', ['path', 'asc', 'a', 1]],
  ['regions', 'PATH', 'no uuid', ['path', 'asc', 'a', "' OR 1=1 --"]],
  ['regions', 'PATH', 'a uuid in capitals', ['path', 'asc', 'a', id.toUpperCase()]],
  ['regions', 'PATH', 'a uuid with more behind', ['path', 'asc', 'a', `${id}\n`]],
  ['regions', 'LEVEL', 'no such value of an enum', ['level', 'asc', 'PLANET', id]],
  ['regions', 'LEVEL', 'a name that all objects inherit', ['level', 'asc', 'toString', id]],
  ['observations', 'VALUE', 'a number for a decimal', ['value', 'asc', 1, id]],
  ['observations', 'VALUE', 'no decimal', ['value', 'asc', 'NaN', id]],
  ['observations', 'VALUE', 'a decimal with an exponent', ['value', 'asc', '1e9', id]],
  ['observations', 'VALUE', 'endless digits', ['value', 'asc', '1'.repeat(1000), id]],
  ['observations', 'PERIOD_TO', 'a day without a time', ['periodTo', 'asc', '2020-12-31', id]],
  [
    'observations',
    'PERIOD_TO',
    'a day that does not exist',
    ['periodTo', 'asc', DAY.replace('12-31', '02-30'), id],
  ],
  ['observations', 'PERIOD_TO', 'hour 24', ['periodTo', 'asc', DAY.replace('T00', 'T24'), id]],
  ['observations', 'PERIOD_TO', 'year 0', ['periodTo', 'asc', DAY.replace('2020', '0000'), id]],
  ['observations', 'PERIOD_TO', 'year 10000', ['periodTo', 'asc', DAY.replace('2020', '+010000'), id]],
  ['observations', 'PERIOD_TO', 'infinity', ['periodTo', 'asc', 'infinity', id]],
  ['people', 'CREATED_AT', 'no instant', ['createdAt', 'asc', 'now', id]],
  ['people', 'CREATED_AT', 'year 0', ['createdAt', 'asc', DAY.replace('2020', '0000'), id]],
])('a cursor of %s by %s with %s is refused', async (list, field, _, parts) => {
  const orderBy = `orderBy: { field: ${field}, direction: ASC }`;
  expect(await refusals(list, encode(parts), orderBy)).toEqual(refused(OTHER_LIST));
});

test.each([
  ['first: -1', 'first: a page has 0 to 100 items, not -1.'],
  ['first: 101', 'first: a page has 0 to 100 items, not 101.'],
  ['last: -1', 'last: a page has 0 to 100 items, not -1.'],
  ['last: 101', 'last: a page has 0 to 100 items, not 101.'],
  ['first: 1, last: 1', 'Give first or last, not both.'],
  ['first: 0, last: 0', 'Give first or last, not both.'],
])('a page with %s is refused with words', async (page, message) => {
  const { errors } = await app.ask(`{ regions(${page}) { totalCount } }`);
  expect(errors).toMatchObject([{ message, path: ['regions'], extensions: { code: 'BAD_USER_INPUT' } }]);
});
