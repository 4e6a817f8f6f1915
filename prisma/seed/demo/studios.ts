import { plus } from './days.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { workerOf } from './people.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { STUDIOS, standingOf } from './standings.ts';
import { UNITS, unit } from './units.ts';

type Studio = NewRow<'Studio'>;

export const studio = ids('studio');
const membership = ids('studio membership');
const partnership = ids('studio partnership');

const KINDS = {
  WORKER: '职工',
  MODEL_WORKER: '劳模',
  CRAFTSMAN: '工匠',
  MODEL_WORKER_AND_CRAFTSMAN: '劳模和工匠人才',
  JOINT: '联合',
} as const;
const FIELDS = [
  '焊接',
  '数控加工',
  '电力检修',
  '港口装卸',
  '核电安装',
  '机器人应用',
  '食品检测',
  '桥梁施工',
  '环保',
  '信息化',
];
const ROLES = ['DEPUTY_LEAD', 'CORE', 'CORE', 'MEMBER', 'MEMBER', 'ADVISER'] as const;

const kindOf = pick('kind of a studio', [
  ...([
    'WORKER',
    'WORKER',
    'WORKER',
    'WORKER',
    'WORKER',
    'MODEL_WORKER',
    'MODEL_WORKER',
    'MODEL_WORKER',
  ] as const),
  ...([
    'CRAFTSMAN',
    'CRAFTSMAN',
    'MODEL_WORKER_AND_CRAFTSMAN',
    'MODEL_WORKER_AND_CRAFTSMAN',
    'JOINT',
  ] as const),
]);
export const fieldOf = pick('field of a studio', FIELDS);
const yearOf = between('founding year of a studio', 2005, 2018);
const monthOf = pick('founding month of a studio', ['01', '03', '05', '05', '09']);
const foundingOf = maybe('founding of a studio', (n) => `${yearOf(n)}-${monthOf(n)}-01`);
const areaOf = maybe('site of a studio', between('square meters', 30, 600));
const fundingOf = maybe(
  'funding of a studio',
  pick('yuan a year', [20_000, 50_000, 50_000, 100_000, 300_000.5]),
);
const hasNoLead = chance('a studio has no lead', 0.05);
const sizeOf = between('members of a studio', 1, 4);
const roleOf = pick('role of a member', ROLES);
const joiningOf = maybe('joining of a member', (n) => plus('2019-01-01', 15 * (n % 120)));
const isGone = chance('a member has left', 0.06);

/** The studios with their members and partners; titles are in a file of their own. */
export function studios(places: Places): Batch[] {
  return [
    batch(
      'Studio',
      times(STUDIOS, (n) => studioRow(n, places)),
    ),
    batch('StudioMember', times(STUDIOS, members)),
    batch('StudioPartner', times(STUDIOS, partners)),
  ];
}

/** The unit that a studio belongs to; no two have the same. */
export function employerOf(studio: number): number {
  return (studio * 3 + 1) % UNITS;
}

/** The lead of a studio, where it has one. */
export function leadOf(n: number): string | null {
  return kindOf(n) === 'JOINT' || hasNoLead(n) ? null : workerOf(employerOf(n));
}

function studioRow(n: number, { homes }: Places): Studio {
  const isClosed = standingOf(n) === 'CLOSED';
  return {
    id: studio(n),
    name: `示例${fieldOf(n)}${KINDS[kindOf(n)]}创新工作室${String(n + 1).padStart(4, '0')}`,
    nameEn: n % 6 === 0 ? `Example innovation studio ${n + 1}` : null,
    kind: kindOf(n),
    field: n % 10 < 7 ? `示例${fieldOf(n)}` : null,
    foundedOn: foundingOf(n),
    closedOn: isClosed ? plus('2025-06-30', n) : null,
    siteArea: areaOf(n),
    annualFunding: fundingOf(n),
    status: isClosed ? 'CLOSED' : standingOf(n) === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE',
    isDemo: true,
    regionId: homes[homeOf(employerOf(n))]!.id,
    employerId: unit(employerOf(n)),
    leadId: leadOf(n),
  };
}

/** Colleagues of the lead, and behind them people of the units that come next. */
function members(n: number): NewRow<'StudioMember'>[] {
  return Array.from({ length: sizeOf(n) }, (_, at) => {
    const number = n * 4 + at;
    const joinedOn = joiningOf(number);
    return {
      id: membership(number),
      role: roleOf(number),
      joinedOn,
      leftOn: joinedOn !== null && isGone(number) ? plus(joinedOn, 400) : null,
      studioId: studio(n),
      personId: workerOf((employerOf(n) + Math.floor(at / 2)) % UNITS, 1 + (at % 2)),
    };
  });
}

function partners(n: number): NewRow<'StudioPartner'>[] {
  if (kindOf(n) !== 'JOINT') return [];
  return [1, 2].map((at) => ({
    id: partnership(n * 2 + at - 1),
    studioId: studio(n),
    organizationId: unit((employerOf(n) + at * 100) % UNITS),
  }));
}
