import type { RecipientKind } from '../../../src/generated/prisma/client.ts';
import { OperatorError } from '../../../src/platform/errors.ts';
import type { Run } from './insert.ts';

export interface AwardType {
  readonly id: string;
  readonly recipientKind: RecipientKind;
}

/** The type of award that has a code, as it was on a day. */
export type AwardTypes = (code: string, day: string) => AwardType;

/** The award types, which are real. What the demonstration asks for and is not there ends in an OperatorError 65. */
export async function readAwardTypes(run: Run): Promise<AwardTypes> {
  const rows = (await run(
    `select id, code, recipient_kind as "recipientKind",
            coalesce(valid_from::text, '') as "from", coalesce(valid_to::text, '9999') as "to"
     from award_type`,
    [],
  )) as (AwardType & { code: string; from: string; to: string })[];
  return (code, day) => {
    const found = rows.find((row) => row.code === code && row.from <= day && day < row.to);
    if (!found)
      throw new OperatorError(
        65,
        `The demonstration needs the award ${code} of ${day}, which is not loaded.`,
      );
    return found;
  };
}
