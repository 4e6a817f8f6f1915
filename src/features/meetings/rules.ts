import type { ActionItemStatus, MeetingStatus } from '../../generated/prisma/client.ts';
import { isPast } from '../../platform/days.ts';
import type { Row } from '../../platform/models.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export const MEETING = {
  PLAN: { description: 'Plan it (筹备)', from: [], to: 'PLANNED' },
  EDIT: {
    description: 'Change what is kept of it (修改)',
    from: ['PLANNED', 'HELD'],
    to: ['PLANNED', 'HELD'],
  },
  HOLD: { description: 'Record that it is held, and who is there (召开)', from: ['PLANNED'], to: 'HELD' },
  SNAPSHOT: {
    description: 'Keep how a competition stands (战况快照)',
    from: ['HELD'],
    to: 'HELD',
  },
  CLOSE: { description: 'Close it: its minutes are final (归档)', from: ['HELD'], to: 'CLOSED' },
  CANCEL: { description: 'Cancel it (取消)', from: ['PLANNED'], to: 'CANCELLED', needsOpinion: true },
} as const satisfies Workflow<MeetingStatus>;

export type MeetingAction = keyof typeof MEETING;

export const ACTION_ITEM = {
  ADD: { description: 'Hand it to an organization (交办)', from: [], to: 'OPEN' },
  REPORT: { description: 'Report it as done (反馈)', from: ['OPEN'], to: 'DONE' },
  CONFIRM: { description: 'Confirm that it is done (核销)', from: ['DONE'], to: 'CONFIRMED' },
  REOPEN: {
    description: 'Send it back: it is not done (退回重办)',
    from: ['DONE'],
    to: 'OPEN',
    needsOpinion: true,
  },
  CANCEL: {
    description: 'Cancel it (取消)',
    from: ['OPEN', 'DONE'],
    to: 'CANCELLED',
    needsOpinion: true,
  },
} as const satisfies Workflow<ActionItemStatus>;

export type ItemAction = keyof typeof ACTION_ITEM;

/** Of a meeting, those who were asked at most. */
export const MOST_ATTENDANCES = 200;

/** Whether its last day is over and it has still to be reported as done. */
export function isOverdue(
  { status, dueOn }: Pick<Row<'ActionItem'>, 'status' | 'dueOn'>,
  now: Date,
): boolean {
  return status === 'OPEN' && isPast(dueOn, now);
}

/** The organization has no seat in the committee on the day of the meeting. */
export class NoSeatError extends Refusal {
  readonly code = 'NO_SEAT';

  /** `organization` is its name. */
  constructor(
    readonly organization: string,
    path: readonly string[],
  ) {
    super(`${organization} has no seat in the committee on the day of the meeting.`, path);
  }

  get messageZh(): string {
    return `${this.organization} 在会议当日不是该委员会的成员单位。`;
  }
}
