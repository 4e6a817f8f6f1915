import type { CandidateReason, CompetitionStatus, ShortlistStatus } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export type ShortlistAction =
  | 'START'
  | 'DRAW'
  | 'EXCLUDE'
  | 'INCLUDE'
  | 'SUBMIT'
  | 'NOTICE'
  | 'UPHOLD'
  | 'DECIDE'
  | 'WITHDRAW';

export const SHORTLIST: Workflow<ShortlistStatus, ShortlistAction> = {
  START: { description: 'Draw it for the first time (首次生成)', from: [], to: 'DRAFT' },
  DRAW: { description: 'Draw it again (重新生成)', from: ['DRAFT'], to: 'DRAFT' },
  EXCLUDE: {
    description: 'Take a candidate out; it stays as far as it is (移出)',
    from: ['DRAFT', 'NOTICED'],
    to: ['DRAFT', 'NOTICED'],
    needsOpinion: true,
  },
  INCLUDE: { description: 'Take a candidate in (列入)', from: ['DRAFT'], to: 'DRAFT', needsOpinion: true },
  SUBMIT: {
    description: 'Settle it, to be put up for public notice (提交)',
    from: ['DRAFT'],
    to: 'SUBMITTED',
  },
  NOTICE: {
    description: 'Put up for public notice (公示)',
    from: ['SUBMITTED'],
    to: 'NOTICED',
    isAutomatic: true,
  },
  UPHOLD: {
    description: 'Lose a candidate to an objection that is right (异议成立)',
    from: ['NOTICED'],
    to: 'NOTICED',
    isAutomatic: true,
  },
  DECIDE: { description: 'Praise those on it (决定表扬)', from: ['NOTICED'], to: 'DECIDED' },
  WITHDRAW: {
    description: 'Give it up (撤回)',
    from: ['DRAFT', 'SUBMITTED', 'NOTICED'],
    to: 'WITHDRAWN',
    needsOpinion: true,
  },
};

/** While the competition is in these states, shortlists are drawn: a year's standing comes with its assessment. */
export const DRAWN_WHILE: readonly CompetitionStatus[] = ['SCORING', 'FROZEN', 'NOTICE'];

/** While it is in this one, those on them are praised. */
export const DECIDED_WHILE: CompetitionStatus = 'NOTICE';

/** What the office says, and no rule. */
export const SAID: readonly CandidateReason[] = ['INCLUDED', 'EXCLUDED', 'OBJECTION_UPHELD'];
/** Against these nobody is taken in. */
export const BARS: readonly CandidateReason[] = ['VETOED', 'UNRANKED', 'NO_QUOTA', 'OBJECTION_UPHELD'];

/** A rank that several share would take more places than there are. */
export class QuotaTieError extends Refusal {
  readonly code = 'QUOTA_TIE';

  /** `need` is how many places it would take to let all of them in. */
  constructor(
    readonly rule: number,
    readonly rank: number,
    readonly have: number,
    readonly need: number,
  ) {
    super(
      `Rank ${rank} is shared: by rule ${rule} there are ${have} places, and ${need} are needed for all of them. Equals ` +
        'stand together: change the places.',
      ['rules', String(rule - 1), 'places'],
    );
  }

  get messageZh(): string {
    return `第 ${this.rank} 名并列:规则 ${this.rule} 有名额 ${this.have} 个,并列者全部列入需 ${this.need} 个,请调整名额。`;
  }
}

/** More would be praised than there are places. */
export class QuotaExceededError extends Refusal {
  readonly code = 'QUOTA_EXCEEDED';

  constructor(
    readonly rule: number,
    readonly have: number,
    readonly need: number,
  ) {
    super(`By rule ${rule} there are ${have} places, and ${need} are needed: take another one out first.`, [
      'candidate',
    ]);
  }

  get messageZh(): string {
    return `规则 ${this.rule} 有名额 ${this.have} 个,需 ${this.need} 个,请先移出其他对象。`;
  }
}

/** Something stands against the candidate that nobody can set aside. */
export class CandidateBarredError extends Refusal {
  readonly code = 'CANDIDATE_BARRED';

  constructor(readonly reasons: readonly CandidateReason[]) {
    super(`It cannot be taken in: ${reasons.join(', ')}.`, ['candidate']);
  }

  get messageZh(): string {
    return `该对象不能列入:${this.reasons.join('、')}。`;
  }
}

/** Vetoes came into force against some who were to be praised. */
export class CandidatesVetoedError extends Refusal {
  readonly code = 'CANDIDATES_VETOED';

  constructor(readonly entryNos: readonly string[]) {
    super(`Vetoed since they were drawn: ${entryNos.join(', ')}. Take them out first.`, ['id']);
  }

  get messageZh(): string {
    return `下列立项已被一票否决,请先移出:${this.entryNos.join('、')}。`;
  }
}

/** Its public notice is not closed. */
export class NoticeNotClosedError extends Refusal {
  readonly code = 'NOTICE_NOT_CLOSED';

  constructor(
    readonly deadline: Date,
    readonly openObjections: number,
  ) {
    super(
      `Its public notice is not closed: it runs until ${deadline.toISOString()}, and objections that wait: ${openObjections}.`,
      ['id'],
    );
  }

  get messageZh(): string {
    return `公示尚未结束:公示截止 ${this.deadline.toISOString()},待办结异议 ${this.openObjections} 件。`;
  }
}

/** Whoever issues it has given the number to another decision. */
export class DocNoTakenError extends Refusal {
  readonly code = 'DOC_NO_TAKEN';

  constructor(
    readonly docNo: string,
    readonly title: string,
  ) {
    super(`${docNo} is the number of another decision already: ${title}.`, ['docNo']);
  }

  get messageZh(): string {
    return `文号 ${this.docNo} 已用于另一决定:${this.title}。`;
  }
}

/** An award is not given like this on the day of the decision. */
export class AwardTypeNotValidError extends Refusal {
  readonly code = 'AWARD_TYPE_NOT_VALID';

  constructor(readonly awardTypeCode: string) {
    super(`${awardTypeCode} is not given like this on that day.`, ['issuedOn']);
  }

  get messageZh(): string {
    return `奖项 ${this.awardTypeCode} 在发文日期无效。`;
  }
}
