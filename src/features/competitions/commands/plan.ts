import type { AdminLevel, CompetitionKind } from '../../../generated/prisma/client.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { isDocNo, normalizedDocNo } from '../../decisions/rules.ts';
import { checkRoute, usualRoute } from '../rules.ts';
import type { Managed } from './manage.ts';

/** What is said of a competition, and what it refers to by ids. */
export interface Plan {
  readonly title: string;
  readonly theme: string | null;
  readonly slogan: string | null;
  readonly kind: CompetitionKind;
  readonly level: AdminLevel;
  readonly edition: number | null;
  readonly year: number;
  readonly noticeDocNo: string | null;
  readonly regionId: string;
  readonly committeeId: string | null;
  readonly parentId: string | null;
  readonly route: readonly AdminLevel[];
  readonly hostIds: readonly string[];
}

/** What somebody wants changed: what is absent stays. */
export type Wished<Words> = { readonly [F in keyof Words]?: Words[F] | null | undefined };
export type Wish = Wished<Plan>;

export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 2000;

/** The plan of a competition as it is. */
export function planOf({ row, hostIds }: Managed): Plan {
  const {
    title,
    theme,
    slogan,
    kind,
    level,
    edition,
    year,
    noticeDocNo,
    regionId,
    committeeId,
    parentId,
    route,
  } = row;
  return {
    title,
    theme,
    slogan,
    kind,
    level,
    edition,
    year,
    noticeDocNo,
    regionId,
    committeeId,
    parentId,
    route,
    hostIds,
  };
}

/** The plan with what is wished of it; a usual route goes with the level. @throws {InvalidError} */
export function applied(plan: Plan, wish: Wish): Plan {
  const next: Plan = { ...plan, ...given(wish, CAN_BE_EMPTY) };
  const wasUsual = plan.route.join() === usualRoute(plan.level).join();
  return wish.route === undefined && wasUsual ? { ...next, route: usualRoute(next.level) } : next;
}

const CAN_BE_EMPTY = ['theme', 'slogan', 'edition', 'noticeDocNo', 'committeeId', 'parentId'];

/** What is there of a wish: what is absent stays. @throws {InvalidError} where something is emptied that cannot be */
export function given<Wish extends object>(
  wish: Wish,
  canBeEmpty: readonly string[],
): { [F in keyof Wish]: NonNullable<Wish[F]> } {
  const there = Object.entries(wish).filter(([, value]) => value !== undefined);
  const emptied = there.find(([name, value]) => value === null && !canBeEmpty.includes(name));
  if (emptied) throw needed(INPUTS[emptied[0]] ?? emptied[0]);
  return Object.fromEntries(there) as never;
}

/** What inputs call that which they name by ids. */
const INPUTS: Readonly<Record<string, string>> = { regionId: 'region', hostIds: 'hosts' };

/** The plan with its texts as they are kept. @throws {InvalidError} where one of its values is not to be kept */
export function checked(plan: Plan): Plan {
  const { edition, year, noticeDocNo } = plan;
  if (year < 1950 || year > 2100) {
    throw new InvalidError('A year from 1950 to 2100.', '年度须在1950至2100之间。', ['year']);
  }
  if (edition !== null && edition < 1) {
    throw new InvalidError('Editions count from 1.', '届次从1开始。', ['edition']);
  }
  checkRoute(plan.route, plan.level);
  const docNo = noticeDocNo === null ? null : normalizedDocNo(noticeDocNo);
  if (docNo !== null && !isDocNo(docNo)) {
    throw new InvalidError(
      'This is no document number, as 冀劳赛委〔2020〕1号.',
      '文号格式不正确,应如“冀劳赛委〔2020〕1号”。',
      ['noticeDocNo'],
    );
  }
  return {
    ...plan,
    title: checkedName(plan.title, 'title'),
    theme: checkedText(plan.theme, 'theme'),
    slogan: checkedText(plan.slogan, 'slogan'),
    noticeDocNo: docNo,
    hostIds: [...new Set(plan.hostIds)],
  };
}

/** A name without spaces at its ends. @throws {InvalidError} where it is empty or too long */
export function checkedName(text: string, field: string): string {
  const name = text.trim();
  if (name === '') throw needed(field);
  if ([...name].length > LONGEST_NAME) throw tooLong(field, LONGEST_NAME);
  return name;
}

/** A text that can be absent, and is where it is empty. @throws {InvalidError} where it is too long */
export function checkedText(text: string | null | undefined, field: string): string | null {
  const kept = text?.trim() || null;
  if (kept && [...kept].length > LONGEST_TEXT) throw tooLong(field, LONGEST_TEXT);
  return kept;
}

/** It is needed, and was not given. */
export function needed(field: string): InvalidError {
  return new InvalidError('This is needed.', '此项必填。', [field]);
}

function tooLong(field: string, most: number): InvalidError {
  return new InvalidError(`At most ${most} characters.`, `最多${most}个字符。`, [field]);
}
