import { plus } from './days.ts';
import { employerOfGroup, GROUPS, group } from './groups.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { workerOf } from './people.ts';
import { homeOf, type Places } from './places.ts';
import { between, maybe, pick } from './random.ts';
import { STUDIOS } from './standings.ts';
import { employerOf, fieldOf, studio } from './studios.ts';
import { UNITS, unit } from './units.ts';

type Result = NewRow<'InnovationResult'>;

export const RESULTS = 700;
/** Every so many results one must not be published. */
const CONFIDENTIAL_EVERY = 97;

export const result = ids('innovation result');
const contribution = ids('contribution');
const adoption = ids('adoption');

const CATEGORIES = {
  SMALL_INVENTION: '小发明',
  SMALL_CREATION: '小创造',
  SMALL_REFORM: '小革新',
  SMALL_DESIGN: '小设计',
  SMALL_SUGGESTION: '小建议',
  SMALL_RENOVATION: '小改造',
  TECHNICAL_RESEARCH: '技术攻关',
  RATIONALIZATION: '合理化建议',
  OPERATING_METHOD: '先进操作法',
} as const;
const STATUSES = [
  ...(['RECOGNIZED', 'RECOGNIZED', 'RECOGNIZED', 'RECOGNIZED', 'PROMOTED', 'PROMOTED', 'PROMOTED'] as const),
  ...([
    'DRAFT',
    'SUBMITTED',
    'SUBMITTED',
    'FORMAL_CHECK',
    'REVIEW',
    'REVIEW',
    'REJECTED',
    'WITHDRAWN',
  ] as const),
];
const GRADES = [
  'SPECIAL',
  'FIRST',
  'FIRST',
  'SECOND',
  'SECOND',
  'SECOND',
  'THIRD',
  'THIRD',
  'MERIT',
  null,
] as const;

const categoryOf = pick('category of a result', Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[]);
const statusOf = pick('status of a result', STATUSES);
const gradeOf = pick('grade of a result', GRADES);
const dayOf = between('day of a result', 0, 78);
const benefitOf = maybe(
  'benefit of a result',
  pick('yuan a year', [8000, 50_000, 50_000, 120_000, 680_000.5, 2_300_000]),
);
const sourceOf = pick('where a result was made', ['studio', 'studio', 'studio', 'group', 'unit']);
const makersOf = between('makers of a result', 1, 3);
const adoptersOf = between('adopters of a result', 1, 4);
const adoptionOf = between('day of an adoption', 10, 200);

/** Results of all categories and in all states, with those who made them and those who use them. */
export function results(places: Places): Batch[] {
  return [
    batch(
      'InnovationResult',
      times(RESULTS, (n) => resultRow(n, places)),
    ),
    batch('ResultContributor', times(RESULTS, contributors)),
    batch('ResultAdoption', times(RESULTS, adoptions)),
  ];
}

/** Whether a result was recognized, also if it is used elsewhere by now. */
export function isRecognized(n: number): boolean {
  return statusOf(n) === 'RECOGNIZED' || statusOf(n) === 'PROMOTED';
}

/** The unit that a result was made in: the studio's or the group's, where it is of one. */
export function makerOf(n: number): number {
  if (sourceOf(n) === 'studio') return employerOf(n % STUDIOS);
  return sourceOf(n) === 'group' ? employerOfGroup(n % GROUPS) : (n * 13 + 1) % UNITS;
}

export function isConfidential(n: number): boolean {
  return n % CONFIDENTIAL_EVERY === CONFIDENTIAL_EVERY - 1;
}

function resultRow(n: number, { homes }: Places): Result {
  const field = fieldOf(n);
  return {
    id: result(n),
    title: `示例${field}${CATEGORIES[categoryOf(n)]}${String(n + 1).padStart(4, '0')}`,
    category: categoryOf(n),
    grade: isRecognized(n) ? gradeOf(n) : null,
    completedOn: completedOn(n),
    problem: n % 10 < 7 ? `示例：${field}工序耗时长` : null,
    solution: n % 10 < 5 ? '示例：改进工装，缩短工时' : null,
    benefitAmount: benefitOf(n),
    benefitNote: n % 4 === 0 ? '示例：减少返工' : null,
    isConfidential: isConfidential(n),
    status: statusOf(n),
    isDemo: true,
    regionId: homes[homeOf(makerOf(n))]!.id,
    organizationId: unit(makerOf(n)),
    studioId: sourceOf(n) === 'studio' ? studio(n % STUDIOS) : null,
    groupId: sourceOf(n) === 'group' ? group(n % GROUPS) : null,
  };
}

function completedOn(n: number): string {
  return plus('2025-01-06', dayOf(n) * 6);
}

function contributors(n: number): NewRow<'ResultContributor'>[] {
  return Array.from({ length: makersOf(n) }, (_, at) => ({
    id: contribution(n * 3 + at),
    ordinal: at + 1,
    resultId: result(n),
    personId: workerOf(makerOf(n), at),
  }));
}

/** What is spread has adopters; some of what is only recognized has one too. */
function adoptions(n: number): NewRow<'ResultAdoption'>[] {
  const count = statusOf(n) === 'PROMOTED' ? adoptersOf(n) : isRecognized(n) && n % 5 === 0 ? 1 : 0;
  return Array.from({ length: count }, (_, at) => ({
    id: adoption(n * 4 + at),
    adoptedOn: plus(completedOn(n), Math.min(adoptionOf(n * 4 + at), 60)),
    benefitAmount: benefitOf(n * 4 + at),
    resultId: result(n),
    adopterId: unit((makerOf(n) + 17 * (at + 1)) % UNITS),
  }));
}
