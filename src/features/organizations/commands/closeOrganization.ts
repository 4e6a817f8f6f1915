import type { Call } from '../../../platform/call.ts';
import { hold } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { checkNotAhead, checkTerm, today } from '../../../platform/terms.ts';
import { REQUIRED_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, seen } from '../../../platform/writes.ts';
import { KEEPERS, keeperOf, placeOf } from '../policy.ts';
import { ORGANIZATION_WORKFLOW, OrganizationInUseError } from '../rules.ts';

export interface Closing {
  readonly id: string;
  readonly version: number;
  readonly opinion: string;
  /** First day it no longer existed; today unless given. */
  readonly validTo?: Date | null | undefined;
}

/** Closes an organization under which nothing lies any more. Its people and its history stay with it. */
export function closeOrganization(call: Call, input: Closing): Promise<Row<'Organization'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Organization', input.id);
    const as = keeperOf(tx.actor, before);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS]);
    checkStep(ORGANIZATION_WORKFLOW, 'CLOSE', before, input);
    const opinion = textOf(input.opinion, REQUIRED_TEXT, ['opinion']);
    const validTo = input.validTo ?? today(tx);
    checkNotAhead(tx, validTo, 'validTo');
    checkTerm(before.validFrom, validTo, 'validTo');

    await hold(tx, 'ORGANIZATION_TREE');
    const { id } = before;
    const below = await tx.db.prisma.organization.count({
      where: { status: 'ACTIVE', OR: [{ parentId: id }, { employerId: id }] },
    });
    if (below > 0) throw new OrganizationInUseError(below);
    return act(tx, {
      type: 'Organization',
      object: 'organization',
      workflow: ORGANIZATION_WORKFLOW,
      action: 'CLOSE',
      before,
      opinion,
      place: placeOf(before),
      data: { validTo },
      as,
    });
  });
}
