import { InvalidError } from '../../../platform/refusals.ts';

/** What an entry says. What is undefined is not talked about; null takes it away. */
export interface Contents {
  readonly plan?: string | null | undefined;
  readonly leadingGroup?: string | null | undefined;
  readonly headcount?: number | null | undefined;
}

const LONGEST = { plan: 20_000, leadingGroup: 2_000 } as const;
export const LONGEST_TEAM_NAME = 100;
const LARGEST_HEADCOUNT = 1_000_000;

/** The contents as they are kept: text without spaces around it. @throws {InvalidError} */
export function checkedContents({ plan, leadingGroup, headcount }: Contents) {
  if (headcount != null && (headcount < 1 || headcount > LARGEST_HEADCOUNT)) {
    throw new InvalidError(
      `The head count must be from 1 to ${LARGEST_HEADCOUNT}.`,
      `参赛人数须为 1 至 ${LARGEST_HEADCOUNT}。`,
      ['headcount'],
    );
  }
  return {
    plan: checkedText('plan', plan, LONGEST.plan),
    leadingGroup: checkedText('leadingGroup', leadingGroup, LONGEST.leadingGroup),
    headcount,
  };
}

/** Blank text counts as none. @throws {InvalidError} */
export function checkedText<Text extends string | null | undefined>(
  name: string,
  text: Text,
  longest: number,
) {
  if (text == null) return text;
  const trimmed = text.trim();
  if ([...trimmed].length > longest) {
    throw new InvalidError(`At most ${longest} characters.`, `不得超过 ${longest} 个字符。`, [name]);
  }
  return trimmed || null;
}
