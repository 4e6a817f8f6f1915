import { expect, test } from 'vitest';
import { type Figure, type Measure, observationProblems } from '../../src/features/figures/rules.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

const PAIRS: Figure = {
  value: '26000',
  valueMax: null,
  valueText: '2.6万',
  unit: '对',
  qualifier: null,
  bound: 'EXACT',
  kind: 'STOCK',
  period: '2020-11~',
  precision: '1000',
  line: 153,
  lineEnd: 153,
  quote: '企业创新小组9869个,师徒结对2.6万对',
};

/** Problems of a figure that is in order but for what is given. */
function problems(figure: Partial<Figure>, indicator: Partial<Measure> = {}): string[] {
  return observationProblems({ ...PAIRS, ...figure }, { unit: '对', kind: 'STOCK', ...indicator });
}

/** Problems of a number in words, which has no printed digits. */
function inWords(quote: string, value: string, figure: Partial<Figure> = {}): string[] {
  return problems({ quote, value, valueText: null, precision: '1', ...figure });
}

test('a figure that agrees with its quote and its indicator has no problem', () => {
  expect(problems({})).toEqual([]);
});

test('amounts may be decimals', () => {
  expect(problems({ value: new Prisma.Decimal(26000), precision: new Prisma.Decimal(1000) })).toEqual([]);
});

test('white space in the quote does not matter', () => {
  expect(problems({ quote: '师徒结对 2.\n6 万 对' })).toEqual([]);
});

test('the value is that of the printed number', () => {
  expect(problems({ value: '27000' })).toEqual(['The value is 27000, but “2.6万” reads 26000.']);
});

test('the printed number stands in the quote, whole', () => {
  expect(problems({ valueText: '2.7万' })).toEqual(['No number in the quote is printed as “2.7万”.']);
  expect(problems({ value: '6', valueText: '6', precision: '1' })).toEqual([
    'No number in the quote is printed as “6”.',
  ]);
});

test('the precision is the step of the printed number', () => {
  expect(problems({ precision: '100' })).toEqual(['The precision is 100, but the step of “2.6万” is 1000.']);
});

test('a number without digits is looked for among the Chinese numerals', () => {
  expect(inWords('此次培训分为二个班次', '2')).toEqual([]);
  expect(inWords('此次培训分为二个班次', '3')).toEqual([
    'No Chinese numeral in the quote reads 3; a number in digits needs its text.',
  ]);
  expect(inWords('此次培训分为2个班次', '2')).toEqual([
    'No Chinese numeral in the quote reads 2; a number in digits needs its text.',
  ]);
});

test('唯一 is one, exactly', () => {
  expect(inWords('全市唯一', '1', { qualifier: '唯一' })).toEqual([]);
});

test('a bare 万 is precise to 万', () => {
  const some = { qualifier: '余', bound: 'AT_LEAST' } as const;
  expect(inWords('价值万余元', '10000', { ...some, precision: '10000' })).toEqual([]);
  expect(inWords('价值万余元', '10000', some)).toEqual([
    'The precision is 1, but the step of “万余” is 10000.',
  ]);
});

test('a range has both its ends', () => {
  const range = { quote: '帮扶贫困户4至7户', valueText: '4至7', precision: '1', qualifier: '4至7' } as const;
  expect(problems({ ...range, value: '4', valueMax: '7', bound: 'RANGE' })).toEqual([]);
  expect(problems({ ...range, value: '4', bound: 'RANGE' })).toEqual([
    'The value is 4, but “4至7” reads 4 to 7.',
  ]);
  expect(problems({ ...range, value: '4', valueMax: '8', bound: 'RANGE' })).toEqual([
    'The value is 4 to 8, but “4至7” reads 4 to 7.',
  ]);
  expect(problems({ ...range, value: '4', valueMax: '7' })).toEqual([
    'The bound is EXACT, but “4至7” calls for RANGE.',
  ]);
});

