import { randomBytes } from 'node:crypto';
import { actorOfUser, withReach } from '../../../src/features/access/reads.ts';
import { type AssignedRole, SCOPES } from '../../../src/features/access/rules.ts';
import { ApiScope } from '../../../src/generated/prisma/client.ts';
import type { Account } from '../../../src/http/authenticate.ts';
import { actorOf } from '../../../src/platform/actor.ts';
import type { Database } from '../../../src/platform/database.ts';
import { HELD, subjectOf } from './held.ts';
import { unionOf } from './units.ts';

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
    const subject = subjectOf(role);
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
