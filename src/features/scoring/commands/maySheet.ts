import type { CompetitionStatus } from '../../../generated/prisma/client.ts';
import { type HeldRole, heldBy, ownId } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { loader } from '../../../platform/loaders.ts';
import type { Row } from '../../../platform/models.ts';
import { roleOver } from '../../../platform/reach.ts';
import {
  ConflictOfInterestError,
  ForbiddenError,
  type Refusal,
  StateError,
} from '../../../platform/refusals.ts';
import { CONFIRMERS } from '../policy.ts';
import { type EntryFacts, entryFacts, isInterested, recusedFrom } from '../reads.ts';
import {
  CONFIRMED_WHILE,
  RecusedError,
  SCORED_WHILE,
  ScoringClosedError,
  type SheetAction,
} from '../rules.ts';

/** A sheet as far as it decides who may do what with it. */
export type SheetFacts = Pick<Row<'ScoreSheet'>, 'kind' | 'entryId' | 'assessorId'>;

export interface Allowed {
  readonly as: HeldRole;
  /** For which organization an assessor scores. */
  readonly organizationId: string | null;
  readonly entry: EntryFacts;
}

/** Whether the actor may do this to the sheet now. */
export async function mayDo(call: Call, action: SheetAction, sheet: SheetFacts): Promise<boolean> {
  const outcome = await allowed(call, action, sheet, []);
  return !isRefusal(outcome);
}

/**
 * The role by which the actor may do this to the sheet now; `path` leads to what of the input says which it is.
 * @throws {ForbiddenError | ScoringClosedError | StateError | RecusedError | ConflictOfInterestError}
 */
export async function checkMay(
  call: Call,
  action: SheetAction,
  sheet: SheetFacts,
  path: readonly string[] = ['id'],
): Promise<Allowed> {
  const outcome = await allowed(call, action, sheet, path);
  if (isRefusal(outcome)) throw outcome;
  return outcome;
}

async function allowed(
  call: Call,
  action: SheetAction,
  sheet: SheetFacts,
  path: readonly string[],
): Promise<Allowed | Refusal> {
  const entry = await entryFacts(call, sheet.entryId);
  const isScoring = action === 'START' || action === 'SAVE' || action === 'SUBMIT';
  const may = isScoring ? await scorer(call, sheet, entry, path) : confirmer(call, sheet, entry);
  if (isRefusal(may)) return may;
  const closed = closedFor(entry, isScoring ? SCORED_WHILE : CONFIRMED_WHILE, path);
  if (closed) return closed;
  if (entry.status !== 'ACTIVE' && entry.status !== 'VETOED') {
    return new StateError(entry.status, action, [], path);
  }
  if (sheet.kind === 'SELF') return { ...may, entry };
  // Nobody scores or confirms what their own organization competes with.
  const own = call.actor.roles.flatMap((held) => held.organizationId ?? []);
  if (
    await isInterestedAs(call, entry.id, [
      ...new Set([...own, ...(may.organizationId ? [may.organizationId] : [])]),
    ])
  )
    return new ConflictOfInterestError(path);
  return { ...may, entry };
}

async function scorer(
  call: Call,
  { kind, entryId, assessorId }: SheetFacts,
  { applicantId }: EntryFacts,
  path: readonly string[],
) {
  if (kind === 'SELF') {
    const as = roleOver(call.actor, ['UNIT_OFFICER'], { organizationId: applicantId });
    return as ? { as, organizationId: null } : new ForbiddenError(['ADMIN', 'UNIT_OFFICER'], path);
  }
  // An assessor scores in nobody's place, and so nobody in theirs.
  const own = ownId(call.actor);
  const assignment = assessorId === own ? await assignmentOf(call, entryId) : undefined;
  const as = heldBy(call.actor, 'ASSESSOR').find(
    (held) => held.organizationId === assignment?.organizationId,
  );
  if (kind !== 'ASSESSOR' || !assignment || !as) return new ForbiddenError(['ASSESSOR'], path);
  if ((await recusedFrom(call, entryId, [own])).has(own)) return new RecusedError(path);
  return { as, organizationId: assignment.organizationId };
}

function confirmer(call: Call, { kind }: SheetFacts, { competitionRegionId }: EntryFacts) {
  const as = kind === 'CONFIRMED' && roleOver(call.actor, CONFIRMERS, { regionId: competitionRegionId });
  return as ? { as, organizationId: null } : new ForbiddenError(['ADMIN', ...CONFIRMERS]);
}

/** Why nothing is scored or confirmed while the competition is where it is, if so. */
function closedFor(
  { competitionStatus }: EntryFacts,
  possibleWhile: readonly CompetitionStatus[],
  path: readonly string[],
) {
  if (possibleWhile.includes(competitionStatus)) return undefined;
  return new ScoringClosedError(competitionStatus, possibleWhile, path);
}

/** What the actor scores the entry for, if they do; all that are asked for at once are one statement. */
function assignmentOf(call: Call, entryId: string) {
  return loader(call, assignmentOf, '', async (ids: readonly string[]) => {
    const rows = await call.db.prisma.assessorAssignment.findMany({
      where: { userId: ownId(call.actor), entryId: { in: [...ids] }, endedAt: null },
    });
    return ids.map((id) => rows.find((row) => row.entryId === id));
  }).load(entryId);
}

function isInterestedAs(call: Call, entryId: string, organizationIds: readonly string[]) {
  return organizationIds.length > 0 ? isInterested(call, entryId, organizationIds) : Promise.resolve(false);
}

function isRefusal(outcome: object): outcome is Refusal {
  return outcome instanceof Error;
}
