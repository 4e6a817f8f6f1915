import type { Call } from '../../platform/call.ts';
import type { Row } from '../../platform/models.ts';
import { NotFoundError } from '../../platform/refusals.ts';
import { OrganizationEndedError } from './rules.ts';

/** The id of the organization that a unified social credit code stands for, if any. */
export async function organizationIdByUscc(code: string, { db, signal }: Call): Promise<string | undefined> {
  const row = await db
    .kysely(signal)
    .selectFrom('organization_identifier')
    .where('scheme', '=', 'USCC')
    .where('value', '=', code)
    .where('ended_on', 'is', null)
    .select('organization_id')
    .executeTakeFirst();
  return row?.organization_id;
}

/**
 * The organization, for a record of today that refers to it: nobody closes or merges it before that is written.
 * @throws {NotFoundError | OrganizationEndedError} where there is none, or none any more
 */
export async function organizationInForce(
  { db, signal }: Call,
  id: string,
  path: readonly string[] = ['organization'],
): Promise<Row<'Organization'>> {
  await db.kysely(signal).selectFrom('organization').where('id', '=', id).select('id').forShare().execute();
  const found = await db.prisma.organization.findUnique({
    where: { id },
    include: { successions: { select: { successor: { select: { id: true, name: true } } } } },
  });
  if (!found) throw new NotFoundError('Organization', path);
  const { successions, ...organization } = found;
  if (organization.status === 'ACTIVE') return organization;
  throw new OrganizationEndedError(
    successions.map(({ successor }) => successor),
    path,
  );
}

/** Waits for those who refer to the organization now; who wants to from here on waits for the transaction's end. */
export async function holdOrganization({ db, signal }: Call, id: string): Promise<void> {
  await db.kysely(signal).selectFrom('organization').where('id', '=', id).select('id').forUpdate().execute();
}

/** Whether the way up from an organization, to those above it and to employers, leads to another one. */
export async function liesUnder({ db, signal }: Call, id: string, above: string): Promise<boolean> {
  const rows = await db
    .kysely(signal)
    .withRecursive('up', (query) =>
      query
        .selectFrom('organization')
        .where('id', '=', id)
        .select(['id', 'parent_id', 'employer_id'])
        .union((more) =>
          more
            .selectFrom('up')
            .innerJoin('organization as o', (join) =>
              join.on((on) =>
                on.or([on('o.id', '=', on.ref('up.parent_id')), on('o.id', '=', on.ref('up.employer_id'))]),
              ),
            )
            .select(['o.id', 'o.parent_id', 'o.employer_id']),
        ),
    )
    .selectFrom('up')
    .where('id', '=', above)
    .select('id')
    .execute();
  return rows.length > 0;
}

/** Whether one took the place of the other, directly or over others between them. */
export async function succeeds({ db, signal }: Call, id: string, predecessor: string): Promise<boolean> {
  const rows = await db
    .kysely(signal)
    .withRecursive('later', (query) =>
      query
        .selectFrom('organization_succession')
        .where('predecessor_id', '=', predecessor)
        .select('successor_id as id')
        .union((more) =>
          more
            .selectFrom('later')
            .innerJoin('organization_succession as s', 's.predecessor_id', 'later.id')
            .select('s.successor_id as id'),
        ),
    )
    .selectFrom('later')
    .where('id', '=', id)
    .select('id')
    .execute();
  return rows.length > 0;
}
