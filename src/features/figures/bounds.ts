import type { Bound } from '../../generated/prisma/client.ts';
import { type PrintedNumber, withoutSpace } from '../../platform/numerals.ts';

/** Holds for all that follows, so it may stand in a sentence before the quote. */
const INCOMPLETE = '据不完全统计';

/** Words of the qualifier or the number and the bounds they allow; the first that stands there decides. */
const BOUNDS: readonly (readonly [RegExp, readonly Bound[]])[] = [
  [new RegExp(INCOMPLETE), ['INCOMPLETE']],
  [/约/, ['APPROX']],
  [/近/, ['AT_MOST']],
  // What follows 据不完全统计 may have its own 余.
  [/[余多]|以上|超过?|逾|至少|不少于|突破/, ['AT_LEAST', 'INCOMPLETE']],
];

/** What is wrong with a member of a figure. */
export interface FigureFault {
  readonly field: string;
  readonly message: string;
  readonly messageZh: string;
}

export function fault(field: string, message: string, messageZh: string): FigureFault {
  return { field, message, messageZh };
}

/** A qualifier of two words, as 约…多, is given with the ellipsis. */
export function qualifierFaults(qualifier: string | null, quote: string): FigureFault[] {
  const words = qualifier?.split('…').filter((word) => word !== INCOMPLETE) ?? [];
  return words
    .filter((word) => !withoutSpace(quote).includes(word))
    .map((word) =>
      fault(
        'qualifier',
        `The qualifier “${word}” does not stand in the quote.`,
        `原文中没有修饰词“${word}”。`,
      ),
    );
}

export function boundFaults(bound: Bound, qualifier: string | null, printed: PrintedNumber): FigureFault[] {
  const words = `${qualifier ?? ''}${printed.text}`;
  const [allowed, because, becauseZh] =
    printed.max !== null ? [['RANGE'], `“${printed.text}”`, `“${printed.text}”`] : boundsOf(words);
  if (allowed.includes(bound)) return [];
  return [
    fault(
      'bound',
      `The bound is ${bound}, but ${because} calls for ${allowed.join(' or ')}.`,
      `数值界限为 ${bound},但${becauseZh}应为 ${allowed.join(' 或 ')}。`,
    ),
  ];
}

function boundsOf(words: string): [readonly string[], string, string] {
  for (const [pattern, bounds] of BOUNDS) {
    const word = words.match(pattern)?.[0];
    if (word !== undefined) return [bounds, `“${word}”`, `“${word}”`];
  }
  return [['EXACT', 'UNCERTAIN'], 'a number without a qualifying word', '没有修饰词的数值'];
}
