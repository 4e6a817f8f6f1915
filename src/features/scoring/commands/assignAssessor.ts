import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import type { Row } from '../../../platform/models.ts';
import { ConflictOfInterestError, InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { isInterested, recusedFrom } from '../reads.ts';
import { AlreadyDeclaredError, RecusedError } from '../rules.ts';
import { checkKeeper } from './mayScheme.ts';

export interface Assignment {
  readonly entryId: string;
  readonly userId: string;
  /** The organization that they hold the role of assessor for. */
  readonly organizationId: string;
}

/** Lets an assessor score an entry; nobody scores what their own organization competes with. */
export function assignAssessor(call: Call, assignment: Assignment): Promise<Row<'AssessorAssignment'>> {
  const { entryId, userId, organizationId } = assignment;
  return inTransaction(call, async (tx) => {
    const { competitionId, regionId, isDemo } = await seen(tx, 'Entry', entryId, ['entry']);
    const as = await checkKeeper(tx, competitionId, ['entry']);
    await checkAssessor(tx, assignment, isDemo);

    const after = await tx.db.prisma.assessorAssignment
      .create({ data: { entryId, userId, organizationId, isDemo, createdAt: tx.now(), updatedAt: tx.now() } })
      .catch((error: unknown) => {
        throw violates(error, 'assessor_assignment_key') ? new AlreadyDeclaredError(['assessor']) : error;
      });
    const what = { type: 'AssessorAssignment', as } as const;
    await recordStep(tx, { ...what, action: 'ASSIGN', id: after.id, to: 'ASSIGNED', place: { regionId } });
    recordChange(tx, { ...what, action: 'assessorAssign', after });
    return after;
  });
}

async function checkAssessor(tx: Call, { entryId, userId, organizationId }: Assignment, isDemo: boolean) {
  const { prisma } = tx.db;
  const at = tx.now();
  const roles = await prisma.roleAssignment.findMany({
    where: { userId, startsAt: { lte: at }, OR: [{ endsAt: null }, { endsAt: { gt: at } }] },
    include: { user: true },
  });
  const held = roles.find((each) => each.role === 'ASSESSOR' && each.organizationId === organizationId);
  if (!held) throw new NotFoundError('RoleAssignment', ['assessor']);
  if (held.user.isDemo && !isDemo) {
    const message = 'A demonstration account scores no real entry.';
    throw new InvalidError(message, '演示账号不得参与正式评分。', ['assessor']);
  }
  const organizationIds = [...new Set(roles.flatMap((each) => each.organizationId ?? []))];
  if (await isInterested(tx, entryId, organizationIds)) throw new ConflictOfInterestError(['assessor']);
  if ((await recusedFrom(tx, entryId, [userId])).has(userId)) throw new RecusedError(['assessor']);
  const there = await prisma.assessorAssignment.findFirst({ where: { entryId, userId, endedAt: null } });
  if (there) throw new AlreadyDeclaredError(['assessor']);
}
