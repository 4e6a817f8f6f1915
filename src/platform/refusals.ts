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
