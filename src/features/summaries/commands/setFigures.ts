import type { Prisma } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordRemoval } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';

export interface GivenFigure {
  readonly metricId: string;
  readonly value: Prisma.Decimal;
}

/** Of a figure, digits before and behind the point. */
const DIGITS = { before: 14, behind: 4 };

/** @throws {InvalidError} unless each is of another metric of the competition, and can be kept to the digit */
export async function checkedFigures(
  { db }: Call,
  { stageId }: Row<'StageSummary'>,
  figures: readonly GivenFigure[],
): Promise<void> {
  const metrics = await db.prisma.metric.findMany({
    where: { competition: { stages: { some: { id: stageId } } } },
    select: { id: true },
  });
  const free = new Set(metrics.map(({ id }) => id));
  for (const [n, { metricId, value }] of figures.entries()) {
    if (!free.delete(metricId)) {
      throw new InvalidError(
        'Expected a metric of this competition, each once.',
        '指标须属于本竞赛,且不得重复。',
        ['figures', String(n), 'metric'],
      );
    }
    if (value.decimalPlaces() > DIGITS.behind || value.abs().gte(`1e${DIGITS.before}`)) {
      throw new InvalidError(
        `Expected at most ${DIGITS.before} digits before the point and ${DIGITS.behind} behind it.`,
        `整数部分最多 ${DIGITS.before} 位,小数最多 ${DIGITS.behind} 位。`,
        ['figures', String(n), 'value'],
      );
    }
  }
}

/** Makes these the figures of the summary. */
export async function setFigures(
  tx: Call,
  { id: summaryId }: Row<'StageSummary'>,
  figures: readonly GivenFigure[],
  as: HeldRole,
): Promise<void> {
  const { metricValue } = tx.db.prisma;
  const note = { type: 'MetricValue', action: 'summarySave', as } as const;
  const stored = await metricValue.findMany({ where: { summaryId } });
  const byMetric = new Map(stored.map((row) => [row.metricId, row]));
  const created: GivenFigure[] = [];
  for (const figure of figures) {
    const before = byMetric.get(figure.metricId);
    byMetric.delete(figure.metricId);
    if (!before) created.push(figure);
    else if (!before.value.eq(figure.value)) {
      const after = await metricValue.update({ where: { id: before.id }, data: { value: figure.value } });
      recordChange(tx, { ...note, before, after });
    }
  }
  const gone = [...byMetric.values()];
  await metricValue.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  for (const before of gone) recordRemoval(tx, { ...note, before });
  const createdAt = tx.now();
  const rows = await metricValue.createManyAndReturn({
    data: created.map((figure) => ({ ...figure, summaryId, createdAt })),
  });
  for (const after of rows) recordChange(tx, { ...note, after });
}
