import type { RecipientKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { checkTrack } from './checkTrack.ts';
import { checkUnique } from './checkUnique.ts';
import { type Contents, checkedContents } from './contents.ts';
import { checkedEnclosures, enclose } from './enclose.ts';
import { type Entry, readied, type Step, taken } from './step.ts';
import type { SubjectWish } from './subject.ts';

export interface Update extends Contents, Step {
  readonly trackId?: string | null | undefined;
  /** Exactly these, where they are given. */
  readonly enclosureIds?: readonly string[] | null | undefined;
}

/** Changes what an entry says, as long as the unit has it before it. */
export function updateEntry(call: Call, input: Update): Promise<Entry> {
  const { id, trackId, enclosureIds } = input;
  return inTransaction(call, async (tx) => {
    const { before, as } = await readied(tx, 'UPDATE', input);
    if (trackId !== undefined && trackId !== before.trackId) await checkMove(tx, before, trackId);
    const contents = checkedContents(input);
    const enclosing = await checkedEnclosures(tx, enclosureIds, { entryId: id });
    const data = { ...contents, trackId } as Partial<Entry>;
    const after = await taken(tx, 'UPDATE', { before, as, data, opinion: input.opinion });
    await enclose(tx, enclosing, { entryId: id }, { action: 'entryUpdate', as });
    return after;
  });
}

async function checkMove(tx: Call, before: Entry, trackId: string | null): Promise<void> {
  const { id, competitionId, applicantId } = before;
  const key = subjectOf(before);
  await holdRow(tx, 'Competition', competitionId, 'IN_TURN');
  if (trackId) await checkTrack(tx, trackId, competitionId, kindOf(key));
  await checkUnique(tx, { competitionId, trackId, applicantId, key, id, path: ['track'] });
}

function subjectOf({ projectId, organizationId, studioId, resultId, teamName }: Entry): SubjectWish {
  const all = { projectId, organizationId, studioId, resultId, teamName };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function kindOf({ projectId, organizationId, studioId, resultId }: SubjectWish): RecipientKind {
  if (projectId) return 'PROJECT';
  if (organizationId) return 'ORGANIZATION';
  if (studioId) return 'STUDIO';
  return resultId ? 'RESULT' : 'COLLECTIVE';
}
