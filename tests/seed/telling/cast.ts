import { v7 as newId } from 'uuid';
import { HELD, subjectOf } from '../../../prisma/seed/demo/held.ts';
import { department } from '../../../prisma/seed/demo/offices.ts';
import { homeOf, type Places } from '../../../prisma/seed/demo/places.ts';
import { TOLD_HOMES } from '../../../prisma/seed/demo/toldContests.ts';
import { UNITS, unit } from '../../../prisma/seed/demo/units.ts';
import { withReach } from '../../../src/features/access/reads.ts';
import type { AssignedRole } from '../../../src/features/access/rules.ts';
import { type Actor, actorOf } from '../../../src/platform/actor.ts';
import type { Call } from '../../../src/platform/call.ts';

/** Units of each home that take part. */
const EACH = 3;
/** One that lies below an industrial union, whose officer then has its summaries before him. */
const OF_AN_INDUSTRY = 334;

/** The units that go the whole way, with their homes: those of one home stand together. */
export const APPLICANTS: readonly number[] = TOLD_HOMES.flatMap((home) => {
  const own = [...Array(UNITS).keys()].filter((n) => homeOf(n) === home);
  const first = own.slice(0, EACH);
  return own.includes(OF_AN_INDUSTRY) ? [...first.slice(1), OF_AN_INDUSTRY] : first;
});

/** Departments besides the one of the account that send an assessor. */
const ASSESSING = [10, 17];

interface Part {
  readonly subject: string;
  readonly name: string;
  readonly role: AssignedRole;
  readonly regionId?: string | undefined;
  readonly organizationId?: string | undefined;
}

/** Who acts, by what the sign-in would call them. They cannot sign in: the accounts among them only where they are offered. */
export interface Cast {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly assessors: readonly {
    readonly subject: string;
    readonly userId: string;
    readonly organizationId: string;
  }[];
}

export const countyOfficer = (home: number) =>
  home === TOLD_HOMES[0] ? subjectOf('COUNTY_OFFICER') : `demo:county ${home}`;
export const unitOfficer = (n: number) => (n === 0 ? subjectOf('UNIT_OFFICER') : `demo:unit ${n}`);

/** Takes everybody on who acts, unless they are there already. */
export async function takeOn(call: Call, places: Places, since: Date): Promise<Cast> {
  const { prisma } = call.db;
  const parts = partsIn(places);
  const times = { createdAt: since, updatedAt: since };
  await prisma.user.createMany({
    data: parts.map(({ subject, name }) => ({ id: newId(), subject, name, isDemo: true, ...times })),
    skipDuplicates: true,
  });
  const users = await prisma.user.findMany({
    where: { subject: { in: parts.map(({ subject }) => subject) } },
  });
  const idOf = new Map(users.map(({ subject, id }) => [subject, id]));
  const held = await prisma.roleAssignment.findMany({ where: { userId: { in: [...idOf.values()] } } });
  const isHeld = ({ subject, role, regionId, organizationId }: Part) =>
    held.some(
      (each) =>
        each.userId === idOf.get(subject) &&
        each.role === role &&
        each.regionId === (regionId ?? null) &&
        each.organizationId === (organizationId ?? null),
    );
  await prisma.roleAssignment.createMany({
    data: parts
      .filter((part) => !isHeld(part))
      .map(({ subject, role, regionId, organizationId }) => ({
        ...{ id: newId(), userId: idOf.get(subject)!, role, regionId, organizationId },
        ...{ startsAt: since, ...times },
      })),
  });
  const roles = await withReach(
    call,
    parts.map(({ role, regionId, organizationId }) => ({
      role,
      regionId: regionId ?? null,
      organizationId: organizationId ?? null,
    })),
  );
  return {
    actors: new Map(
      parts.map(({ subject, name }, n) => [
        subject,
        actorOf({ kind: 'USER', subject, id: idOf.get(subject)!, name }, [roles[n]!]),
      ]),
    ),
    assessors: parts
      .filter(({ role }) => role === 'ASSESSOR')
      .map(({ subject, organizationId }) => ({
        subject,
        userId: idOf.get(subject)!,
        organizationId: organizationId!,
      })),
  };
}

function partsIn({ yantai, homes }: Places): Part[] {
  const account = (role: AssignedRole, rest: Partial<Part>): Part => ({
    ...{ subject: subjectOf(role), name: HELD[role].name, role },
    ...rest,
  });
  const [own, ...others] = TOLD_HOMES;
  return [
    account('MUNICIPAL_OFFICER', { regionId: yantai.id }),
    account('COMMITTEE_OFFICE', { regionId: yantai.id }),
    account('COMMITTEE_MEMBER', { regionId: yantai.id }),
    account('COUNTY_OFFICER', { regionId: homes[own!]!.id }),
    ...others.map((home): Part => {
      const name = `示例${homes[home]!.name}总工会干部`;
      return { subject: countyOfficer(home), name, role: 'COUNTY_OFFICER', regionId: homes[home]!.id };
    }),
    account('UNIT_OFFICER', { organizationId: HELD.UNIT_OFFICER.organization }),
    ...APPLICANTS.filter((n) => n !== 0).map((n): Part => {
      const name = `示例单位工会干部${String(n + 1).padStart(4, '0')}`;
      return { subject: unitOfficer(n), name, role: 'UNIT_OFFICER', organizationId: unit(n) };
    }),
    ...ASSESSING.map((n, at): Part => {
      const [subject, name] = [`demo:assessor ${n}`, `示例评委${at + 2}`];
      return { subject, name, role: 'ASSESSOR', organizationId: department(n) };
    }),
    account('ASSESSOR', { organizationId: HELD.ASSESSOR.organization }),
  ];
}
