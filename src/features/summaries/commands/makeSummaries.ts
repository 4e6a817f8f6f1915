import type { Call } from '../../../platform/call.ts';
import { recordChange, recordSteps } from '../../../platform/changes.ts';
import { dayAt } from '../../../platform/days.ts';
import { entry } from '../../../platform/loaders.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { whenActivated } from '../../entries/commands/activation.ts';

type Entering = Pick<Row<'Entry'>, 'id' | 'competitionId' | 'regionId' | 'applicantId' | 'isDemo'>;

/**
 * Gives each of the entries a summary of each stage that is not over, where it has none. To be called when
 * entries begin to compete; the tick opens them when it is time. Gives the number of those made.
 */
export function makeSummaries(call: Call, entries: readonly Entering[]): Promise<number> {
  return inTransaction(call, async (tx) => {
    const stages = await stagesAhead(
      tx,
      entries.map(({ competitionId }) => competitionId),
    );
    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    const rows = await tx.db.prisma.stageSummary.createManyAndReturn({
      data: entries.flatMap(({ id: entryId, competitionId, regionId, applicantId, isDemo }) =>
        (stages.get(competitionId) ?? []).map((stageId) => ({
          ...{ entryId, stageId, regionId, isDemo, ...made },
          organizationId: applicantId,
        })),
      ),
      // Another server may make the same at the same time.
      skipDuplicates: true,
    });
    const type = 'StageSummary' as const;
    await recordSteps(
      tx,
      rows.map((row) => ({ type, id: row.id, action: 'MAKE', to: row.status, place: row })),
    );
    for (const after of rows) recordChange(tx, { type, action: 'summaryMake', after });
    return rows.length;
  });
}

whenActivated(makeSummaries);

/** The stages that are not over, by their competitions. */
async function stagesAhead({ db, now }: Call, competitionIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.prisma.stage.findMany({
    where: { competitionId: { in: [...new Set(competitionIds)] }, endsOn: { gte: dayAt(now()) } },
    orderBy: { ordinal: 'asc' },
    select: { id: true, competitionId: true },
  });
  const stages = new Map<string, string[]>();
  for (const { id, competitionId } of rows) entry(stages, competitionId, () => []).push(id);
  return stages;
}
