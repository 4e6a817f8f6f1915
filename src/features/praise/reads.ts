import type { RecipientKind } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { today } from '../../platform/terms.ts';
import { organizationsUnder } from '../organizations/reads.ts';
import type { Contender } from './drawing.ts';

/** What of an entry says who would be praised. */
const OF_ENTRY = {
  id: true,
  entryNo: true,
  regionId: true,
  trackId: true,
  applicantId: true,
  teamName: true,
  projectId: true,
  organizationId: true,
  studioId: true,
  resultId: true,
  project: { select: { ownerId: true } },
  studio: { select: { employerId: true } },
  result: { select: { organizationId: true } },
} as const;

/** The entry of a candidate, with what it takes to praise it. */
export const WITH_ENTRY = { select: OF_ENTRY } as const;

export type Praisable = {
  readonly [K in 'id' | 'regionId' | 'applicantId']: string;
} & {
  readonly [K in
    | 'entryNo'
    | 'trackId'
    | 'teamName'
    | 'projectId'
    | 'organizationId'
    | 'studioId'
    | 'resultId']: string | null;
} & {
  readonly project: { readonly ownerId: string | null } | null;
  readonly studio: { readonly employerId: string | null } | null;
  readonly result: { readonly organizationId: string | null } | null;
};

/** Who receives what is given for an entry, as a grant names them; a team by its organization. */
export function recipientOf(entry: Praisable) {
  const { applicantId, teamName, projectId, organizationId, studioId, resultId } = entry;
  if (teamName !== null) return { teamName, organizationId: applicantId };
  return { projectId, organizationId, studioId, resultId };
}

export function kindOf({ teamName, projectId, organizationId, studioId }: Praisable): RecipientKind {
  if (teamName !== null) return 'COLLECTIVE';
  if (projectId !== null) return 'PROJECT';
  if (organizationId !== null) return 'ORGANIZATION';
  return studioId === null ? 'RESULT' : 'STUDIO';
}

/** The organizations that compete with an entry. */
export function unitsOf({ applicantId, organizationId, project, studio, result }: Praisable): string[] {
  const all = [applicantId, organizationId, project?.ownerId, studio?.employerId, result?.organizationId];
  return [...new Set(all.filter((id) => id != null))];
}

/** Everybody in the standing, with what decides about them now. */
export async function contendersOf(tx: Call, standingId: string): Promise<Contender[]> {
  const { prisma } = tx.db;
  const { competitionId } = await prisma.standing.findUniqueOrThrow({ where: { id: standingId } });
  const rows = await prisma.standingRow.findMany({
    where: { standingId },
    include: { entry: WITH_ENTRY },
    orderBy: { ordinal: 'asc' },
  });
  const stages = await prisma.stage.count({ where: { competitionId } });
  const summed = await prisma.stageSummary.findMany({
    where: { entry: { competitionId }, status: { in: ['ACCEPTED', 'WAIVED'] } },
    select: { entryId: true },
  });
  const vetoed = await vetoedOf(
    tx,
    rows.map(({ entry }) => entry),
  );
  return rows.map(({ id, ordinal, rank, total, unrankedReason, entry }) => ({
    entryId: entry.id,
    standingRowId: id,
    ordinal,
    rank,
    total,
    trackId: entry.trackId,
    kind: kindOf(entry),
    recipient: JSON.stringify(Object.values(recipientOf(entry)).filter((each) => each !== null)),
    isVetoed: unrankedReason === 'VETOED' || vetoed.has(entry.id),
    summaries: { have: summed.filter(({ entryId }) => entryId === entry.id).length, need: stages },
  }));
}

/** Those of the entries that a veto is in force against: on the entry, or on one of its units as long as it blocks. */
export async function vetoedOf(tx: Call, entries: readonly Praisable[]): Promise<Set<string>> {
  const unitIds = [...new Set(entries.flatMap(unitsOf))];
  const vetoes = await tx.db.prisma.veto.findMany({
    where: {
      status: 'CONFIRMED',
      OR: [
        { entryId: { in: entries.map(({ id }) => id) } },
        {
          organizationId: { in: unitIds },
          OR: [{ blocksUntil: null }, { blocksUntil: { gte: today(tx) } }],
        },
      ],
    },
    select: { entryId: true, organizationId: true },
  });
  const ids = new Set(vetoes.flatMap(({ entryId, organizationId }) => entryId ?? organizationId ?? []));
  return new Set(
    entries.filter((each) => ids.has(each.id) || unitsOf(each).some((id) => ids.has(id))).map(({ id }) => id),
  );
}

/** Whether the actor belongs to one of the units, to what lies under it, or acts for what lies above. */
export async function belongsTo(call: Call, unitIds: readonly string[]): Promise<boolean> {
  const { roles } = call.actor;
  if (roles.some(({ organizationIds }) => unitIds.some((id) => organizationIds.includes(id)))) return true;
  const own = roles.flatMap(({ organizationId }) => organizationId ?? []);
  if (own.length === 0) return false;
  const below = await organizationsUnder(call, unitIds);
  const all = new Set([...below.values()].flat());
  return own.some((id) => all.has(id));
}

/** Whether the actor settled the shortlist themselves. */
export async function hasSubmitted({ db, actor: { subject } }: Call, shortlistId: string): Promise<boolean> {
  if (subject?.kind !== 'USER' || !subject.id) return false;
  const last = await db.prisma.workflowEvent.findFirst({
    where: { subjectType: 'Shortlist', subjectId: shortlistId, action: 'SUBMIT' },
    orderBy: { id: 'desc' },
  });
  return last?.actorUserId === subject.id;
}

/** What the praise of a competition still lacks before it can be concluded: nothing where nobody is to be praised. */
export async function lackingOf({ db }: Call, competitionId: string): Promise<string[]> {
  const { publicNotice, objection, shortlist } = db.prisma;
  const open = { competitionId, status: 'OPEN' } as const;
  const notices = await publicNotice.count({ where: open });
  const objections = await objection.count({ where: { status: 'OPEN', notice: { competitionId } } });
  const undecided = await shortlist.count({
    where: { competitionId, status: { notIn: ['DECIDED', 'WITHDRAWN'] } },
  });
  return [
    ...(notices > 0 ? ['notice'] : []),
    ...(objections > 0 ? ['objections'] : []),
    ...(undecided > 0 ? ['decision'] : []),
  ];
}
