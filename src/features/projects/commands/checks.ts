import type { Prisma } from '../../../generated/prisma/client.ts';
import { checkAmount, checkCount } from '../../../platform/amounts.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { LABEL } from '../../../platform/texts.ts';
import { checkIndustry } from '../../organizations/commands/checks.ts';

/** What may be said of a project besides its name. */
export interface ProjectFacts {
  readonly nameEn?: string | null | undefined;
  readonly approvalCode?: string | null | undefined;
  readonly industryCode?: string | null | undefined;
  readonly plannedInvestment?: Prisma.Decimal | null | undefined;
  readonly plannedStart?: Date | null | undefined;
  readonly plannedEnd?: Date | null | undefined;
}

export const TEXTS = { nameEn: LABEL, approvalCode: LABEL };

/** @throws {InvalidError} where something cannot be so */
export function checkFacts({
  industryCode,
  plannedInvestment,
  plannedStart,
  plannedEnd,
}: ProjectFacts): void {
  checkIndustry(industryCode);
  checkAmount(plannedInvestment, { whole: 16, decimals: 2 }, 'plannedInvestment');
  if (plannedStart && plannedEnd && plannedStart > plannedEnd) {
    throw new InvalidError('It would be completed before it begins.', '计划竣工日期早于计划开工日期。', [
      'plannedEnd',
    ]);
  }
}

export interface Headcounts {
  readonly headcount?: number | null | undefined;
  readonly migrantHeadcount?: number | null | undefined;
}

/** @throws {InvalidError} where they are below zero, or the part is larger than the whole */
export function checkHeadcounts({ headcount, migrantHeadcount }: Headcounts): void {
  checkCount(headcount, 0, 'headcount');
  checkCount(migrantHeadcount, 0, 'migrantHeadcount');
  if (headcount == null || migrantHeadcount == null || migrantHeadcount <= headcount) return;
  throw new InvalidError('There are not so many workers.', '农民工人数不能超过总人数。', [
    'migrantHeadcount',
  ]);
}