test.each([
  ['余', '覆盖职工500余人', '500余', 'AT_LEAST'],
  ['多', '带动500多户', '500多', 'AT_LEAST'],
  ['以上', '增收500元以上', '500', 'AT_LEAST'],
  ['超', '已超500家', '500', 'AT_LEAST'],
  ['超过', '面积超过500平方米', '500', 'AT_LEAST'],
  ['至少', '至少有500家', '500', 'AT_LEAST'],
  ['突破', '突破500次访问', '500', 'AT_LEAST'],
  ['近', '近500人脱盲', '500', 'AT_MOST'],
  ['约', '资金约500元', '500', 'APPROX'],
  ['约…多', '已投资约500多元', '500多', 'APPROX'],
  ['据不完全统计', '帮扶活动500次', '500', 'INCOMPLETE'],
] as const)('%s bounds the number', (qualifier, quote, valueText, bound) => {
  const figure = { qualifier, quote, valueText, value: '500', precision: '1' };
  expect(problems({ ...figure, bound })).toEqual([]);
  expect(problems({ ...figure, bound: 'EXACT' })).toEqual([
    expect.stringMatching(
      new RegExp(`^The bound is EXACT, but “.+” calls for ${bound}( or INCOMPLETE)?\\.$`),
    ),
  ]);
});

test('a number of incomplete statistics may have its own 余', () => {
  const figure = {
    qualifier: '余',
    quote: '为500余人提供服务',
    valueText: '500余',
    value: '500',
    precision: '1',
  };
  expect(problems({ ...figure, bound: 'INCOMPLETE' })).toEqual([]);
});

test('余 in the printed number counts where the qualifier leaves it out', () => {
  const figure = { quote: '为500余人提供服务', valueText: '500余', value: '500', precision: '1' };
  expect(problems(figure)).toEqual(['The bound is EXACT, but “余” calls for AT_LEAST or INCOMPLETE.']);
});

test('a number without a qualifying word is exact or doubtful', () => {
  expect(problems({ bound: 'UNCERTAIN' })).toEqual([]);
  expect(problems({ bound: 'AT_LEAST' })).toEqual([
    'The bound is AT_LEAST, but a number without a qualifying word calls for EXACT or UNCERTAIN.',
  ]);
});

test('the qualifier stands in the quote', () => {
  expect(problems({ qualifier: '近', bound: 'AT_MOST' })).toEqual([
    'The qualifier “近” does not stand in the quote.',
  ]);
});

test("the kind is the indicator's, or a starting value or a target", () => {
  expect(problems({ kind: 'BASELINE' })).toEqual([]);
  expect(problems({ kind: 'TARGET' })).toEqual([]);
  expect(problems({ kind: 'FLOW' })).toEqual(["The kind is FLOW, but the indicator's is STOCK."]);
});

test("the unit is the indicator's, but people may be counted with any courtesy", () => {
  expect(problems({ unit: '个' })).toEqual(["The unit is 个, but the indicator's is 对."]);
  expect(problems({ unit: '名' }, { unit: '人' })).toEqual([]);
  expect(problems({ unit: '人次' }, { unit: '人' })).toEqual([
    "The unit is 人次, but the indicator's is 人.",
  ]);
});

test('the period can be read', () => {
  expect(problems({ period: '2017-13' })).toEqual([
    expect.stringMatching(/^“2017-13” is no period: expected /),
  ]);
});

test('the quote does not end before it begins', () => {
  expect(problems({ lineEnd: 152 })).toEqual(['The quote begins on line 153, after its end on line 152.']);
});

test('there is a quote', () => {
  expect(problems({ quote: ' \n' })).toEqual(['The quote is empty.']);
});

test('all problems are named at once', () => {
  expect(problems({ value: '1', unit: '个', kind: 'FLOW' })).toEqual([
    'The value is 1, but “2.6万” reads 26000.',
    "The kind is FLOW, but the indicator's is STOCK.",
    "The unit is 个, but the indicator's is 对.",
  ]);
});
