import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError } from '../../../platform/refusals.ts';
import { LABEL, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { keeperOf, OFFICERS } from '../policy.ts';
import { type Details, detailsOf, keepDetails } from './details.ts';

export interface NewPerson {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly employerId?: string | null | undefined;
  readonly details?: Details | null | undefined;
  readonly isDemo?: boolean | null | undefined;
}

/** Enters somebody in the registry, with what is known of them. */
export function createPerson(call: Call, input: NewPerson): Promise<Row<'Person'>> {
  return inTransaction(call, async (tx) => {
    const { employerId } = input;
    const employer = employerId ? await organizationInForce(tx, employerId, ['employer']) : null;
    const as = keeperOf(tx.actor, ...(employer ? [employer] : []));
    if (!as) throw new ForbiddenError(['ADMIN', ...OFFICERS], ['employer']);
    const texts = textsOf(input, { name: NAME, nameEn: LABEL });
    const details = input.details && detailsOf(tx, input.details);
    const isDemo = demonstrationOf({ employer }, input.isDemo);

    const by = { action: 'personCreate', as } as const;
    const person = await make(tx, { ...by, type: 'Person', data: { ...texts, employerId, isDemo } });
    if (details) await keepDetails(tx, { ...by, personId: person.id, details });
    return person;
  });
}
