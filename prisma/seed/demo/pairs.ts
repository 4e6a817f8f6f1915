import { plus, TODAY } from './days.ts';
import { ids } from './ids.ts';
import type { NewRow } from './insert.ts';
import { workerOf } from './people.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { STUDIOS, standingOf } from './standings.ts';
import { employerOf, studio } from './studios.ts';
import { UNITS, unit } from './units.ts';

type Pair = NewRow<'MentorPair'>;
type Status = Pair['status'];

export const PAIRS = 600;

const pair = ids('mentor pair');

const TRADES = [
  '焊工',
  '电工',
  '钳工',
  '数控车工',
  '起重工',
  '管道工',
  '化验员',
  '护士',
  '软件工程师',
  '测量员',
];
const GRADES = ['NONE', 'JUNIOR', 'MIDDLE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN'] as const;
/** How pairs stand, one after the other. */
export const LASTING: readonly Status[] = [
  ...(['ACTIVE', 'COMPLETED', 'ACTIVE', 'REGISTERED', 'COMPLETED', 'ACTIVE'] as const),
  ...(['COMPLETED', 'ACTIVE', 'EXTENDED', 'ACTIVE', 'COMPLETED'] as const),
];
const STATUSES: readonly Status[] = [...LASTING, 'TERMINATED'];
/** How many of the first pairs were not terminated. */
export const LASTING_PAIRS = PAIRS - PAIRS / STATUSES.length;

const tradeOf = pick('trade of a pair', TRADES);
const weekOf = between('week of a pair', 0, 50);
const yearsOf = between('years of a pair', 1, 3);
const gradeOf = between('grade of an apprentice', 0, 3);
const riseOf = pick('rise in grade', [0, 1, 1, 1, 2]);
const scoreOf = maybe('score of an assessment', between('score', 120, 200));
const isGraded = chance('the grade before is known', 0.7);
const hasAgreement = chance('an agreement has a number', 0.7);
const isInStudio = chance('a pair belongs to a studio', 0.4);

/** One of the first pairs: two workers of one unit, of a studio's where the pair belongs to one. */
export function pairRow(n: number, places: Places): Pair {
  const status = STATUSES[n % STATUSES.length]!;
  const inStudio = isInStudio(n) && standingOf(n % STUDIOS) !== 'CLOSED';
  const employer = inStudio ? employerOf(n % STUDIOS) : (n * 11 + 5) % UNITS;
  return {
    ...pairOf(n, employer, status, places),
    mentorId: workerOf(employer),
    apprenticeId: workerOf(employer, 1 + (n % 2)),
    studioId: inStudio ? studio(n % STUDIOS) : null,
  };
}

/** What a pair of a unit has besides its two people; its days and grades fit its status. */
export function pairOf(n: number, employer: number, status: Status, { homes }: Places) {
  const { startsOn, endsOn, endedOn } = daysOf(n, status);
  const before = gradeOf(n);
  const isCompleted = status === 'COMPLETED';
  const score = scoreOf(n);
  return {
    id: pair(n),
    trade: tradeOf(n),
    agreementNo: hasAgreement(n) ? `示例师徒${startsOn.slice(0, 4)}-${String(n + 1).padStart(5, '0')}` : null,
    startsOn,
    endsOn,
    endedOn,
    goals: n % 4 === 0 ? `示例：独立完成${tradeOf(n)}的常规工作` : null,
    skillGradeBefore: isGraded(n) ? GRADES[before]! : null,
    skillGradeAfter: isCompleted && isGraded(n) ? GRADES[before + riseOf(n)]! : null,
    assessmentScore: isCompleted && score !== null ? score / 2 : null,
    status,
    isDemo: true,
    regionId: homes[homeOf(employer)]!.id,
    organizationId: unit(employer),
  } satisfies Partial<Pair>;
}

function daysOf(n: number, status: Status) {
  const length = yearsOf(n) * 365;
  const weeks = weekOf(n) * 7;
  switch (status) {
    case 'REGISTERED':
      return term(plus('2026-07-01', weeks), length);
    case 'ACTIVE':
      return term(plus('2025-07-07', Math.min(weeks, 350)), Math.max(length, 365));
    case 'EXTENDED':
      return term(plus('2025-01-06', weeks), 730);
    default: {
      const endsOn = plus(TODAY, -weeks - 1);
      const startsOn = plus(endsOn, -length);
      return { startsOn, endsOn, endedOn: status === 'TERMINATED' ? plus(startsOn, 100) : endsOn };
    }
  }
}

function term(startsOn: string, days: number) {
  return { startsOn, endsOn: plus(startsOn, days), endedOn: null };
}
