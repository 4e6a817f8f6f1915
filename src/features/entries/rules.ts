import type {
  AdminLevel,
  CompetitionStatus,
  EntryStatus,
  RegionLevel,
} from '../../generated/prisma/client.ts';
import { checkVersion, OpinionRequiredError, Refusal, StateError } from '../../platform/refusals.ts';
import { actionsFrom, type Workflow } from '../../platform/workflow.ts';

const OPEN = ['DRAFT', 'RETURNED'] as const satisfies EntryStatus[];
const PENDING = ['SUBMITTED', 'RECOMMENDED'] as const satisfies EntryStatus[];

/** The way of an entry: level by level along its route, of which the last one approves. */
export const ENTRY_WORKFLOW = {
  CREATE: { from: [], to: 'DRAFT', description: 'Draft it (起草)' },
  UPDATE: { from: OPEN, to: OPEN, description: 'Change what it says; it stays as far as it is (修改)' },
  SUBMIT: { from: OPEN, to: 'SUBMITTED', description: 'Apply (申报)' },
  RETURN: {
    from: PENDING,
    to: 'RETURNED',
    needsOpinion: true,
    description: 'Return it to the unit for changes (退回修改)',
  },
  RECOMMEND: { from: PENDING, to: 'RECOMMENDED', description: 'Recommend it to the next level (推荐)' },
  APPROVE: { from: PENDING, to: 'APPROVED', description: 'Approve it and give it its number (批准立项)' },
  REJECT: { from: PENDING, to: 'REJECTED', needsOpinion: true, description: 'Reject it (不予立项)' },
  ACTIVATE: {
    from: ['APPROVED'],
    to: 'ACTIVE',
    isAutomatic: true,
    description: 'Begin, as its competition runs (参赛)',
  },
  CONCLUDE: {
    from: ['ACTIVE'],
    to: 'CONCLUDED',
    isAutomatic: true,
    description: 'Conclude it with its competition (结项)',
  },
  WITHDRAW: {
    from: [...OPEN, ...PENDING, 'APPROVED', 'ACTIVE'],
    to: 'WITHDRAWN',
    description: 'Withdraw it (撤回)',
  },
} as const satisfies Workflow<EntryStatus>;

export type EntryAction = keyof typeof ENTRY_WORKFLOW;
/** What is done to an entry that is there. */
export type EntryStep = Exclude<EntryAction, 'CREATE' | 'ACTIVATE' | 'CONCLUDE'>;
export const DECISIONS = ['RETURN', 'RECOMMEND', 'APPROVE', 'REJECT'] as const satisfies EntryStep[];
export type Decision = (typeof DECISIONS)[number];

export function isDecision(action: EntryStep): action is Decision {
  return (DECISIONS as readonly string[]).includes(action);
}

const BEFORE_START = ['PUBLISHED', 'APPLYING'] as const satisfies CompetitionStatus[];
const UNDECIDED = ['APPLYING', 'RUNNING'] as const satisfies CompetitionStatus[];

/** How far the competition must be for what is done to its entries. */
export const COMPETITION_STATES: Readonly<Record<EntryStep | 'CREATE', readonly CompetitionStatus[]>> = {
  CREATE: BEFORE_START,
  UPDATE: [...BEFORE_START, 'RUNNING'],
  SUBMIT: ['APPLYING'],
  RETURN: UNDECIDED,
  RECOMMEND: UNDECIDED,
  APPROVE: UNDECIDED,
  REJECT: UNDECIDED,
  WITHDRAW: [...BEFORE_START, 'RUNNING', 'SCORING', 'FROZEN', 'NOTICE', 'SUSPENDED', 'CANCELLED'],
};

/** Whether nobody can apply any longer, even where nobody has closed applications. */
export function isTooLate(applicationsCloseAt: Date | null, now: Date): boolean {
  return applicationsCloseAt !== null && now >= applicationsCloseAt;
}

/** An entry as far as its way goes. */
export interface OnItsWay {
  readonly status: EntryStatus;
  readonly version: number;
  readonly route: readonly AdminLevel[];
  readonly step: number | null;
}

/** The level that has it before it; the one that had it last, where none has. None before it was applied for. */
export function levelOf({ route, step }: Pick<OnItsWay, 'route' | 'step'>): AdminLevel | undefined {
  return step === null ? undefined : route[step];
}

export function isLastStep({ route, step }: Pick<OnItsWay, 'route' | 'step'>): boolean {
  return step === route.length - 1;
}

/** Whether the place in the route allows it: the last level approves, the ones before it recommend. */
function isInTurn(action: EntryAction, entry: OnItsWay): boolean {
  if (action === 'APPROVE') return isLastStep(entry);
  return action !== 'RECOMMEND' || !isLastStep(entry);
}

/** What somebody can do to it now, in a competition of this status. */
export function possibleActions(entry: OnItsWay, status: CompetitionStatus): EntryStep[] {
  return (actionsFrom(ENTRY_WORKFLOW, entry.status) as EntryStep[]).filter(
    (action) => isInTurn(action, entry) && COMPETITION_STATES[action].includes(status),
  );
}

/**
 * That this can be done to it now, as far as its version, its state, its competition's and the opinion go.
 * @throws {VersionConflictError | StateError | OpinionRequiredError}
 */
export function checkAction(
  action: EntryStep,
  entry: OnItsWay,
  competition: CompetitionStatus,
  { version, opinion }: { readonly version: number; readonly opinion?: string | null | undefined },
): void {
  checkVersion(entry, version);
  const possible = possibleActions(entry, competition);
  if (!possible.includes(action)) {
    const isItsOwn = !actionsFrom(ENTRY_WORKFLOW, entry.status).includes(action) || !isInTurn(action, entry);
    throw isItsOwn
      ? new StateError(entry.status, action, possible)
      : new StateError(competition, action, possible, ['id', 'competition']);
  }
  const { needsOpinion }: Workflow[string] = ENTRY_WORKFLOW[action];
  if (needsOpinion && !opinion?.trim()) throw new OpinionRequiredError(action);
}

/** The regions whose officers act at a level; at the others it depends on no region. */
const REGIONS: Partial<Record<AdminLevel, readonly RegionLevel[]>> = {
  COUNTY: ['COUNTY', 'FUNCTIONAL_ZONE'],
  MUNICIPAL: ['PREFECTURE'],
  PROVINCIAL: ['PROVINCE'],
};

/**
 * The steps that an entry takes, given the levels of the regions that it lies in: where no region of a level lies over
 * it, as no county over a unit of the city, nobody could act there, and the step is left out. The last one always stays.
 */
export function stepsOf(route: readonly AdminLevel[], regions: ReadonlySet<RegionLevel>): AdminLevel[] {
  return route.filter((level, n) => {
    const takes = REGIONS[level];
    return n === route.length - 1 || !takes || takes.some((each) => regions.has(each));
  });
}

/** The number of an entry: `2026-0001`, with 示例 before it where it is a demonstration. */
export function entryNoOf(year: number, ordinal: number, isDemo: boolean): string {
  return `${isDemo ? '示例' : ''}${year}-${String(ordinal).padStart(4, '0')}`;
}

/** The same takes part in this track already, or is about to. */
export class DuplicateEntryError extends Refusal {
  readonly code = 'DUPLICATE_ENTRY';
  readonly messageZh = '该对象已在本赛道申报,不能重复申报。';

  /** `entryId` is the earlier one. */
  constructor(
    readonly entryId: string,
    path: readonly string[],
  ) {
    super('The same has an entry in this track already.', path);
  }
}
