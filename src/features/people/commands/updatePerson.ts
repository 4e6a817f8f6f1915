import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { LABEL, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { keeperOf, OFFICERS } from '../policy.ts';
import { type Details, detailsOf, keepDetails } from './details.ts';

/** What is absent stays; what is null is taken away. */
export interface PersonChanges {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly employerId?: string | null | undefined;
  readonly details?: Details | null | undefined;
}

/** Changes what is kept of somebody. Who gives them another employer must reach both. */
export function updatePerson(call: Call, input: PersonChanges): Promise<Row<'Person'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Person', input.id);
    const now = before.employerId ? [await seen(tx, 'Organization', before.employerId)] : [];
    const as = keeperOf(tx.actor, ...now);
    if (!as) throw new ForbiddenError(['ADMIN', ...OFFICERS]);
    checkVersion(before, input.version);
    const { employerId } = input;
    const isMoved = employerId && employerId !== before.employerId;
    const employer = isMoved ? await organizationInForce(tx, employerId, ['employer']) : null;
    if (employer && !keeperOf(tx.actor, employer))
      throw new ForbiddenError(['ADMIN', ...OFFICERS], ['employer']);
    const texts = textsOf(input, { name: NAME, nameEn: LABEL });
    const details = input.details && detailsOf(tx, input.details);
    demonstrationOf({ employer }, before.isDemo);

    const by = { action: 'personUpdate', as } as const;
    const person = await edit(tx, { ...by, type: 'Person', before, data: { ...texts, employerId } });
    if (details) await keepDetails(tx, { ...by, personId: person.id, details });
    return person;
  });
}
