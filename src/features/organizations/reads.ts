import { sql } from 'kysely';
import type { Call } from '../../platform/call.ts';
import { holdRow } from '../../platform/holding.ts';
import { entry } from '../../platform/loaders.ts';
import type { Row } from '../../platform/models.ts';
import { isOneOf } from '../../platform/oneOf.ts';
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
 * Under an organization lie those that name it as the one above, an employer's unions, a union's employer, and what
 * was merged into it, whose records it looks after now.
 */
export async function organizationsUnder(
  { db, signal }: Pick<Call, 'db' | 'signal'>,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .kysely(signal)
    .withRecursive('reached', (query) =>
      query
        .selectFrom('organization')
        // As one value, so that the statement is the same for any number of them.
        .where(isOneOf('id', ids))
        .select(['id as root', 'id', 'employer_id'])
        .union((more) =>
          more
            .selectFrom('reached as r')
            .innerJoinLateral(
              (further) =>
                further
                  .selectFrom('organization as o')
                  .where((on) =>
                    on.or([
                      on('o.parent_id', '=', on.ref('r.id')),
                      on('o.employer_id', '=', on.ref('r.id')),
                      on('o.id', '=', on.ref('r.employer_id')),
                    ]),
                  )
                  .select(['o.id', 'o.employer_id'])
                  .unionAll(
                    further
                      .selectFrom('organization_succession as s')
                      .innerJoin('organization as o', 'o.id', 's.predecessor_id')
                      .where('s.successor_id', '=', further.ref('r.id'))
                      .where('o.status', '=', 'MERGED')
                      .select(['o.id', sql<string | null>`null::uuid`.as('employer_id')]),
                  )
                  .as('o'),
              (join) => join.onTrue(),
            )
            .select(['r.root', 'o.id', 'o.employer_id']),
        ),
    )
    .selectFrom('reached')
    .select(['root', 'id'])
    .execute();
  const found = new Map<string, string[]>();
  for (const { root, id } of rows) entry<string, string[]>(found, root, () => []).push(id);
  return found;
}

/**
 * The organization, for a record of today that refers to it: nobody closes or merges it before that is written.
 * @throws {NotFoundError | OrganizationEndedError} where there is none, or none any more
 */
export async function organizationInForce(
  call: Call,
  id: string,
  path: readonly string[] = ['organization'],
): Promise<Row<'Organization'>> {
  await holdRow(call, 'Organization', id, 'AS_IT_IS');
  const found = await call.db.prisma.organization.findUnique({
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
