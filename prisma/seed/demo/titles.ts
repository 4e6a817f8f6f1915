import { titleRevocation } from './corrections.ts';
import { plus } from './days.ts';
import { decision } from './documents.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { type NamingLevel, namingDay, namingDecision } from './namings.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { STUDIOS, type Standing, standingOf, studiosThatStand } from './standings.ts';
import { employerOf, studio } from './studios.ts';
import { unit, unitName } from './units.ts';

type Title = NewRow<'StudioTitle'>;

const title = ids('studio title');
/** The decision by which a unit names its own studio. */
const ownNaming = ids('own naming');
const OWN: readonly Standing[] = ['ENTERPRISE', 'TEAM', 'SUSPENDED'];
const OWN_NAMED_ON = '2023-09-01';

/** The year of a title by the studio's standing: the lower title comes first. */
const YEARS: Readonly<Record<NamingLevel, (n: number, standing: Standing) => number>> = {
  COUNTY: (n, standing) => (standing === 'COUNTY' ? countyYear(n) : 2021 + (n % 2)),
  MUNICIPAL: (n, standing) => (standing === 'MUNICIPAL' ? cityYear(n) : 2022 + (n % 2)),
  PROVINCIAL: (n, standing) => (standing === 'NATIONAL' ? 2024 : 2024 + (n % 2)),
  NATIONAL: () => 2025,
};
const countyYear = between('year of a county title', 2021, 2026);
const cityYear = between('year of a municipal title', 2023, 2025);

const hasLower = chance('a studio kept its county title', 0.7);
const isRectifying = chance('a title is being put right', 0.05);
const isDemonstration = chance('a studio is held up as an example', 0.2);
const reviewOf = maybe(
  'review of a title',
  pick('day of a review', ['2026-09-30', '2026-12-31', '2027-06-30', '2028-03-31']),
);
const askingOf = pick('how far an application has come', [
  ...([
    'APPLIED',
    'APPLIED',
    'RETURNED',
    'RECOMMENDED',
    'EXPERT_REVIEW',
    'MEETING',
    'NOTICE',
    'REJECTED',
  ] as const),
]);

/** The decisions by which units named their own studios. */
export function ownNamings({ homes }: Places): Batch {
  return batch(
    'Decision',
    studiosThatStand(...OWN).map((n) =>
      decision({
        id: ownNaming(n),
        title: `示例关于命名${unitName(employerOf(n))}创新工作室的决定`,
        kind: 'NAME',
        nature: 'NAMING',
        issuedOn: OWN_NAMED_ON,
        regionId: homes[homeOf(employerOf(n))]!.id,
        issuerId: unit(employerOf(n)),
      }),
    ),
  );
}

/** The titles of all studios, held, asked for and lost. */
export function titles(): Batch {
  return batch(
    'StudioTitle',
    times(STUDIOS, (n) => titlesOf(n).map((row, at) => ({ id: title(n * 8 + at), ...row }))),
  );
}

function titlesOf(n: number): Title[] {
  const standing = standingOf(n);
  switch (standing) {
    case 'ENTERPRISE':
    case 'TEAM':
      return [ownTitle(n, standing)];
    case 'SUSPENDED':
      return [ownTitle(n, 'ENTERPRISE')];
    case 'APPLIED':
      return [asked(n, n % 3 === 0 ? 'MUNICIPAL' : 'COUNTY')];
    case 'REVOKED':
      return [revoked(n)];
    case 'LAPSED':
    case 'CLOSED':
      return [
        {
          ...held(n, 'COUNTY', standing),
          status: 'LAPSED',
          validTo: plus('2025-06-30', n),
          nextReviewOn: null,
        },
      ];
    case 'COUNTY':
      // Some ask for more, some had more.
      return [
        held(n, 'COUNTY', standing),
        ...(n % 16 === 7 ? [asked(n, 'MUNICIPAL')] : []),
        ...(n % 40 === 11 ? [revoked(n)] : []),
      ];
    default:
      return [...lowerThan(standing, n), standing].map((level) => held(n, level, standing));
  }
}

function lowerThan(standing: 'NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL', n: number): NamingLevel[] {
  const county: NamingLevel[] = hasLower(n) ? ['COUNTY'] : [];
  if (standing === 'MUNICIPAL') return county;
  return [...county, 'MUNICIPAL', ...(standing === 'NATIONAL' ? (['PROVINCIAL'] as const) : [])];
}

function held(n: number, level: NamingLevel, standing: Standing): Title {
  const home = homeOf(employerOf(n));
  const year = YEARS[level](n, standing);
  const isTop = level === standing;
  return {
    ...empty(n, level, year),
    grade: isTop && level !== 'COUNTY' && isDemonstration(n) ? 'DEMONSTRATION' : 'ORDINARY',
    status: isTop && isRectifying(n) ? 'RECTIFYING' : 'NAMED',
    validFrom: namingDay(level, year, home),
    nextReviewOn: reviewOf(n),
    decisionId: namingDecision(level, year, home),
  };
}

function asked(n: number, level: NamingLevel): Title {
  return { ...empty(n, level, 2026), status: askingOf(n) };
}

function revoked(n: number): Title {
  return {
    ...held(n, 'MUNICIPAL', 'REVOKED'),
    status: 'REVOKED',
    validTo: titleRevocation.on,
    nextReviewOn: null,
    revocationDecisionId: titleRevocation.id,
  };
}

function ownTitle(n: number, level: 'ENTERPRISE' | 'TEAM'): Title {
  return { ...empty(n, level, 2023), status: 'NAMED', validFrom: OWN_NAMED_ON, decisionId: ownNaming(n) };
}

function empty(n: number, level: Title['level'], batchYear: number) {
  return {
    studioId: studio(n),
    level,
    batchYear,
    grade: 'ORDINARY' as const,
    validFrom: null,
    validTo: null,
    nextReviewOn: null,
    decisionId: null,
    revocationDecisionId: null,
  };
}
