import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold, holdRow } from '../../../platform/holding.ts';
import { editAll } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { checkNotAhead, checkTerm, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, checkStep, edit, seen } from '../../../platform/writes.ts';
import { KEEPERS, keeperOf, placeOf } from '../policy.ts';
import { liesUnder, organizationInForce, succeeds } from '../reads.ts';
import { isUnion, ORGANIZATION_WORKFLOW } from '../rules.ts';

export interface Merger {
  readonly id: string;
  readonly version: number;
  readonly into: string;
  readonly opinion?: string | null | undefined;
  /** First day it no longer existed; today unless given. */
  readonly validTo?: Date | null | undefined;
}

type Organization = Row<'Organization'>;

/**
 * Merges an organization into another one. What is alive goes on there: people, unions, what lies below, codes.
 * What was done stays with the one that did it, and whoever looks after the successor reaches it.
 */
export function mergeOrganization(call: Call, input: Merger): Promise<Organization> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Organization', input.id);
    const into = await seen(tx, 'Organization', input.into, ['into']);
    const as = keeperOf(tx.actor, before);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS]);
    if (!keeperOf(tx.actor, into)) throw new ForbiddenError(['ADMIN', ...KEEPERS], ['into']);
    checkStep(ORGANIZATION_WORKFLOW, 'MERGE', before, input);
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const validTo = input.validTo ?? today(tx);
    checkNotAhead(tx, validTo, 'validTo');
    checkTerm(before.validFrom, validTo, 'validTo');
    await hold(tx, 'ORGANIZATION_TREE');
    // Whoever is being entered there is moved too.
    await holdRow(tx, 'Organization', before.id, 'ALONE');
    await checkTarget(tx, before, input.into);

    await moveLiving(tx, before, input.into, as);
    // It may be known as the successor already.
    await tx.db.prisma.organizationSuccession.createMany({
      data: [{ predecessorId: before.id, successorId: input.into }],
      skipDuplicates: true,
    });
    return act(tx, {
      type: 'Organization',
      object: 'organization',
      workflow: ORGANIZATION_WORKFLOW,
      action: 'MERGE',
      before,
      opinion,
      place: placeOf(before),
      data: { validTo },
      as,
    });
  });
}

async function checkTarget(tx: Call, before: Organization, id: string): Promise<void> {
  const refuse = (message: string, messageZh: string) => {
    throw new InvalidError(message, messageZh, ['into']);
  };
  if (id === before.id) refuse('Nothing merges into itself.', '不能并入自身。');
  const into = await organizationInForce(tx, id, ['into']);
  demonstrationOf({ into }, before.isDemo);
  if (isUnion(into) !== isUnion(before)) {
    refuse(
      'A union merges into a union, an employer into an employer.',
      '工会只能并入工会,单位只能并入单位。',
    );
  }
  if (await succeeds(tx, before.id, id)) {
    refuse(
      'This one took its place: neither could be the successor of the other.',
      '两者互为沿革,不能合并。',
    );
  }
}

async function moveLiving(tx: Call, from: Organization, to: string, as: HeldRole): Promise<void> {
  const by = { action: 'organizationMerge', as } as const;
  // What lay under the merged one is lifted to its place first, or else it would come to lie under itself.
  if (await liesUnder(tx, to, from.id)) {
    const before = await tx.db.prisma.organization.findUniqueOrThrow({ where: { id: to } });
    await edit(tx, { ...by, type: 'Organization', before, data: { parentId: from.parentId } });
  }
  const living = { status: 'ACTIVE', id: { not: to } } as const;
  await editAll(tx, { ...by, type: 'Person', where: { employerId: from.id }, data: { employerId: to } });
  for (const key of ['parentId', 'employerId'] as const) {
    await editAll(tx, {
      ...by,
      type: 'Organization',
      where: { ...living, [key]: from.id },
      data: { [key]: to },
    });
  }
  await moveIdentifiers(tx, from.id, to, by);
}

/** The codes stand for the successor from now on, so that whoever looks one up finds it. */
async function moveIdentifiers(
  tx: Call,
  from: string,
  to: string,
  by: { readonly action: string; readonly as: HeldRole },
): Promise<void> {
  const { organizationIdentifier } = tx.db.prisma;
  const rows = await organizationIdentifier.findMany({ where: { organizationId: from, endedOn: null } });
  const shown = await organizationIdentifier.findMany({
    where: { organizationId: to, isPreferred: true },
  });
  for (const before of rows) {
    const { scheme, partner } = before;
    const hasShown = shown.some((each) => each.scheme === scheme && each.partner === partner);
    const data = {
      organizationId: to,
      issuedToId: before.issuedToId ?? from,
      isPreferred: before.isPreferred && !hasShown,
    };
    await edit(tx, { ...by, type: 'OrganizationIdentifier', before, data });
  }
}
