import type { Bound, ObservationKind, Prisma, Relevance } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import { checkAmount, checkCount } from '../../../platform/amounts.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold } from '../../../platform/holding.ts';
import { ForbiddenError, NotFoundError } from '../../../platform/refusals.ts';
import { LABEL, LONG_TEXT, NAME, REQUIRED_TEXT, textsOf } from '../../../platform/texts.ts';
import { seen } from '../../../platform/writes.ts';
import { FIGURE_KEEPERS, figureKeeperOf } from '../policy.ts';
import { nextCode } from '../reads.ts';
import { FigureError, figureFaults, periodColumns } from '../rules.ts';

/** A figure as somebody reads it in a document. */
export interface NewFigure {
  readonly indicatorId: string;
  readonly regionId: string;
  readonly sourceId: string;
  readonly scope?: string | null | undefined;
  readonly scopeOrganizationId?: string | null | undefined;
  readonly value: Prisma.Decimal;
  readonly valueMax?: Prisma.Decimal | null | undefined;
  readonly valueText?: string | null | undefined;
  readonly unit: string;
  readonly qualifier?: string | null | undefined;
  readonly bound: Bound;
  readonly kind: ObservationKind;
  readonly precision: Prisma.Decimal;
  readonly period: string;
  readonly line: number;
  /** The same line, unless given. */
  readonly lineEnd?: number | null | undefined;
  readonly quote: string;
  readonly relevance: Relevance;
  readonly note?: string | null | undefined;
}

const TEXTS = {
  scope: LABEL,
  valueText: LABEL,
  unit: NAME,
  qualifier: LABEL,
  period: NAME,
  quote: REQUIRED_TEXT,
  note: LONG_TEXT,
};
const WIDTH = { whole: 16, decimals: 4 };

/** The role by which the actor keeps figures of the region. @throws {ForbiddenError} where none allows it */
export function mayKeepFigures({ actor }: Call, regionId: string, path: readonly string[]): HeldRole {
  const as = figureKeeperOf(actor, regionId);
  if (!as) throw new ForbiddenError(['ADMIN', ...FIGURE_KEEPERS], path);
  return as;
}

/**
 * The row of a figure that agrees with its quote and its indicator, under a code of its own.
 * @throws {NotFoundError | InvalidError | FigureError} where it does not, or something is not there
 */
export async function figureOf(tx: Call, input: NewFigure) {
  const { indicatorId, regionId, sourceId, scopeOrganizationId = null } = input;
  if (!(await tx.db.prisma.region.findUnique({ where: { id: regionId } })))
    throw new NotFoundError('Region', ['region']);
  const indicator = await seen(tx, 'Indicator', indicatorId, ['indicator']);
  await seen(tx, 'SourceDocument', sourceId, ['source']);
  const scopeOrganization = scopeOrganizationId
    ? await seen(tx, 'Organization', scopeOrganizationId, ['scopeOrganization'])
    : null;
  demonstrationOf({ scopeOrganization }, false);

  const { value, valueMax = null, bound, kind, precision, line, relevance } = input;
  const { valueText = null, qualifier = null, ...texts } = textsOf(input, TEXTS);
  const lineEnd = input.lineEnd ?? line;
  checkAmount(value, WIDTH, 'value');
  checkAmount(valueMax, WIDTH, 'valueMax');
  checkAmount(precision, WIDTH, 'precision');
  checkCount(line, 1, 'line');
  const figure = { ...texts, valueText, qualifier, value, valueMax, bound, kind, precision, line, lineEnd };
  const faults = figureFaults(figure, indicator);
  if (faults.length > 0) throw new FigureError(faults);

  await hold(tx, 'FIGURE_CODE');
  return {
    ...figure,
    ...periodColumns(figure.period),
    code: await nextCode(tx),
    relevance,
    indicatorId,
    regionId,
    sourceId,
    scopeOrganizationId,
  };
}
