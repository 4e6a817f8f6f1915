import type { ConferralNature } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { LABEL, LONG_TEXT, NAME } from '../../../platform/texts.ts';
import { typeKeeperOf } from '../policy.ts';

export const TEXTS = { name: NAME, nameEn: NAME, approvedItemRef: LABEL, note: LONG_TEXT };
export const NEW_TEXTS = { code: NAME, ...TEXTS };

/** The role by which the actor keeps award types. @throws {ForbiddenError} where none allows it */
export function mayKeepTypes({ actor }: Call): HeldRole {
  const as = typeKeeperOf(actor);
  if (!as) throw new ForbiddenError(['ADMIN']);
  return as;
}

/** @throws {InvalidError} where a commendation names no approved item */
export function checkItem({
  nature,
  approvedItemRef,
}: {
  readonly nature?: ConferralNature | null | undefined;
  readonly approvedItemRef?: string | null | undefined;
}): void {
  if (nature !== 'COMMENDATION' || approvedItemRef) return;
  throw new InvalidError(
    'A commendation needs the approved item of the State under which it is given.',
    '表彰须填写所依据的表彰项目。',
    ['approvedItemRef'],
  );
}
