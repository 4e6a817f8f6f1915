import type { Prisma } from '../generated/prisma/client.ts';
import { InvalidError } from './refusals.ts';

interface Width {
  /** Digits before the point, and behind it, that are kept. */
  readonly whole: number;
  readonly decimals: number;
}

/**
 * That an amount is none below zero, and can be kept to the digit.
 * @throws {InvalidError} where it is or cannot
 */
export function checkAmount(
  amount: Prisma.Decimal | null | undefined,
  { whole, decimals }: Width,
  path: string,
): void {
  if (amount == null) return;
  const fits = amount.gte(0) && amount.lt(`1e${whole}`) && amount.decimalPlaces() <= decimals;
  if (fits) return;
  throw new InvalidError(
    `Expected an amount from 0 on, of ${whole} digits and ${decimals} decimals at most.`,
    `金额或数值不能为负,整数最多 ${whole} 位,小数最多 ${decimals} 位。`,
    [path],
  );
}

/**
 * That a number counts something.
 * @throws {InvalidError} where it is below the least one
 */
export function checkCount(count: number | null | undefined, least: number, path: string): void {
  if (count == null || count >= least) return;
  throw new InvalidError(`Expected ${least} or more.`, `应不小于 ${least}。`, [path]);
}
