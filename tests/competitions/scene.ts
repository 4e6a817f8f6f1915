import type { GraphQLUnionType } from 'graphql';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { schema } from '../../src/schema.ts';
import { provinces } from '../access/provinces.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';

/** The facts of each kind of refusal that tests look at. */
const FACTS: Record<string, string> = {
  StateError: 'from action possible',
  IncompleteError: 'missing',
  VersionConflictError: 'currentVersion',
  DeadlineError: 'deadline',
  ForbiddenError: 'needs',
};

type Data = Partial<Prisma.CompetitionUncheckedCreateInput>;

/** Two provinces with their officers, a committee's office in the first, a clock that tests move, and what they ask. */
export async function scene() {
  const signIn = await startSignIn();
  const clock = { at: NOON };
  const app = await startSharedApp('empty', { authentication: signIn.authentication, now: () => clock.at });
  const { here, there, everyone, person } = await provinces(app, signIn);
  const federation = await app.organization({ regionId: here.city.id, type: 'UNION_FEDERATION' });
  const people = {
    ...everyone,
    office: await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id }),
    member: await person({ role: 'COMMITTEE_MEMBER', regionId: here.city.id }),
    unit: await person({ role: 'UNIT_OFFICER', organizationId: here.unit.id }),
    foreign: await person({ role: 'MUNICIPAL_OFFICER', regionId: there.city.id }),
    foreignUnit: await person({ role: 'UNIT_OFFICER', organizationId: there.unit.id }),
  };

  /** A competition of the city that could be published, or is further on. */
  const competition = async ({ hostIds = [federation.id], ...data }: Data & { hostIds?: string[] } = {}) => {
    const row = await app.competition({ regionId: here.city.id, ...data });
    for (const [n, organizationId] of hostIds.entries()) {
      await app.db.prisma.competitionHost.create({
        data: { competitionId: row.id, organizationId, ordinal: n + 1 },
      });
    }
    const of = { competitionId: row.id };
    const track = await app.track(of);
    const stage = await app.stage({ ...of, weight: '0.25' });
    await app.stage({ ...of, weight: '0.75' });
    return { row, track, stage, metric: await app.metric(of), input: inputOf(row) };
  };
  return { app, prisma: app.db.prisma, clock, here, there, federation, people, person, competition };
}

export const inputOf = ({ id, version }: { id: string; version: number }) => ({
  id: globalId('Competition', id),
  version,
});

/** What came of a mutation: the fields of its record, or the refusal. */
export async function done(who: Person, name: string, input: object, selection = 'id') {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const results = schema.getPossibleTypes(schema.getType(`${type}Result`) as GraphQLUnionType);
  const facts = results.flatMap(({ name }) => (FACTS[name] ? `... on ${name} { ${FACTS[name]} }` : []));
  const key = /^(track|stage|metric)(Create|Update)$/.exec(name)?.[1] ?? 'competition';
  const selected = `... on ${type}Payload { ${key} { ${selection} } } ... on Error { code path } ${facts.join(' ')}`;
  const answer = await who.does(name, input, selected);
  return (answer[key] ?? answer) as Record<string, unknown>;
}

/** Everything that a command could have written of a competition, and whether it wrote anything elsewhere. */
export async function everything({ app }: { app: Awaited<ReturnType<typeof scene>>['app'] }, id: string) {
  const { prisma } = app.db;
  const of = { where: { competitionId: id }, orderBy: { id: 'asc' } } as const;
  return JSON.stringify(
    [
      await prisma.competition.findUnique({ where: { id } }),
      await prisma.competitionHost.findMany(of),
      await prisma.track.findMany(of),
      await prisma.stage.findMany(of),
      await prisma.metric.findMany(of),
      await prisma.entry.findMany(of),
      await prisma.competition.count(),
      await prisma.workflowEvent.count(),
      await prisma.changeEvent.count(),
    ],
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );
}
