import type { NoticeStatus, ObjectionStatus } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

/** Working days that a public notice stays open at least, after its first day. */
export const LEAST_WORKING_DAYS = 5;
export const MOST_WORKING_DAYS = 30;

export type NoticeAction = 'OPEN' | 'CLOSE';

export const NOTICE: Workflow<NoticeStatus, NoticeAction> = {
  OPEN: { description: 'Put it up (公示)', from: [], to: 'OPEN' },
  CLOSE: { description: 'Close it after its last day (结束公示)', from: ['OPEN'], to: 'CLOSED' },
};

export type ObjectionAction = 'RAISE' | 'HANDLE';

export const OBJECTION: Workflow<ObjectionStatus, ObjectionAction> = {
  RAISE: { description: 'Raise it (提出异议)', from: [], to: 'OPEN' },
  HANDLE: { description: 'Say what was found, and whether it is right (办结)', from: ['OPEN'], to: 'CLOSED' },
};

/** A notice is to be open for longer, or not for so long. */
export class NoticePeriodError extends Refusal {
  readonly code = 'NOTICE_PERIOD';

  constructor(readonly have: number) {
    super(
      `A notice is open for ${LEAST_WORKING_DAYS} to ${MOST_WORKING_DAYS} working days, not for ${have}.`,
      ['workingDays'],
    );
  }

  readonly least = LEAST_WORKING_DAYS;
  readonly most = MOST_WORKING_DAYS;

  get messageZh(): string {
    return `公示期为 ${LEAST_WORKING_DAYS} 至 ${MOST_WORKING_DAYS} 个工作日,当前为 ${this.have} 个。`;
  }
}

/** Objections wait to be handled. */
export class OpenObjectionsError extends Refusal {
  readonly code = 'OPEN_OBJECTIONS';

  constructor(readonly open: number) {
    super(`Objections that are not handled: ${open}.`, ['id']);
  }

  get messageZh(): string {
    return `尚有 ${this.open} 件异议未办结。`;
  }
}

/** What is to be shown is under notice already. */
export class NoticeOpenError extends Refusal {
  readonly code = 'NOTICE_OPEN';

  constructor(
    readonly deadline: Date,
    path: readonly string[],
  ) {
    super(`It is under public notice already, until ${deadline.toISOString()}.`, path);
  }

  get messageZh(): string {
    return `该事项正在公示,公示截止 ${this.deadline.toISOString()}。`;
  }
}

/** What a shortlist rests on has changed since it was drawn: the standing, a veto, a summary. */
export class ShortlistOutdatedError extends Refusal {
  readonly code = 'SHORTLIST_OUTDATED';
  readonly messageZh = '名单生成后,排名、否决或阶段总结情况有变化,请重新生成。';

  constructor(path: readonly string[] = ['id']) {
    super('The standing, a veto or a summary has changed since it was drawn: draw it again.', path);
  }
}
