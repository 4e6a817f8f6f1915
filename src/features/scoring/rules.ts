import type { CompetitionStatus, SchemeStatus, ScoreSheetStatus } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export type SchemeAction = 'CREATE' | 'UPDATE' | 'OPEN' | 'LOCK' | 'RETIRE';

export const SCHEME: Workflow<SchemeStatus, SchemeAction> = {
  CREATE: { description: 'Draw it up (制定)', from: [], to: 'DRAFT' },
  UPDATE: { description: 'Change it (修改)', from: ['DRAFT'], to: 'DRAFT' },
  OPEN: { description: 'Bring it into force (启用)', from: ['DRAFT'], to: 'ACTIVE' },
  LOCK: {
    description: 'Lock it with the first score (锁定)',
    from: ['ACTIVE'],
    to: 'LOCKED',
    isAutomatic: true,
  },
  RETIRE: {
    description: 'Take it out of force (停用)',
    from: ['ACTIVE', 'LOCKED'],
    to: 'RETIRED',
    needsOpinion: true,
  },
};

export type SheetAction = 'START' | 'SAVE' | 'SUBMIT' | 'CONFIRM' | 'CORRECT' | 'PUBLISH';

export const SHEET: Workflow<ScoreSheetStatus, SheetAction> = {
  START: { description: 'Begin to score (开始评分)', from: [], to: 'DRAFT' },
  SAVE: { description: 'Save scores (保存评分)', from: ['DRAFT'], to: 'DRAFT' },
  SUBMIT: { description: 'Hand it in (提交)', from: ['DRAFT'], to: 'SUBMITTED' },
  CONFIRM: { description: 'Confirm what the assessors gave (核定)', from: [], to: 'CONFIRMED' },
  CORRECT: {
    description: 'Replace it by a correction (更正)',
    from: ['CONFIRMED', 'PUBLISHED'],
    to: 'SUPERSEDED',
    needsOpinion: true,
  },
  PUBLISH: {
    description: 'Publish it with a standing (公布)',
    from: ['CONFIRMED'],
    to: 'PUBLISHED',
    isAutomatic: true,
  },
};

export type AssignmentAction = 'ASSIGN' | 'UNASSIGN';

/** While the competition is in these states, units and assessors score. */
export const SCORED_WHILE: readonly CompetitionStatus[] = ['RUNNING', 'SCORING'];
/** While it is in these, scores are confirmed and corrected, and standings published: an objection may still be right. */
export const CONFIRMED_WHILE: readonly CompetitionStatus[] = [...SCORED_WHILE, 'FROZEN', 'NOTICE'];

/** The competition is not, or no longer, at the point where this is done. */
export class ScoringClosedError extends Refusal {
  readonly code = 'SCORING_CLOSED';

  constructor(
    readonly status: CompetitionStatus,
    readonly possibleWhile: readonly CompetitionStatus[],
    path: readonly string[] = ['id'],
  ) {
    super(`The competition is ${status}: this is possible while it is ${possibleWhile.join(', ')}.`, path);
  }

  get messageZh(): string {
    return `竞赛当前状态为 ${this.status},仅在 ${this.possibleWhile.join('、')} 时可以进行。`;
  }
}

/** Points do not add up. */
export class PointsMismatchError extends Refusal {
  readonly code = 'POINTS_MISMATCH';

  /** `criterion` is the code of the one whose parts do not add up; none where the scheme's base points do not. */
  constructor(
    readonly have: string,
    readonly need: string,
    readonly criterion: string | null,
  ) {
    const of = criterion === null ? 'The base points of the scheme' : `The parts of ${criterion}`;
    super(`${of} add up to ${have}, and must add up to ${need}.`, ['id']);
  }

  get messageZh(): string {
    const of = this.criterion === null ? '方案基本分' : `指标 ${this.criterion} 各子项分值`;
    return `${of}合计为 ${this.have},应为 ${this.need}。`;
  }
}

/** Another scheme is in force for the competition. */
export class SchemeInForceError extends Refusal {
  readonly code = 'SCHEME_IN_FORCE';

  constructor(readonly revision: number) {
    super(`Version ${revision} of the competition's scheme is in force: retire it first.`, ['id']);
  }

  get messageZh(): string {
    return `该竞赛第 ${this.revision} 版评分方案仍在启用,请先停用。`;
  }
}

/** The competition has no scheme in force. */
export class NoSchemeError extends Refusal {
  readonly code = 'NO_SCHEME';
  readonly messageZh = '该竞赛没有启用的评分方案。';

  constructor(path: readonly string[] = ['entry']) {
    super('No scoring scheme of the competition is in force.', path);
  }
}

/** The assessor keeps out of this. */
export class RecusedError extends Refusal {
  readonly code = 'RECUSED';
  readonly messageZh = '该评委已声明回避,不能评分。';

  constructor(path: readonly string[]) {
    super('The assessor has recused themselves from this.', path);
  }
}

/** They do already, or did. */
export class AlreadyDeclaredError extends Refusal {
  readonly code = 'ALREADY_DECLARED';
  readonly messageZh = '已有相同记录。';

  constructor(path: readonly string[]) {
    super('The very same is recorded already.', path);
  }
}
