import type { Call } from '../../../platform/call.ts';
import { startOf } from '../../../platform/days.ts';
import { end } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { AlreadyEndedError, checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { checkNotAhead, today } from '../../../platform/terms.ts';
import { LONG_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { KEEPERS, keeperOf, placeOf } from '../policy.ts';

export interface IdentifierEnd {
  readonly id: string;
  readonly version: number;
  /** First day it no longer stood for the organization; today unless given. */
  readonly endedOn?: Date | null | undefined;
  readonly opinion?: string | null | undefined;
}

/** Ends that a code stands for an organization: from then on it can be given to another one. */
export function endIdentifier(call: Call, input: IdentifierEnd): Promise<Row<'OrganizationIdentifier'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'OrganizationIdentifier', input.id);
    const organization = await seen(tx, 'Organization', before.organizationId);
    const as = keeperOf(tx.actor, organization);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS]);
    checkVersion(before, input.version);
    if (before.endedOn) throw new AlreadyEndedError(startOf(before.endedOn));
    const opinion = textOf(input.opinion, LONG_TEXT, ['opinion']);
    const endedOn = input.endedOn ?? today(tx);
    checkNotAhead(tx, endedOn, 'endedOn');
    return end(tx, {
      type: 'OrganizationIdentifier',
      before,
      action: 'organizationIdentifierEnd',
      as,
      opinion,
      place: placeOf(organization),
      data: { endedOn, isPreferred: false },
    });
  });
}
