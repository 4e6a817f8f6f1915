import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { shifted } from '../rules.ts';

interface Copied {
  readonly from: Row<'Competition'>;
  readonly to: Row<'Competition'>;
  readonly action: string;
  readonly as: HeldRole;
}

/** Gives a competition the tracks, stages and metrics of another one; the stages move to its year, and none has opened. */
export async function copyParts(tx: Call, { from, to, action, as }: Copied): Promise<void> {
  const { prisma } = tx.db;
  const where = { competitionId: from.id };
  const years = to.year - from.year;
  const made = { competitionId: to.id, createdAt: tx.now(), updatedAt: tx.now() };
  const tracks = await prisma.track.findMany({ where });
  const stages = await prisma.stage.findMany({ where });
  const metrics = await prisma.metric.findMany({ where });

  const rows = {
    Track: await prisma.track.createManyAndReturn({
      data: tracks.map(({ name, recipientKind, eligibility, ordinal, route }) => ({
        ...made,
        name,
        recipientKind,
        eligibility,
        ordinal,
        route,
      })),
    }),
    Stage: await prisma.stage.createManyAndReturn({
      data: stages.map(({ name, ordinal, kind, startsOn, endsOn, summaryDueOn, weight }) => ({
        ...made,
        name,
        ordinal,
        kind,
        startsOn: shifted(startsOn, years),
        endsOn: shifted(endsOn, years),
        summaryDueOn: shifted(summaryDueOn, years),
        weight,
      })),
    }),
    Metric: await prisma.metric.createManyAndReturn({
      data: metrics.map(({ code, name, unit, target, aggregation, isRequired, ordinal }) => ({
        ...made,
        code,
        name,
        unit,
        target,
        aggregation,
        isRequired,
        ordinal,
      })),
    }),
  };
  for (const type of ['Track', 'Stage', 'Metric'] as const) {
    for (const after of rows[type]) recordChange(tx, { type, action, after: after as never, as });
  }
}
