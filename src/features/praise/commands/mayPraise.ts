import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { ConflictOfInterestError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';
import { checkOffice, heldCompetition, isOfOffice } from '../../notices/commands/office.ts';
import { competitionFacts } from '../../scoring/commands/mayScheme.ts';
import { belongsTo, hasSubmitted, unitsOf, WITH_ENTRY } from '../reads.ts';
import { DECIDED_WHILE, DRAWN_WHILE, type ShortlistAction } from '../rules.ts';

interface Held {
  readonly shortlist: Row<'Shortlist'>;
  readonly competition: Row<'Competition'>;
  readonly as: HeldRole;
}

/** The shortlist as it is, which nobody else changes until the transaction ends, and the role that allows to. */
export async function heldShortlist(tx: Call, id: string): Promise<Held> {
  const { competitionId } = await seen(tx, 'Shortlist', id);
  const competition = await heldCompetition(tx, competitionId);
  const shortlist = await seen(tx, 'Shortlist', id);
  return { shortlist, competition, as: checkOffice(tx, competition) };
}

/** Whether the actor may do this to the shortlist while its competition is where it is, as far as its own state goes. */
export async function mayDo(
  call: Call,
  action: ShortlistAction,
  { id, competitionId }: Pick<Row<'Shortlist'>, 'id' | 'competitionId'>,
): Promise<boolean> {
  if (!(await isOfOffice(call, competitionId))) return false;
  const { status } = await competitionFacts(call, competitionId);
  if (action === 'DRAW') return DRAWN_WHILE.includes(status);
  return action !== 'DECIDE' || (status === DECIDED_WHILE && !(await isOwn(call, id)));
}

/** @throws {ConflictOfInterestError} where the actor settled the list, or belongs to whom it would praise */
export async function checkDisinterested(tx: Call, id: string): Promise<void> {
  if (await isOwn(tx, id)) throw new ConflictOfInterestError();
}

async function isOwn(call: Call, shortlistId: string): Promise<boolean> {
  if (await hasSubmitted(call, shortlistId)) return true;
  const praised = await call.db.prisma.shortlistCandidate.findMany({
    where: { shortlistId, isSelected: true },
    select: { entry: WITH_ENTRY },
  });
  return belongsTo(call, [...new Set(praised.flatMap(({ entry }) => unitsOf(entry)))]);
}
