import type { IdentifierScheme } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { hold } from '../../../platform/holding.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { NAME, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { KEEPERS, keeperOf, placeOf } from '../policy.ts';
import { organizationInForce } from '../reads.ts';
import { IdentifierTakenError, normalizedUscc, UsccError, usccFault } from '../rules.ts';

export interface NewIdentifier {
  readonly organizationId: string;
  readonly scheme: IdentifierScheme;
  /** For the scheme PARTNER: whose key it is. */
  readonly partner?: string | null | undefined;
  readonly value: string;
  /** The first of its scheme is, unless said otherwise. */
  readonly isPreferred?: boolean | null | undefined;
}

const LONGEST_VALUE = 100;
const type = 'OrganizationIdentifier';
const action = 'organizationIdentifierAdd';

/** Gives an organization a code or certificate, which stands for no other one. */
export function addIdentifier(call: Call, input: NewIdentifier): Promise<Row<typeof type>> {
  const { organizationId, scheme } = input;
  return inTransaction(call, async (tx) => {
    const organization = await seen(tx, 'Organization', organizationId, ['organization']);
    const as = keeperOf(tx.actor, organization);
    if (!as) throw new ForbiddenError(['ADMIN', ...KEEPERS], ['organization']);
    await organizationInForce(tx, organizationId);
    const partner = partnerOf(input);
    const value = codeOf(input);
    const { prisma } = tx.db;
    await hold(tx, 'IDENTIFIER', value);
    const taken = await prisma.organizationIdentifier.findFirst({
      where: { scheme, partner, value, endedOn: null },
    });
    if (taken) throw new IdentifierTakenError(taken.organizationId);

    const shown = await prisma.organizationIdentifier.findFirst({
      where: { organizationId, scheme, partner, isPreferred: true },
    });
    const isPreferred = input.isPreferred ?? !shown;
    if (shown && isPreferred)
      await edit(tx, { type, before: shown, action, as, data: { isPreferred: false } });
    return make(tx, {
      type,
      action,
      as,
      data: { organizationId, scheme, partner, value, isPreferred },
      step: { action: 'ADD', to: 'HELD' },
      place: () => placeOf(organization),
    });
  });
}

function partnerOf({ scheme, partner }: NewIdentifier): string | null {
  if (scheme === 'PARTNER') return textOf(partner ?? '', NAME, ['partner']);
  if (!partner) return null;
  throw new InvalidError('Only the scheme PARTNER names a partner.', '仅合作系统编号填写合作方。', [
    'partner',
  ]);
}

function codeOf({ scheme, value }: NewIdentifier): string {
  if (scheme === 'USCC') {
    const code = normalizedUscc(value);
    const fault = usccFault(code);
    if (fault) throw new UsccError(fault);
    return code;
  }
  const code = textOf(value, { most: LONGEST_VALUE, isRequired: true }, ['value']);
  if (/\s/.test(code)) {
    throw new InvalidError('A code has no space in it.', '代码中不能有空格。', ['value']);
  }
  return code;
}
