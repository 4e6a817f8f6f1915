import type { CandidateReason } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep } from '../../../platform/writes.ts';
import { recipientKey } from '../drawing.ts';
import { contendersOf, vetoedOf, WITH_ENTRY } from '../reads.ts';
import { BARS, CandidateBarredError, QuotaExceededError, SHORTLIST, type ShortlistAction } from '../rules.ts';
import { heldShortlist } from './mayPraise.ts';

export interface Selection {
  readonly id: string;
  readonly version: number;
  readonly candidateId: string;
  readonly opinion?: string | null | undefined;
}

/** Takes a candidate out; whoever came behind takes the place only if somebody takes them in. */
export function excludeCandidate(call: Call, input: Selection): Promise<Row<'Shortlist'>> {
  return inTransaction(call, async (tx) => {
    const { shortlist, competition, as } = await heldShortlist(tx, input.id);
    const candidate = await candidateOf(tx, input);
    checkStep(SHORTLIST, 'EXCLUDE', shortlist, input);
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion'])!;
    if (!candidate.isSelected)
      throw new InvalidError('It is not on the list.', '该对象未入选。', ['candidate']);
    const how = { action: 'EXCLUDE', kind: 'EXCLUDED', opinion } as const;
    return select(tx, shortlist, candidate, { ...how, as, regionId: competition.regionId });
  });
}

/** Takes a candidate in, unless it is vetoed or has no rank, or there is no place for it. */
export function includeCandidate(call: Call, input: Selection): Promise<Row<'Shortlist'>> {
  return inTransaction(call, async (tx) => {
    const { shortlist, competition, as } = await heldShortlist(tx, input.id);
    const candidate = await candidateOf(tx, input);
    checkStep(SHORTLIST, 'INCLUDE', shortlist, input);
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion'])!;
    if (candidate.isSelected) {
      throw new InvalidError('It is on the list already.', '该对象已入选。', ['candidate']);
    }
    await checkIncludable(tx, shortlist, candidate);
    const how = { action: 'INCLUDE', kind: 'INCLUDED', opinion } as const;
    return select(tx, shortlist, candidate, { ...how, as, regionId: competition.regionId });
  });
}

async function candidateOf({ db }: Call, { id: shortlistId, candidateId }: Selection) {
  const candidate = await db.prisma.shortlistCandidate.findFirst({ where: { id: candidateId, shortlistId } });
  if (!candidate) throw new NotFoundError('ShortlistCandidate', ['candidate']);
  return candidate;
}

/** @throws {CandidateBarredError | QuotaExceededError} */
async function checkIncludable(
  tx: Call,
  shortlist: Row<'Shortlist'>,
  candidate: Row<'ShortlistCandidate'>,
): Promise<void> {
  const { prisma } = tx.db;
  const { id, entryId, quotaRuleId } = candidate;
  const reasons = await prisma.selectionReason.findMany({ where: { candidateId: id } });
  const bars = new Set(reasons.map(({ kind }) => kind).filter((kind) => BARS.includes(kind)));
  const entry = await prisma.entry.findUniqueOrThrow({ where: { id: entryId }, ...WITH_ENTRY });
  if ((await vetoedOf(tx, [entry])).size > 0) bars.add('VETOED');
  if (await isPraisedAlready(tx, shortlist, candidate)) bars.add('SAME_RECIPIENT');
  if (bars.size > 0 || quotaRuleId === null) throw new CandidateBarredError([...bars].toSorted());
  const { ordinal, available } = await prisma.quotaRule.findUniqueOrThrow({ where: { id: quotaRuleId } });
  const taken = await prisma.shortlistCandidate.count({ where: { quotaRuleId, isSelected: true } });
  if (taken >= available) throw new QuotaExceededError(ordinal, available, taken + 1);
}

/** Whether another entry of the same recipient is on the list for the same award. */
async function isPraisedAlready(
  tx: Call,
  { id: shortlistId, standingId }: Row<'Shortlist'>,
  { entryId, quotaRuleId }: Row<'ShortlistCandidate'>,
): Promise<boolean> {
  const contenders = new Map((await contendersOf(tx, standingId)).map((each) => [each.entryId, each]));
  const rules = await tx.db.prisma.quotaRule.findMany({ where: { shortlistId } });
  const keyOf = (entry: string, ruleId: string | null) => {
    const rule = rules.find(({ id }) => id === ruleId);
    return rule && recipientKey(rule, contenders.get(entry)!);
  };
  const own = keyOf(entryId, quotaRuleId);
  const selected = await tx.db.prisma.shortlistCandidate.findMany({
    where: { shortlistId, isSelected: true },
  });
  return own !== undefined && selected.some((each) => keyOf(each.entryId, each.quotaRuleId) === own);
}

interface How {
  readonly action: Extract<ShortlistAction, 'EXCLUDE' | 'INCLUDE' | 'UPHOLD'>;
  /** What is kept of it beside the candidate. */
  readonly kind: CandidateReason;
  readonly opinion: string;
  readonly as: HeldRole;
  readonly regionId: string;
}

/** Writes that a candidate is on the list or no longer, and why; the shortlist becomes another version. */
export async function select(
  tx: Call,
  shortlist: Row<'Shortlist'>,
  before: Row<'ShortlistCandidate'>,
  { action, kind, opinion, as, regionId }: How,
): Promise<Row<'Shortlist'>> {
  const { selectionReason, shortlistCandidate } = tx.db.prisma;
  const { id: candidateId } = before;
  const isSelected = action === 'INCLUDE';
  const after = await shortlistCandidate.update({ where: { id: candidateId }, data: { isSelected } });
  const ordinal = (await selectionReason.count({ where: { candidateId } })) + 1;
  await selectionReason.create({
    data: { candidateId, ordinal, kind, isAgainst: !isSelected, opinion, createdAt: tx.now() },
  });
  const type = 'ShortlistCandidate';
  recordChange(tx, {
    type,
    action: `shortlist${action[0]}${action.slice(1).toLowerCase()}`,
    before,
    after,
    as,
  });
  return act(tx, {
    ...{ type: 'Shortlist', object: 'shortlist', workflow: SHORTLIST, before: shortlist },
    ...{ action, opinion, as, place: { regionId }, to: shortlist.status },
  } as const);
}
