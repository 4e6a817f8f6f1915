import type { AwardType, AwardTypes } from './awardTypes.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { decidedOn, levelOf, nationDecision, YEARS } from './nationDecisions.ts';
import {
  NATION_PEOPLE,
  NATION_UNITS,
  nationPerson,
  nationPlace,
  nationUnit,
  placeOfPerson,
} from './nationUnits.ts';
import { NATION_PROJECTS, nationProject } from './nationWorks.ts';
import type { Places } from './places.ts';
import { between, chance } from './random.ts';

type Grant = NewRow<'AwardGrant'>;
type Award = 'may1_medal' | 'may1_certificate' | 'worker_pioneer' | 'merit_project';

/** Who gets what, how many of ten grants, and how many could. */
interface Share {
  readonly award: Award;
  readonly ofTen: number;
  readonly recipients: number;
  readonly placeOf: (n: number, places: Places) => number;
  readonly columns: (n: number) => Partial<Grant>;
}

const GRANTS = 1_000_000;

const grant = ids('award grant of the nation');
const yearOf = between('year of a grant', 0, YEARS - 1);
const hasNumber = chance('a certificate of the nation has a number', 0.3);
const hasCitation = chance('a grant of the nation has a citation', 0.05);
const isRevoked = chance('a grant of the nation is revoked', 0.01);

const SHARES: readonly Share[] = [
  {
    award: 'may1_medal',
    ofTen: 6,
    recipients: NATION_PEOPLE,
    placeOf: placeOfPerson,
    columns: (n) => ({ personId: nationPerson(n) }),
  },
  {
    award: 'worker_pioneer',
    ofTen: 2,
    recipients: NATION_UNITS,
    placeOf: nationPlace,
    columns: (n) => ({ organizationId: nationUnit(n), teamName: '示例一班' }),
  },
  {
    award: 'may1_certificate',
    ofTen: 1,
    recipients: NATION_UNITS,
    placeOf: nationPlace,
    columns: (n) => ({ organizationId: nationUnit(n) }),
  },
  {
    award: 'merit_project',
    ofTen: 1,
    recipients: NATION_PROJECTS,
    placeOf: (n, places) => nationPlace(n % NATION_UNITS, places),
    columns: (n) => ({ projectId: nationProject(n) }),
  },
];
/** For each of ten grants its share, and its place in it. */
const TEN = SHARES.flatMap((share) => Array.from({ length: share.ofTen }, (_, at) => ({ share, at })));

/** Awards to people, teams, units and projects, some taken back; nobody gets the same twice in a year. */
export function nationGrants(places: Places, awardTypes: AwardTypes): Batch {
  const awardOf = known(awardTypes, places);
  return batch(
    'AwardGrant',
    times(GRANTS, (n): Grant => {
      const { share, at } = TEN[n % TEN.length]!;
      const number = Math.floor(n / TEN.length) * share.ofTen + at;
      const recipient = number % share.recipients;
      const place = share.placeOf(recipient, places);
      const year = (yearOf(recipient) + Math.floor(number / share.recipients)) % YEARS;
      const kind = share.award === 'merit_project' ? 'NAME' : 'GRANT';
      const grantedOn = decidedOn(kind, year);
      return {
        id: grant(n),
        teamName: null,
        grantedOn,
        certificateNo: hasNumber(n) ? `示例${grantedOn.slice(0, 4)}-${n + 1}` : null,
        citation: hasCitation(n) ? '示例：成绩突出' : null,
        ...outcome(n, place, year),
        isDemo: true,
        regionId: places.all[place]!.id,
        awardTypeId: awardOf(share.award, place, year),
        decisionId: nationDecision(kind, place, year),
        personId: null,
        organizationId: null,
        projectId: null,
        ...share.columns(recipient),
      };
    }),
  );
}

function outcome(n: number, place: number, year: number) {
  const isOver = isRevoked(n);
  return {
    status: isOver ? ('REVOKED' as const) : ('EFFECTIVE' as const),
    revokedOn: isOver ? decidedOn('REVOKE', year) : null,
    revocationReason: isOver ? '示例：不再符合条件' : null,
    revocationDecisionId: isOver ? nationDecision('REVOKE', place, year) : null,
  };
}

/** The ids of the award types by award, place and year, each looked up once. */
function known(awardTypes: AwardTypes, { all }: Places) {
  const ids = new Map<string, string>();
  return (award: Award, place: number, year: number): string => {
    const key = `${award} ${place} ${year}`;
    let id = ids.get(key);
    if (id) return id;
    const level = levelOf(all[place]!.level).toLowerCase();
    // A county gives awards of its own under the name of the city's.
    const code =
      award === 'merit_project' ? `naming.${award}` : `${level === 'county' ? 'municipal' : level}.${award}`;
    const type: AwardType = awardTypes(code, decidedOn(award === 'merit_project' ? 'NAME' : 'GRANT', year));
    ids.set(key, (id = type.id));
    return id;
  };
}
