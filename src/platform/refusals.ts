import type { Role } from '../generated/prisma/client.ts';
import { DomainError } from './errors.ts';
import type { ModelName } from './models.ts';

/** Why a command did nothing, for whoever uses a client: each class is a member of the results of mutations. */
export abstract class Refusal extends DomainError {
  abstract readonly messageZh: string;

  /** `path` leads to what of the input it is about. */
  constructor(
    message: string,
    readonly path: readonly string[] = [],
  ) {
    super(message);
  }
}

/** There is no such thing, or none that the actor may see: both look the same. */
export class NotFoundError extends Refusal {
  readonly code = 'NOT_FOUND';
  readonly messageZh = '没有找到,或者无权查看。';

  constructor(
    readonly type: ModelName,
    path: readonly string[] = ['id'],
  ) {
    super('There is nothing here that you may see.', path);
  }
}

/** The actor sees it, but may not do this to it. */
export class ForbiddenError extends Refusal {
  readonly code = 'FORBIDDEN';

  /** `needs` names the roles that may, if they reach over it. */
  constructor(
    readonly needs: readonly Role[],
    path: readonly string[] = [],
  ) {
    super(`This takes one of these roles, reaching over what it is done to: ${needs.join(', ')}.`, path);
  }

  get messageZh(): string {
    return `没有权限:需要下列角色之一,且管辖范围包括该对象:${this.needs.join('、')}。`;
  }
}

/** Somebody else changed it since it was read. */
export class VersionConflictError extends Refusal {
  readonly code = 'CONFLICT';

  constructor(readonly currentVersion: number) {
    super(`It was changed meanwhile, and is now version ${currentVersion}. Look at it again.`, ['version']);
  }

  get messageZh(): string {
    return `对象已被他人修改,当前版本为 ${this.currentVersion},请刷新后再试。`;
  }
}

/** @throws {VersionConflictError} where the caller has read another version */
export function checkVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new VersionConflictError(row.version);
}

/** It is in a state in which this cannot be done. */
export class StateError extends Refusal {
  readonly code = 'INVALID_STATE';

  /** `possible` are the actions that its state allows to somebody. */
  constructor(
    readonly from: string,
    readonly action: string,
    readonly possible: readonly string[],
    path: readonly string[] = ['id'],
  ) {
    super(`It is ${from}: ${action} is not possible now. ${possibleOf(possible)}`, path);
  }

  get messageZh(): string {
    const possible =
      this.possible.length > 0 ? `可以进行:${this.possible.join('、')}。` : '不能再进行任何操作。';
    return `当前状态为 ${this.from},不能进行 ${this.action}。${possible}`;
  }
}

function possibleOf(actions: readonly string[]): string {
  return actions.length > 0 ? `Possible: ${actions.join(', ')}.` : 'Nothing is possible any more.';
}

/** Whoever does this must say why. */
export class OpinionRequiredError extends Refusal {
  readonly code = 'OPINION_REQUIRED';
  readonly messageZh = '请填写意见或理由。';

  constructor(
    readonly action: string,
    path: readonly string[] = ['opinion'],
  ) {
    super(`${action} needs an opinion: say why.`, path);
  }
}

/** What was sent does not fit what it is for: one class for what a form can show beside its field. */
export class InvalidError extends Refusal {
  readonly code = 'INVALID';

  constructor(
    message: string,
    readonly messageZh: string,
    path: readonly string[],
  ) {
    super(message, path);
  }
}

/** It is too late, or too early. */
export class DeadlineError extends Refusal {
  readonly code = 'DEADLINE';

  constructor(
    message: string,
    readonly messageZh: string,
    readonly deadline: Date,
    path: readonly string[] = ['id'],
  ) {
    super(message, path);
  }
}

/** Something is not there yet that this needs. */
export class IncompleteError extends Refusal {
  readonly code = 'INCOMPLETE';

  /** `missing` names fields, or what else is not there. */
  constructor(
    readonly missing: readonly string[],
    path: readonly string[] = ['id'],
  ) {
    super(`This is still missing: ${missing.join(', ')}.`, path);
  }

  get messageZh(): string {
    return `尚缺:${this.missing.join('、')}。`;
  }
}

/** Nobody decides about what is their own. */
export class ConflictOfInterestError extends Refusal {
  readonly code = 'CONFLICT_OF_INTEREST';
  readonly messageZh = '利益冲突:不能审批、评分或核查本人提交的或本单位(含下属单位)的事项。';

  constructor(path: readonly string[] = ['id']) {
    super('Nobody decides about what they submitted themselves, or about their own organization.', path);
  }
}

/** It ended or was revoked before. */
export class AlreadyEndedError extends Refusal {
  readonly code = 'ALREADY_ENDED';

  constructor(
    readonly endedAt: Date,
    path: readonly string[] = ['id'],
  ) {
    super(`It has ended already, at ${endedAt.toISOString()}.`, path);
  }

  get messageZh(): string {
    return `已于 ${this.endedAt.toISOString()} 终止。`;
  }
}
