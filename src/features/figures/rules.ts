import {
  type Bound,
  type ObservationKind,
  type ObservationStatus,
  Prisma,
} from '../../generated/prisma/client.ts';
import { numbersIn, type PrintedNumber, withoutSpace } from '../../platform/numerals.ts';
import { parsePeriod } from '../../platform/period.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';
import { boundFaults, type FigureFault, fault, qualifierFaults } from './bounds.ts';

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
  return figureFaults(figure, indicator).map(({ message }) => message);
}

/** What is wrong with the figure, by itself and as one of the indicator's. */
export function figureFaults(figure: Figure, indicator: Measure): FigureFault[] {
  const { quote, unit, kind, line, lineEnd } = figure;
  const faults =
    withoutSpace(quote) === '' ? [fault('quote', 'The quote is empty.', '原文为空。')] : numberFaults(figure);
  if (kind !== indicator.kind && !KINDS_OF_ANY.includes(kind)) {
    const message = `The kind is ${kind}, but the indicator's is ${indicator.kind}.`;
    faults.push(fault('kind', message, `数据性质为 ${kind},而指标的数据性质为 ${indicator.kind}。`));
  }
  if (unit !== indicator.unit && !(PEOPLE.includes(unit) && PEOPLE.includes(indicator.unit))) {
    const message = `The unit is ${unit}, but the indicator's is ${indicator.unit}.`;
    faults.push(fault('unit', message, `单位为“${unit}”,而指标的单位为“${indicator.unit}”。`));
  }
  if (line > lineEnd) {
    const message = `The quote begins on line ${line}, after its end on line ${lineEnd}.`;
    faults.push(fault('lineEnd', message, `原文起始行 ${line} 在结束行 ${lineEnd} 之后。`));
  }
  const periods = periodProblems(figure.period);
  return [
    ...faults,
    ...periods.map((message) => fault('period', message, `时间“${figure.period}”不是有效的 EDTF 表示。`)),
  ];
}

function numberFaults(figure: Figure): FigureFault[] {
  const { valueText } = figure;
  const numbers = numbersIn(figure.quote);
  const candidates =
    valueText === null
      ? numbers.filter((number) => !/\d/.test(number.text) && isValueOf(number, figure))
      : numbers.filter(({ text }) => text === withoutSpace(valueText));
  const printed = candidates.find(({ step }) => step.eq(figure.precision)) ?? candidates[0];
  if (!printed) {
    if (valueText !== null) {
      const message = `No number in the quote is printed as “${valueText}”.`;
      return [fault('valueText', message, `原文中没有“${valueText}”这一数值。`)];
    }
    const amount = amountOf(figure);
    const message = `No Chinese numeral in the quote reads ${amount}; a number in digits needs its text.`;
    return [fault('valueText', message, `原文中没有表示 ${amount} 的中文数字;阿拉伯数字须填写原文写法。`)];
  }
  return [
    ...(isValueOf(printed, figure)
      ? []
      : [
          fault(
            'value',
            `The value is ${amountOf(figure)}, but “${printed.text}” reads ${amountOf(printed)}.`,
            `数值为 ${amountOf(figure)},而“${printed.text}”为 ${amountOf(printed)}。`,
          ),
        ]),
    ...(printed.step.eq(figure.precision)
      ? []
      : [
          fault(
            'precision',
            `The precision is ${plain(figure.precision)}, but the step of “${printed.text}” is ${plain(printed.step)}.`,
            `精度为 ${plain(figure.precision)},而“${printed.text}”的末位为 ${plain(printed.step)}。`,
          ),
        ]),
    ...qualifierFaults(figure.qualifier, figure.quote),
    ...boundFaults(figure.bound, figure.qualifier, printed),
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

export const OBSERVATION_WORKFLOW = {
  RECORD: { from: [], to: 'ACTIVE', description: 'Record what a document prints (登记)' },
  SUPERSEDE: {
    from: ['ACTIVE', 'DISPUTED'],
    to: 'SUPERSEDED',
    description: 'Correct it by another one (更正), with the reason',
    needsOpinion: true,
  },
} as const satisfies Workflow<ObservationStatus>;

/** The figure contradicts its own quote, or its indicator. */
export class FigureError extends Refusal {
  readonly code = 'FIGURE';

  constructor(readonly faults: readonly FigureFault[]) {
    super(faults.map(({ message }) => message).join(' '), [faults[0]!.field]);
  }

  get messageZh(): string {
    return this.faults.map(({ messageZh }) => messageZh).join('');
  }
}

/** The columns that a period is kept in. */
export function periodColumns(period: string) {
  const { from, to, isInferred } = parsePeriod(period);
  return {
    periodFrom: from === null ? null : new Date(from),
    periodTo: to === null ? null : new Date(to),
    isPeriodInferred: isInferred,
  };
}
