import { Prisma } from '../generated/prisma/client.ts';

type Decimal = Prisma.Decimal;
const { Decimal } = Prisma;

/** A number as printed in Chinese text. */
export interface PrintedNumber {
  /** In units, with 万 and 亿 multiplied out; the smaller one of a range. */
  readonly value: Decimal;
  /** The larger one of a range. */
  readonly max: Decimal | null;
  /** What one in the last printed place stands for: 1000 in 2.6万, 0.1 in 5.4. */
  readonly step: Decimal;
  /** The characters that were read, without white space: 3000余万, 4至7, 二十. */
  readonly text: string;
}

const ZEROS: Record<string, number> = { 亿: 8, 万: 4, 千: 3, 百: 2, 十: 1 };
/** By value; the second is another way to write it. */
const DIGITS = ['零〇', '一', '二两', '三', '四', '五', '六', '七', '八', '九'];

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[余多]?[百千万亿]{0,3}[余多]?`;
// 数百 and 几万 name no number. The lengths are limited because anybody may send any text.
const WORD = `(?<![数几][十百千万亿]{0,3})[${DIGITS.join('')}十百千万亿]{1,20}[余多]?[万亿]{0,2}[余多]?`;
const NUMBERS = new RegExp(`(${ARABIC}|${WORD})(?:([至到~~—–-])(${ARABIC}|${WORD}))?`, 'g');

/** The pages break sentences at the ends of columns, so white space says nothing. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

/** Every number in the text, in order: Arabic or Chinese numerals, with 余 or 多 inside or behind them. */
export function numbersIn(text: string): PrintedNumber[] {
  return [...withoutSpace(text).matchAll(NUMBERS)].flatMap(([both, first, , second]) => {
    const low = read(first!);
    if (second === undefined) return [low];
    const high = read(second);
    return range(low, high, both) ?? [low, high];
  });
}

function read(text: string): PrintedNumber {
  const [, digits = '', word = ''] = text.replace(/[余多,]/g, '').match(/^([\d.]*)(.*)$/)!;
  if (digits === '') return { value: amountOf(word), max: null, step: stepOf(word), text };
  const zeros = zerosOf(word);
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { value: new Decimal(`${digits}e${zeros}`), max: null, step: power(zeros - decimals), text };
}

/** Null if the second number is not the larger one, as in 2017-10. In 3至5万 the 万 counts for both. */
function range(low: PrintedNumber, high: PrintedNumber, text: string): [PrintedNumber] | null {
  const scale = power(zerosOf(ending(high.text)));
  const shared = zerosOf(ending(low.text)) === 0 && low.value.times(scale).lt(high.value);
  const factor = shared ? scale : power(0);
  const value = low.value.times(factor);
  if (value.gte(high.value)) return null;
  return [{ value, max: high.value, step: Decimal.min(low.step.times(factor), high.step), text }];
}

function amountOf(word: string): Decimal {
  const scale = Object.keys(ZEROS).find((char) => word.includes(char));
  if (scale === undefined) return new Decimal([...word].map(digitOf).join('') || 0);
  const at = word.lastIndexOf(scale);
  const count = at === 0 ? power(0) : amountOf(word.slice(0, at));
  return count.times(power(ZEROS[scale]!)).plus(amountOf(word.slice(at + 1)));
}

function digitOf(char: string): number {
  return DIGITS.findIndex((digits) => digits.includes(char));
}

/** A bare 百 is as rough as it is large, as in 百余; 二万 is as rough as 2万; 二十 is exact. */
function stepOf(word: string): Decimal {
  return /^[百千万亿]+$/.test(word) ? amountOf(word) : power(zerosOf(ending(word)));
}

/** The 万 and 亿 that a number ends with: no more than 22. Looking for any number of them takes too long. */
function ending(text: string): string {
  return text.replace(/[余多]/g, '').match(/[万亿]{0,22}$/)![0];
}

function zerosOf(scales: string): number {
  return [...scales].reduce((sum, char) => sum + ZEROS[char]!, 0);
}

function power(zeros: number): Decimal {
  return new Decimal(`1e${zeros}`);
}
