import type { RecipientKind } from '../../../src/generated/prisma/client.ts';
import type { NewRow } from './insert.ts';
import { workerOf } from './people.ts';
import { isBegun, PROJECTS, project } from './projects.ts';
import { isConfidential, isRecognized, makerOf, RESULTS, result } from './results.ts';
import { studiosThatStand } from './standings.ts';
import { employerOf, studio } from './studios.ts';
import { UNITS, unit } from './units.ts';

type Grant = NewRow<'AwardGrant'>;

/** Who receives an award, and the unit that this is of. */
export interface Recipient {
  readonly unit: number;
  readonly is: Pick<
    Grant,
    'personId' | 'organizationId' | 'projectId' | 'studioId' | 'resultId' | 'teamName'
  >;
}

/** The higher the studio, the sooner its lead is honored, and the higher. */
const honored = (['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] as const).flatMap((level) =>
  studiosThatStand(level),
);
/** Those that could be honored at the end of 2025. */
const begun = [...Array(PROJECTS).keys()].filter((n) => isBegun(n, '2025-06-30'));
const recognized = [...Array(RESULTS).keys()].filter((n) => isRecognized(n) && !isConfidential(n));

/** The recipients of each kind, one for each number; they come again when all have been honored. */
export const RECIPIENTS: Readonly<Record<RecipientKind, (n: number) => Recipient>> = {
  PERSON: (n) => {
    const isLead = n < honored.length;
    const of = isLead ? employerOf(honored[n]!) : (n * 7 + 1) % UNITS;
    return { unit: of, is: { personId: workerOf(of, isLead ? 0 : 1) } };
  },
  ORGANIZATION: (n) => {
    const of = (n * 17 + 3) % UNITS;
    return { unit: of, is: { organizationId: unit(of) } };
  },
  COLLECTIVE: (n) => {
    const of = (n * 29 + 7) % UNITS;
    return { unit: of, is: { organizationId: unit(of), teamName: `示例攻坚${1 + (n % 3)}班` } };
  },
  PROJECT: (n) => {
    const of = begun[n % begun.length]!;
    return { unit: of, is: { projectId: project(of) } };
  },
  STUDIO: (n) => {
    const of = honored[n % honored.length]!;
    return { unit: employerOf(of), is: { studioId: studio(of) } };
  },
  RESULT: (n) => {
    const of = recognized[n % recognized.length]!;
    return { unit: makerOf(of), is: { resultId: result(of) } };
  },
};
