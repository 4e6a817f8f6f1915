import { expect, test } from 'vitest';
import { numbersIn } from '../../src/platform/numerals.ts';

/** Every number of the text as "what was read: value step", with both ends of a range. */
function read(text: string): string[] {
  return numbersIn(text).map(
    ({ text, value, max, step }) =>
      `${text}: ${value.toFixed()}${max ? `-${max.toFixed()}` : ''} ${step.toFixed()}`,
  );
}

test('a number in digits is as precise as its last digit', () => {
  expect(read('328家、5.4公里、1,234,567人')).toEqual(['328: 328 1', '5.4: 5.4 0.1', '1,234,567: 1234567 1']);
});

test('万 and 亿 multiply the number and its step', () => {
  expect(read('2.6万对,15万人次,42.12万元,1.52亿元,8080万元')).toEqual([
    '2.6万: 26000 1000',
    '15万: 150000 10000',
    '42.12万: 421200 100',
    '1.52亿: 152000000 1000000',
    '8080万: 80800000 10000',
  ]);
});

test('余 and 多 belong to the number, inside it or behind it', () => {
  expect(read('3000余万元,30多万户,9亿多元,1.3万余户,500余人,30多位')).toEqual([
    '3000余万: 30000000 10000',
    '30多万: 300000 10000',
    '9亿多: 900000000 100000000',
    '1.3万余: 13000 1000',
    '500余: 500 1',
    '30多: 30 1',
  ]);
});

test('Chinese numerals are read', () => {
  expect(read('二个班次,两批,十二类,二十条,二百零五人,一千零二十户,二〇一七年,一亿二千万元')).toEqual([
    '二: 2 1',
    '两: 2 1',
    '十二: 12 1',
    '二十: 20 1',
    '二百零五: 205 1',
    '一千零二十: 1020 1',
    '二〇一七: 2017 1',
    '一亿二千万: 120000000 10000',
  ]);
});

test('a scale without a digit is as rough as it is large', () => {
  expect(read('百余名,超百家,万余人,百万,三十多万')).toEqual([
    '百余: 100 100',
    '百: 100 100',
    '万余: 10000 10000',
    '百万: 1000000 1000000',
    '三十多万: 300000 10000',
  ]);
});

test('numerals inside words are read too', () => {
  expect(read('三大类')).toEqual(['三: 3 1']);
  expect(read('全市唯一')).toEqual(['一: 1 1']);
});

test('a range has two ends and is neither of them', () => {
  expect(read('4至7户')).toEqual(['4至7: 4-7 1']);
  expect(read('4-7')).toEqual(['4-7: 4-7 1']);
  expect(read('4~7')).toEqual(['4~7: 4-7 1']);
  expect(read('三至五家')).toEqual(['三至五: 3-5 1']);
});

test('in a range one 万 may count for both ends', () => {
  expect(read('3至5万元')).toEqual(['3至5万: 30000-50000 10000']);
  expect(read('5000至1万元')).toEqual(['5000至1万: 5000-10000 1']);
});

test('a date is no range', () => {
  expect(read('2017-10-30')).toEqual(['2017: 2017 1', '10: 10 1', '30: 30 1']);
});

test('数百 and 几万 name no number', () => {
  expect(read('数百万人,几十家')).toEqual([]);
});

test('white space inside a number is passed over', () => {
  expect(read('7.\n1 万户')).toEqual(['7.1万: 71000 1000']);
});
