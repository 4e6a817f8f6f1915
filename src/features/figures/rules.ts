import { type Bound, type ObservationKind, Prisma } from '../../generated/prisma/client.ts';
import { numbersIn, type PrintedNumber, withoutSpace } from '../../platform/numerals.ts';
import { parsePeriod } from '../../platform/period.ts';
import { boundProblems, qualifierProblems } from './bounds.ts';

type Amount = Prisma.Decimal | string;

/** What a published figure says of itself, before it is stored. Amounts as strings are plain decimals. */
export interface Figure {
  readonly value: Amount;
  readonly valueMax: Amount | null;
  readonly valueText: string | null;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly bound: Bound;
  readonly kind: ObservationKind;
  readonly period: string;
  readonly precision: Amount;
  readonly line: number;
  readonly lineEnd: number;
  readonly quote: string;
}

/** What an indicator asks of its figures. */
export interface Measure {
  readonly unit: string;
  readonly kind: ObservationKind;
}

/** A starting value and a target are of the thing that the indicator counts, whatever it counts in time. */
const KINDS_OF_ANY: readonly ObservationKind[] = ['BASELINE', 'TARGET'];

/** Measure words for people, which differ in courtesy alone. */
const PEOPLE: readonly string[] = ['人', '名', '位'];

/** What is wrong with the figure, a sentence each. */
export function observationProblems(figure: Figure, indicator: Measure): string[] {
  const { quote, unit, kind, line, lineEnd } = figure;
  const problems = withoutSpace(quote) === '' ? ['The quote is empty.'] : numberProblems(figure);
  if (kind !== indicator.kind && !KINDS_OF_ANY.includes(kind)) {
    problems.push(`The kind is ${kind}, but the indicator's is ${indicator.kind}.`);
  }
  if (unit !== indicator.unit && !(PEOPLE.includes(unit) && PEOPLE.includes(indicator.unit))) {
    problems.push(`The unit is ${unit}, but the indicator's is ${indicator.unit}.`);
  }
  if (line > lineEnd) problems.push(`The quote begins on line ${line}, after its end on line ${lineEnd}.`);
  return [...problems, ...periodProblems(figure.period)];
}

function numberProblems(figure: Figure): string[] {
  const { valueText } = figure;
  const numbers = numbersIn(figure.quote);
  const candidates =
    valueText === null
      ? numbers.filter((number) => !/\d/.test(number.text) && isValueOf(number, figure))
      : numbers.filter(({ text }) => text === withoutSpace(valueText));
  const printed = candidates.find(({ step }) => step.eq(figure.precision)) ?? candidates[0];
  if (!printed) {
    return valueText === null
      ? [`No Chinese numeral in the quote reads ${amountOf(figure)}; a number in digits needs its text.`]
      : [`No number in the quote is printed as “${valueText}”.`];
  }
  return [
    ...(isValueOf(printed, figure)
      ? []
      : [`The value is ${amountOf(figure)}, but “${printed.text}” reads ${amountOf(printed)}.`]),
    ...(printed.step.eq(figure.precision)
      ? []
      : [
          `The precision is ${plain(figure.precision)}, but the step of “${printed.text}” is ${plain(printed.step)}.`,
        ]),
    ...qualifierProblems(figure.qualifier, figure.quote),
    ...boundProblems(figure.bound, figure.qualifier, printed),
  ];
}

function isValueOf(number: PrintedNumber, { value, valueMax }: Figure): boolean {
  return (
    number.value.eq(value) && (valueMax === null ? number.max === null : number.max?.eq(valueMax) === true)
  );
}

function amountOf(number: PrintedNumber | Figure): string {
  const max = 'max' in number ? number.max : number.valueMax;
  return max === null ? plain(number.value) : `${plain(number.value)} to ${plain(max)}`;
}

function plain(amount: Amount): string {
  return new Prisma.Decimal(amount).toFixed();
}

/**
 * What is counted less what was published: 0 where they are less than a step of the printed number
 * apart; undefined where the number is no more than a bound of the true one.
 */
export function differenceOf(
  counted: number,
  { value, bound, precision }: { value: Prisma.Decimal; bound: Bound; precision: Prisma.Decimal },
): Prisma.Decimal | undefined {
  if (bound !== 'EXACT') return undefined;
  const difference = new Prisma.Decimal(counted).minus(value);
  return difference.abs().lt(precision) ? new Prisma.Decimal(0) : difference;
}

/** Why the text is no period in EDTF, if it is none. */
export function periodProblems(period: string): string[] {
  try {
    parsePeriod(period);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
}
