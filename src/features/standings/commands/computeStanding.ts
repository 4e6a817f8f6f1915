import { v7 as newId } from 'uuid';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { holdRow } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, NotFoundError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, seen } from '../../../platform/writes.ts';
import { schemeInForce } from '../../scoring/reads.ts';
import { NoSchemeError } from '../../scoring/rules.ts';
import { type Row as Computed, computeRows, previousOf } from '../reads.ts';
import { STANDING } from '../rules.ts';
import { checkRanker } from './mayStanding.ts';

export interface StandingRequest {
  readonly competitionId: string;
  readonly trackId?: string | null | undefined;
  readonly stageId?: string | null | undefined;
  /** Of the draft, where there is one already. */
  readonly version?: number | null | undefined;
}

/** Computes a standing from what is confirmed: a draft, which is computed anew as often as needed. */
export function computeStanding(call: Call, request: StandingRequest): Promise<Row<'Standing'>> {
  const { competitionId, trackId = null, stageId = null, version } = request;
  return inTransaction(call, async (tx) => {
    const { isDemo, regionId } = await seen(tx, 'Competition', competitionId, ['competition']);
    const track = trackId && (await seen(tx, 'Track', trackId, ['track']));
    if (track && track.competitionId !== competitionId) throw new NotFoundError('Track', ['track']);
    const stage = stageId && (await seen(tx, 'Stage', stageId, ['stage']));
    if (stage && stage.competitionId !== competitionId) throw new NotFoundError('Stage', ['stage']);
    await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
    const as = await checkRanker(tx, competitionId, ['competition']);
    const scheme = await schemeInForce(tx, competitionId);
    if (!scheme) throw new NoSchemeError(['competition']);
    const scope = { competitionId, trackId, stageId };
    const { prisma } = tx.db;
    const before = await prisma.standing.findFirst({ where: { ...scope, status: 'DRAFT' } });
    if (before) checkVersion(before, version ?? before.version);

    const previousId = await previousOf(tx, scope);
    const rows = await computeRows(tx, scope, scheme, previousId);
    const computed = { schemeId: scheme.id, previousId, computedAt: tx.now() };
    const what = { type: 'Standing', as } as const;
    const place = { regionId };
    if (before) {
      const how = {
        object: 'standing',
        workflow: STANDING,
        action: 'COMPUTE',
        place,
        data: computed,
      } as const;
      const after = await act(tx, { ...what, ...how, before });
      await prisma.standingRow.deleteMany({ where: { standingId: before.id } });
      await writeRows(tx, before.id, rows);
      return after;
    }
    const published = await prisma.standing.findFirst({ where: { ...scope, status: 'PUBLISHED' } });
    const after = await prisma.standing.create({
      data: {
        ...scope,
        ...computed,
        revision: (published?.revision ?? 0) + 1,
        supersedesId: published?.id ?? null,
        isDemo,
        createdAt: tx.now(),
        updatedAt: tx.now(),
      },
    });
    await writeRows(tx, after.id, rows);
    await recordStep(tx, { ...what, action: 'START', id: after.id, to: 'DRAFT', place });
    recordChange(tx, { ...what, action: 'standingCompute', after });
    return after;
  });
}

async function writeRows({ db, now }: Call, standingId: string, rows: readonly Computed[]): Promise<void> {
  const made = rows.map((row) => ({ ...row, id: newId() }));
  await db.prisma.standingRow.createMany({
    data: made.map(({ isVetoed: _, tie: __, parts: ___, ...row }) => ({
      ...row,
      standingId,
      createdAt: now(),
    })),
  });
  await db.prisma.standingPart.createMany({
    data: made.flatMap(({ id: rowId, parts }) =>
      parts.map((part, n) => ({ ...part, rowId, ordinal: n + 1 })),
    ),
  });
}
