import { sql } from 'kysely';
import type { CompetitionStatus, EntryStatus } from '../../generated/prisma/client.ts';
import type { Call } from '../../platform/call.ts';
import { loader } from '../../platform/loaders.ts';
import type { Row } from '../../platform/models.ts';
import { isOneOf } from '../../platform/oneOf.ts';
import { organizationsUnder } from '../organizations/reads.ts';
import type { Scored } from './arithmetic.ts';

/** What decides who may score an entry, and when. */
export interface EntryFacts {
  readonly id: string;
  readonly status: EntryStatus;
  readonly isDemo: boolean;
  readonly regionId: string;
  readonly applicantId: string;
  readonly competitionId: string;
  readonly competitionStatus: CompetitionStatus;
  readonly competitionRegionId: string;
  readonly hasStages: boolean;
}

/** Of one entry; all that are asked for at once are one statement. */
export function entryFacts(call: Call, id: string): Promise<EntryFacts> {
  return loader(call, entryFacts, '', (ids: readonly string[]) => factsOf(ids, call)).load(id);
}

async function factsOf(ids: readonly string[], { db, signal }: Call): Promise<EntryFacts[]> {
  const rows = await db
    .kysely(signal)
    .selectFrom('entry as e')
    .innerJoin('competition as c', 'c.id', 'e.competition_id')
    .where(isOneOf('e.id', ids))
    .select(['e.id', 'e.status', 'e.is_demo', 'e.region_id', 'e.applicant_id', 'e.competition_id'])
    .select(['c.status as competition_status', 'c.region_id as competition_region_id'])
    .select(sql<boolean>`exists (select 1 from stage s where s.competition_id = c.id)`.as('has_stages'))
    .execute();
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        status: row.status as EntryStatus,
        isDemo: row.is_demo,
        regionId: row.region_id,
        applicantId: row.applicant_id,
        competitionId: row.competition_id,
        competitionStatus: row.competition_status as CompetitionStatus,
        competitionRegionId: row.competition_region_id,
        hasStages: row.has_stages,
      },
    ]),
  );
  return ids.map((id) => found.get(id)!);
}

export type Scheme = Row<'ScoringScheme'> & {
  readonly criteria: readonly (Omit<Row<'Criterion'>, 'params'> & Scored)[];
};

/** The scheme that a competition is scored by now, with its criteria in their order. */
export function schemeInForce({ db }: Call, competitionId: string): Promise<Scheme | null> {
  return db.prisma.scoringScheme.findFirst({
    where: { competitionId, status: { in: ['ACTIVE', 'LOCKED'] } },
    include: { criteria: { orderBy: { ordinal: 'asc' } } },
  }) as Promise<Scheme | null>;
}

export function schemeOf({ db }: Call, id: string): Promise<Scheme> {
  return db.prisma.scoringScheme.findUniqueOrThrow({
    where: { id },
    include: { criteria: { orderBy: { ordinal: 'asc' } } },
  }) as unknown as Promise<Scheme>;
}

/** The organizations that compete with an entry: who applies, who enters, whose project, studio or result it is. */
async function competingIn({ db, signal }: Call, entryId: string): Promise<string[]> {
  const row = await db
    .kysely(signal)
    .selectFrom('entry as e')
    .leftJoin('project as p', 'p.id', 'e.project_id')
    .leftJoin('studio as s', 's.id', 'e.studio_id')
    .leftJoin('innovation_result as r', 'r.id', 'e.result_id')
    .where('e.id', '=', entryId)
    .select(['e.applicant_id', 'e.organization_id', 'p.owner_id', 's.employer_id'])
    .select('r.organization_id as maker_id')
    .executeTakeFirstOrThrow();
  return [...new Set(Object.values(row).filter((id) => id !== null))];
}

/**
 * Whether one of these organizations competes with the entry, lies under one that does, or has one that does
 * under it.
 */
export async function isInterested(
  call: Call,
  entryId: string,
  organizationIds: readonly string[],
): Promise<boolean> {
  const competing = await competingIn(call, entryId);
  const below = await organizationsUnder(call, [...new Set([...competing, ...organizationIds])]);
  const under = (roots: readonly string[]) => new Set(roots.flatMap((root) => below.get(root) ?? []));
  const [ofCompeting, ofAssessor] = [under(competing), under(organizationIds)];
  return organizationIds.some((id) => ofCompeting.has(id)) || competing.some((id) => ofAssessor.has(id));
}

/** Of these users, those who keep out of the entry: of itself, or of an organization that competes with it or lies above. */
export async function recusedFrom(
  call: Call,
  entryId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const recusals = await call.db.prisma.recusal.findMany({ where: { userId: { in: [...userIds] } } });
  const organizationIds = recusals.flatMap(({ organizationId }) => organizationId ?? []);
  const below = await organizationsUnder(call, [...new Set(organizationIds)]);
  const competing = organizationIds.length > 0 ? await competingIn(call, entryId) : [];
  const holds = (recusal: (typeof recusals)[number]) =>
    recusal.entryId === entryId ||
    competing.some((id) => below.get(recusal.organizationId ?? '')?.includes(id));
  return new Set(recusals.filter(holds).map(({ userId }) => userId));
}
