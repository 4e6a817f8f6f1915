import { expect, test } from 'vitest';
import { parsePeriod } from '../../src/platform/period.ts';

function days(text: string): string {
  const { from, to, isInferred } = parsePeriod(text);
  return `${from} to ${to}${isInferred ? ', inferred' : ''}`;
}

test('a year, a month and a day cover their days', () => {
  expect(parsePeriod('2017')).toEqual({ from: '2017-01-01', to: '2017-12-31', isInferred: false });
  expect(days('2017-10')).toBe('2017-10-01 to 2017-10-31');
  expect(days('2020-10-30')).toBe('2020-10-30 to 2020-10-30');
});

test('the last day of a February depends on the year', () => {
  expect(['1900-02', '2000-02', '2016-02', '2017-02'].map((month) => parsePeriod(month).to)).toEqual([
    '1900-02-28',
    '2000-02-29',
    '2016-02-29',
    '2017-02-28',
  ]);
});

test('~, ? and % mark what is inferred', () => {
  expect(days('2017-12~')).toBe('2017-12-01 to 2017-12-31, inferred');
  expect(days('2017?')).toBe('2017-01-01 to 2017-12-31, inferred');
  expect(days('2017-12-05%')).toBe('2017-12-05 to 2017-12-05, inferred');
});

test('an interval goes from the first day of one to the last of the other', () => {
  expect(days('2018-10-18/2018-10-19')).toBe('2018-10-18 to 2018-10-19');
  expect(days('2014/2020-10')).toBe('2014-01-01 to 2020-10-31');
});

test('an interval is inferred if one of its ends is', () => {
  expect(days('2017/2017-12~')).toBe('2017-01-01 to 2017-12-31, inferred');
  expect(days('2016~/2018')).toBe('2016-01-01 to 2018-12-31, inferred');
});

test('an end may be open or not known', () => {
  expect(days('/2020-10-30')).toBe('null to 2020-10-30');
  expect(days('../2020')).toBe('null to 2020-12-31');
  expect(days('2017-06/..')).toBe('2017-06-01 to null');
  expect(days('2017/')).toBe('2017-01-01 to null');
});

test.each([
  ['an empty text', ''],
  ['a word', 'now'],
  ['a 13th month', '2017-13'],
  ['month zero', '2017-00'],
  ['30 February', '2017-02-30'],
  ['day zero', '2017-02-00'],
  ['the year zero', '0000'],
  ['a year of two digits', '17-10'],
  ['a mark in front', '~2017'],
  ['an interval without ends', '/'],
  ['an interval of three', '2017/2018/2019'],
  ['a bad end', '2017/2018-13'],
])('%s is refused with what was expected', (_, text) => {
  expect(() => parsePeriod(text)).toThrow(
    new RangeError(
      `“${text}” is no period: expected a year, month or day as in 2017, 2017-10 or 2017-10-31, with ~ or ? ` +
        'behind it if inferred, or two of them as in 2017/2018-03, /2018 (start not known) or 2017/.. (end open).',
    ),
  );
});

test('a period that ends before it begins is refused', () => {
  expect(() => parsePeriod('2018/2017-12')).toThrow(
    new RangeError('The period “2018/2017-12” ends before it begins: expected the earlier date first.'),
  );
});
