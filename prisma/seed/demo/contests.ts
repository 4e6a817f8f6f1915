import type { Status } from './calendar.ts';
import { committee } from './committee.ts';
import type { NewRow } from './insert.ts';
import { cityFederation, department, federation } from './offices.ts';
import { HOMES, homeOf, type Places } from './places.ts';
import { told, toldBefore } from './toldContests.ts';
import { unionOf, unit, unitName } from './units.ts';

type Competition = NewRow<'Competition'>;
export type Kind = NewRow<'Track'>['recipientKind'];
export type Contest = Pick<Competition, 'title' | 'kind' | 'level' | 'year' | 'regionId'> & {
  readonly number: number;
  readonly parent?: number;
  /** The edition before it. */
  readonly previous?: number;
  readonly status: Status;
  readonly publishedOn: string;
  readonly daysRunning?: number;
  readonly edition?: number;
  readonly theme?: string;
  readonly slogan?: string;
  readonly committeeId?: string;
  readonly hosts: readonly string[];
  readonly tracks: readonly Kind[];
  readonly hasMilestones?: boolean;
  /** Stages of its own: their names, first and last days. */
  readonly seasons?: readonly (readonly [name: string, startsOn: string, endsOn: string])[];
};

/** The merit competition of the city, and its edition of the year before. */
export const MERIT = 0;
export const MERIT_BEFORE = 1;
const COUNTY = 20;
const COUNTY_BEFORE = 40;
const OF_UNIT = 60;
export const OTHER = 100;
export const UNIT_CONTESTS = 26;

export function countyContest(home: number, year: 2025 | 2026): number {
  return (year === 2026 ? COUNTY : COUNTY_BEFORE) + home;
}

export function unitContest(n: number): number {
  return OF_UNIT + n;
}

/** The unit that holds one of the enterprises' own competitions; it has a union. */
export function unitOfContest(n: number): number {
  return n * 42;
}

/** Two counties are not so far yet. */
export function countyStatus(home: number): Status {
  return home === 9 ? 'APPLYING' : home === 10 ? 'PUBLISHED' : 'RUNNING';
}

/** All competitions: the city's merit competition with its counties' and enterprises', and others. */
export function contests(places: Places): Contest[] {
  const homes = Array.from({ length: HOMES }, (_, home) => home);
  return [
    merit(2026, places),
    merit(2025, places),
    ...homes.map((home) => county(home, 2026, places)),
    ...homes.map((home) => county(home, 2025, places)),
    ...Array.from({ length: UNIT_CONTESTS }, (_, n) => ofUnit(n, places)),
    ...others(places),
    told(places),
    toldBefore(places),
  ];
}

function merit(year: 2025 | 2026, { yantai }: Places): Contest {
  return {
    number: year === 2026 ? MERIT : MERIT_BEFORE,
    ...(year === 2026 && { previous: MERIT_BEFORE }),
    title: `示例${year}年度${yantai.name}重点工程立功竞赛`,
    theme: '示例：同心建功重点工程',
    slogan: '六比一创',
    kind: 'MERIT',
    level: 'MUNICIPAL',
    edition: year - 2019,
    year,
    status: year === 2026 ? 'RUNNING' : 'CONCLUDED',
    publishedOn: `${year}-01-15`,
    regionId: yantai.id,
    committeeId: committee,
    hosts: [cityFederation, department(1), department(10)],
    tracks: ['PROJECT', 'ORGANIZATION', 'STUDIO', 'COLLECTIVE', 'RESULT'],
  };
}

function county(home: number, year: 2025 | 2026, { homes }: Places): Contest {
  const { id: regionId, name } = homes[home]!;
  return {
    number: countyContest(home, year),
    ...(year === 2026 && { previous: countyContest(home, 2025) }),
    parent: year === 2026 ? MERIT : MERIT_BEFORE,
    title: `示例${year}年度${name}重点工程立功竞赛`,
    slogan: home % 2 === 0 ? '六比一创' : '五比五赛',
    kind: 'MERIT',
    level: 'COUNTY',
    year,
    status: year === 2026 ? countyStatus(home) : home % 3 === 0 ? 'ARCHIVED' : 'CONCLUDED',
    publishedOn: year === 2025 ? '2025-01-20' : home === 9 ? '2026-05-31' : '2026-01-20',
    regionId,
    hosts: [federation(home)],
    tracks: ['PROJECT', 'COLLECTIVE'],
  };
}

function ofUnit(n: number, { homes }: Places): Contest {
  const of = unitOfContest(n);
  const home = homeOf(of);
  return {
    number: unitContest(n),
    parent: countyContest(home, 2026),
    title: `示例2026年度${unitName(of)}立功竞赛`,
    kind: 'MERIT',
    level: 'ENTERPRISE',
    year: 2026,
    status: countyStatus(home) === 'RUNNING' ? 'RUNNING' : 'DRAFT',
    publishedOn: '2026-02-02',
    regionId: homes[home]!.id,
    hosts: [unit(of), unionOf(of)],
    tracks: ['COLLECTIVE'],
    hasMilestones: true,
  };
}

/** One in each state in which the merit competition is not. */
function others({ yantai }: Places): Contest[] {
  const table: readonly [Competition['kind'], string, Status, string, number, readonly Kind[]][] = [
    ['SKILLS', '职工职业技能竞赛', 'SCORING', '2026-01-10', 110, ['COLLECTIVE']],
    ['INNOVATION', '职工创新竞赛', 'APPLYING', '2026-06-01', 150, ['ORGANIZATION', 'STUDIO', 'RESULT']],
    ['SAFETY', '安全生产竞赛', 'RUNNING', '2026-02-03', 240, ['ORGANIZATION', 'COLLECTIVE']],
    ['THEME', '绿色低碳主题竞赛', 'NOTICE', '2025-11-10', 150, ['ORGANIZATION']],
    ['LABOR', '港航业劳动竞赛', 'FROZEN', '2025-12-01', 150, ['ORGANIZATION', 'COLLECTIVE']],
    ['LABOR', '商贸业劳动竞赛', 'SUSPENDED', '2026-02-01', 240, ['ORGANIZATION']],
    ['SAFETY', '消防安全竞赛', 'CANCELLED', '2026-02-10', 240, ['ORGANIZATION']],
    ['THEME', '数字化主题竞赛', 'DRAFT', '2026-07-15', 150, ['ORGANIZATION']],
    ['SKILLS', '焊工技能竞赛', 'PUBLISHED', '2026-06-20', 90, ['COLLECTIVE']],
    ['INNOVATION', '职工创新竞赛', 'ARCHIVED', '2024-01-15', 230, ['ORGANIZATION', 'STUDIO', 'RESULT']],
  ];
  return table.map(([kind, name, status, publishedOn, daysRunning, tracks], n) => {
    const year = n === 3 || n === 4 ? 2026 : Number(publishedOn.slice(0, 4));
    return {
      number: OTHER + n,
      title: `示例${year}年度${yantai.name}${name}`,
      kind,
      level: 'MUNICIPAL',
      year,
      status,
      publishedOn,
      daysRunning,
      regionId: yantai.id,
      hosts: [cityFederation],
      tracks,
    };
  });
}
