import type { CompetitionStatus, SummaryStatus } from '../../generated/prisma/client.ts';
import { isPast } from '../../platform/days.ts';
import type { Row } from '../../platform/models.ts';
import { InvalidError, Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export const SUMMARY_WORKFLOW = {
  MAKE: {
    from: [],
    to: 'NOT_DUE',
    isAutomatic: true,
    description: 'Make it, for an entry that competes (生成)',
  },
  OPEN: {
    from: ['NOT_DUE'],
    to: 'DUE',
    isAutomatic: true,
    description: 'Ask for it, once its stage has opened (开启报送)',
  },
  SAVE: {
    from: ['DUE', 'DRAFT', 'RETURNED'],
    to: ['DRAFT', 'RETURNED'],
    description: 'Write it, or a part of it (保存)',
  },
  SUBMIT: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', description: 'Hand it in (报送)' },
  RETURN: {
    from: ['SUBMITTED'],
    to: 'RETURNED',
    needsOpinion: true,
    description: 'Return it for changes (退回)',
  },
  ACCEPT: { from: ['SUBMITTED'], to: 'ACCEPTED', description: 'Accept it (审核通过)' },
  WAIVE: { from: ['DUE'], to: 'WAIVED', needsOpinion: true, description: 'Do without it (免报)' },
} as const satisfies Workflow<SummaryStatus>;

export type SummaryAction = keyof typeof SUMMARY_WORKFLOW;

/** In these a unit has still to hand it in. */
export const OWED = ['DUE', 'DRAFT', 'RETURNED'] as const satisfies SummaryStatus[];

/** In these the summaries of a competition can be written and looked at: it has started, and is neither halted nor over. */
export const GOING = ['RUNNING', 'SCORING', 'FROZEN', 'NOTICE'] as const satisfies CompetitionStatus[];

/** Working days before its last one on which a unit is reminded. */
export const REMINDED_BEFORE = 3;

/** Of what the program does by itself, records in one transaction. */
export const AT_ONCE = 200;

type Dated = Pick<Row<'StageSummary'>, 'status' | 'dueOn' | 'submittedAt'>;

/** Whether its last day is over and it has still to be handed in. */
export function isOverdue({ status, dueOn }: Pick<Dated, 'status' | 'dueOn'>, now: Date): boolean {
  return dueOn !== null && (OWED as readonly SummaryStatus[]).includes(status) && isPast(dueOn, now);
}

/** Whether it was handed in, the last time, after its last day was over. */
export function isLate({ dueOn, submittedAt }: Pick<Dated, 'dueOn' | 'submittedAt'>): boolean {
  return dueOn !== null && submittedAt !== null && isPast(dueOn, submittedAt);
}

const LONGEST_TEXT = 20_000;

/** Text as it is kept: null where there is none. @throws {InvalidError} where it is too long */
export function textKept(text: string | null, name: string): string | null {
  const kept = text?.trim() || null;
  const { length } = [...(kept ?? '')];
  if (length <= LONGEST_TEXT) return kept;
  throw new InvalidError(
    `At most ${LONGEST_TEXT} characters, not ${length}.`,
    `最多 ${LONGEST_TEXT} 字,现有 ${length} 字。`,
    [name],
  );
}

/** Nothing is done any more, or for now, to the summaries of a competition that is halted or over. */
export class CompetitionHaltedError extends Refusal {
  readonly code = 'COMPETITION_HALTED';

  constructor(readonly status: CompetitionStatus) {
    super(`The competition is ${status}: its summaries stay as they are.`, ['id']);
  }

  get messageZh(): string {
    return `竞赛当前状态为 ${this.status},阶段总结不能变动。`;
  }
}
