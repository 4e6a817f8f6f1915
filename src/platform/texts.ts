import { InvalidError } from './refusals.ts';

/** What a text may be: how many characters, and whether it may be left out. */
export interface TextKind {
  readonly most: number;
  readonly isRequired?: boolean;
}

export const NAME: TextKind = { most: 200, isRequired: true };
export const LABEL: TextKind = { most: 200 };
export const REQUIRED_TEXT: TextKind = { most: 10_000, isRequired: true };
export const LONG_TEXT: TextKind = { most: 10_000 };

type Given = string | null | undefined;

/**
 * The texts of an input as they are kept: without space at their ends, and absent where they are blank. What is
 * not given stays so.
 * @throws {InvalidError} where one is too long, has an identity-card number in it, or is missing
 */
export function textsOf<Input extends object, Field extends keyof Input & string>(
  input: Input,
  kinds: Readonly<Record<Field, TextKind>>,
  within: readonly string[] = [],
): Pick<Input, Field> {
  const fields = Object.entries(kinds) as [Field, TextKind][];
  return Object.fromEntries(
    fields.map(([field, kind]) => [field, textOf(input[field] as Given, kind, [...within, field])]),
  ) as Pick<Input, Field>;
}

/** One text, as in `textsOf`. */
export function textOf<Text extends Given>(text: Text, kind: TextKind, path: readonly string[]): Text {
  if (text === undefined) return text;
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') {
    if (kind.isRequired) throw new InvalidError('This cannot be left blank.', '此项不能为空。', path);
    return null as Text;
  }
  const length = [...trimmed].length;
  if (length > kind.most) {
    throw new InvalidError(
      `Expected ${kind.most} characters at most, not ${length}.`,
      `最多 ${kind.most} 个字符,现有 ${length} 个。`,
      path,
    );
  }
  if (hasCitizenNumber(trimmed)) {
    throw new InvalidError(
      'There is the number of an identity card in this: such numbers are not kept here.',
      '内容含有居民身份证号码,本系统不保存此类号码。',
      path,
    );
  }
  return trimmed as Text;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const CANDIDATE = /(?=([1-8]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]))/g;

/** Whether a citizen's number (GB 11643) stands in the text, also one written with spaces or in full-width digits. */
export function hasCitizenNumber(text: string): boolean {
  const digits = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return [...digits.matchAll(CANDIDATE)].some(([, number]) => {
    const sum = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number![i]), 0);
    return CHECKS[sum % 11] === number![17];
  });
}
