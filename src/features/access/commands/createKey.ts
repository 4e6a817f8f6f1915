import type { ApiScope } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { recordChange, recordStep } from '../../../platform/changes.ts';
import { BadInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, NotFoundError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { keyGiverOf } from '../policy.ts';
import { hashOf, KEY_GIVERS, LONGEST_KEY_LIFE, newKey } from '../rules.ts';

export interface NewKey {
  /** Who runs the system, and what it is called there; a second key of the same system is for changing over. */
  readonly organizationId: string;
  readonly name: string;
  readonly regionId: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Date;
}

const DAY = 24 * 60 * 60_000;
const LONGEST_NAME = 100;

/** Makes a key for a partner's system. What is given as `text` is kept nowhere. */
export function createKey(call: Call, key: NewKey): Promise<{ row: Row<'ApiKey'>; text: string }> {
  const { organizationId, regionId, scopes } = key;
  return inTransaction(call, async (tx) => {
    const { name, expiresAt } = checked(tx, key);
    const { prisma } = tx.db;
    if (!(await prisma.region.findUnique({ where: { id: regionId } })))
      throw new NotFoundError('Region', ['region']);
    if (!(await prisma.organization.findUnique({ where: { id: organizationId } })))
      throw new NotFoundError('Organization', ['organization']);
    const as = keyGiverOf(tx.actor, regionId);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEY_GIVERS], ['region']);

    const made = { createdAt: tx.now(), updatedAt: tx.now() };
    await prisma.apiClient.createMany({ data: [{ organizationId, name, ...made }], skipDuplicates: true });
    const { id: clientId } = await prisma.apiClient.findUniqueOrThrow({
      where: { organizationId_name: { organizationId, name } },
    });
    const { prefix, secret, text } = newKey();
    const after = await prisma.apiKey.create({
      data: {
        prefix,
        secretHash: hashOf(secret),
        scopes: [...new Set(scopes)],
        expiresAt,
        regionId,
        clientId,
        ...made,
      },
    });
    const what = { type: 'ApiKey', as } as const;
    await recordStep(tx, { ...what, action: 'CREATE', id: after.id, to: 'VALID', place: after });
    recordChange(tx, { ...what, action: 'apiKeyCreate', after });
    return { row: after, text };
  });
}

function checked({ now }: Call, { name, expiresAt }: NewKey) {
  const trimmed = name.trim();
  if (trimmed.length < 1 || trimmed.length > LONGEST_NAME) {
    throw new BadInputError(`input.name: expected 1 to ${LONGEST_NAME} characters.`);
  }
  const life = expiresAt.getTime() - now().getTime();
  if (life <= 0 || life > LONGEST_KEY_LIFE * DAY) {
    throw new BadInputError(`input.expiresAt: expected within ${LONGEST_KEY_LIFE} days from now.`);
  }
  return { name: trimmed, expiresAt };
}
