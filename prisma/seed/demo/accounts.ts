import { randomBytes } from 'node:crypto';
import { actorOfUser, withReach } from '../../../src/features/access/reads.ts';
import { type AssignedRole, SCOPES } from '../../../src/features/access/rules.ts';
import { ApiScope } from '../../../src/generated/prisma/client.ts';
import type { Account } from '../../../src/http/authenticate.ts';
import { actorOf } from '../../../src/platform/actor.ts';
import type { Database } from '../../../src/platform/database.ts';
import { department, industrialUnion } from './offices.ts';
import { unionOf } from './units.ts';

/**
 * What each role is held for, by the code of a region or the id of an organization of the demonstration year. The
 * county is that of the unit, so that what the one applies for comes before the other; the assessor's department takes
 * part in nothing, and so may score everything.
 */
const HELD: Readonly<Record<AssignedRole, { name: string; region?: string; organization?: string }>> = {
  ADMIN: { name: '示例管理员' },
  PROVINCIAL_OFFICER: { name: '示例省总干部', region: '370000' },
  MUNICIPAL_OFFICER: { name: '示例市总干部', region: '370600' },
  COUNTY_OFFICER: { name: '示例县总干部', region: '370685' },
  INDUSTRIAL_OFFICER: { name: '示例产业工会干部', organization: industrialUnion(0) },
  UNIT_OFFICER: { name: '示例单位工会干部', organization: unionOf(0) },
  COMMITTEE_OFFICE: { name: '示例竞委办干部', region: '370600' },
  COMMITTEE_MEMBER: { name: '示例委员单位干部', region: '370600' },
  ASSESSOR: { name: '示例评委', organization: department(3) },
  SUPERVISOR: { name: '示例监督人员', region: '370600' },
};
const PARTNER = '示例合作系统';

/**
 * An account for each role, with a token that is good until the program ends. What they stand for is kept, but
 * nobody signs in as them otherwise. Where the demonstration year is not loaded, its units have no officers.
 */
export async function demoAccounts(db: Database, now: Date): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const role of Object.keys(SCOPES) as AssignedRole[]) {
    const { name, ...held } = HELD[role];
    const place = await placeOf(db, held);
    if (!place) continue;
    const subject = `demo:${role}`;
    const { id: userId } = await db.prisma.user.upsert({
      where: { subject },
      create: { subject, name, isDemo: true },
      update: {},
    });
    const isHeld = { userId, role, ...place, endsAt: null };
    if (!(await db.prisma.roleAssignment.findFirst({ where: isHeld })))
      await db.prisma.roleAssignment.create({ data: { ...isHeld, startsAt: now } });
    accounts.push({ name: role, token: newToken(role), actor: (where) => actorOfUser(where, subject, true) });
  }
  const partner = await partnerAccount(db);
  return partner ? [...accounts, partner] : accounts;
}

async function placeOf(
  { prisma }: Database,
  { region, organization }: { region?: string; organization?: string },
) {
  const regionId = region && (await prisma.region.findUnique({ where: { code: region } }))?.id;
  const organizationId =
    organization && (await prisma.organization.findUnique({ where: { id: organization } }))?.id;
  if ((region && !regionId) || (organization && !organizationId)) return undefined;
  return { regionId: regionId ?? null, organizationId: organizationId ?? null };
}

async function partnerAccount(db: Database): Promise<Account | undefined> {
  const place = await placeOf(db, { region: '370600', organization: unionOf(0) });
  if (!place?.organizationId) return undefined;
  const client = { organizationId: place.organizationId, name: PARTNER };
  const { id } = await db.prisma.apiClient.upsert({
    where: { organizationId_name: client },
    create: client,
    update: {},
  });
  return {
    name: 'PARTNER',
    token: newToken('PARTNER'),
    actor: async (where) =>
      actorOf(
        { kind: 'PARTNER', subject: 'demo', id, name: PARTNER },
        await withReach(where, [{ role: 'PARTNER', ...place }]),
        Object.values(ApiScope),
      ),
  };
}

function newToken(role: string): string {
  return `demo_${role.toLowerCase()}_${randomBytes(24).toString('hex')}`;
}
