import type { MetricAggregation, SummaryStatus } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { OWED } from './rules.ts';

/** Problems that a report quotes at most. */
export const MOST_PROBLEMS = 500;

/** Summaries of one status, before or after their last day. */
export interface Collected {
  readonly status: SummaryStatus;
  readonly isPast: boolean;
  readonly count: number;
}

/** Figures of one metric in accepted summaries. */
export interface Figure {
  readonly metricId: string;
  readonly name: string;
  readonly unit: string;
  readonly target: Prisma.Decimal | null;
  readonly aggregation: MetricAggregation;
  readonly count: number;
  /** These are null where there is none. */
  readonly sum: Prisma.Decimal | null;
  readonly min: Prisma.Decimal | null;
  readonly max: Prisma.Decimal | null;
}

export interface Problem {
  readonly organizationId: string;
  readonly organization: string;
  readonly text: string;
  /** How many there are in all. */
  readonly ofThese: number;
}

interface Material {
  readonly stageId: string;
  readonly stage: string;
  readonly competition: string;
  readonly regionId: string;
  readonly region: string;
  readonly counts: readonly Collected[];
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
}

export interface Counts {
  readonly total: number;
  readonly notDue: number;
  readonly due: number;
  readonly overdue: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly waived: number;
}

export interface ReportedFigure
  extends Pick<Figure, 'metricId' | 'name' | 'unit' | 'target' | 'aggregation' | 'count'> {
  readonly value: Prisma.Decimal | null;
}

export interface Report extends Omit<Material, 'counts' | 'figures'> {
  readonly counts: Counts;
  readonly figures: readonly ReportedFigure[];
  /** All of them, also those that are not quoted. */
  readonly problemCount: number;
}

/** The report that the material makes. */
export function reportOf(material: Material): Report {
  const { counts, figures, problems } = material;
  return {
    ...material,
    counts: countsOf(counts),
    figures: figures.map((figure) => ({ ...figure, value: aggregated(figure) })),
    problemCount: problems[0]?.ofThese ?? 0,
  };
}

export function countsOf(collected: readonly Collected[]): Counts {
  const sum = (of: (each: Collected) => boolean) =>
    collected.filter(of).reduce((total, { count }) => total + count, 0);
  const isOwed = ({ status }: Collected) => (OWED as readonly SummaryStatus[]).includes(status);
  return {
    total: sum(() => true),
    notDue: sum(({ status }) => status === 'NOT_DUE'),
    due: sum(isOwed),
    overdue: sum((each) => isOwed(each) && each.isPast),
    submitted: sum(({ status }) => status === 'SUBMITTED'),
    accepted: sum(({ status }) => status === 'ACCEPTED'),
    waived: sum(({ status }) => status === 'WAIVED'),
  };
}

function aggregated({ aggregation, count, sum, min, max }: Figure): Prisma.Decimal | null {
  switch (aggregation) {
    case 'SUM':
      return sum;
    case 'MEAN':
      return sum && meanOf(sum, count);
    case 'MIN':
      return min;
    case 'MAX':
      return max;
  }
}

/** Places behind the point that a figure is kept with, and a mean is told with. */
const PLACES = 4;

/** The mean, rounded half up (四舍五入) once and exactly: in whole units of the last place, which the sum is kept with too. */
export function meanOf(sum: Prisma.Decimal, count: number, places = PLACES): Prisma.Decimal {
  const whole = BigInt(sum.abs().toFixed(places).replace('.', ''));
  const rounded = (2n * whole + BigInt(count)) / (2n * BigInt(count));
  const digits = String(rounded).padStart(places + 1, '0');
  const sign = sum.isNegative() ? '-' : '';
  return new Prisma.Decimal(`${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`);
}
