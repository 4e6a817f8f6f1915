import type { HeldRole } from './actor.ts';
import type { Call } from './call.ts';
import { recordChange, recordStep } from './changes.ts';
import type { ModelName, Row } from './models.ts';
import type { Place } from './reach.ts';
import {
  checkVersion,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from './refusals.ts';
import { visibilityOf } from './visibility.ts';
import { type ActionOf, actionsFrom, mutationOf, type Transition, type Workflow } from './workflow.ts';

/** Models whose records are changed one after the other by those who have read them. */
export type Versioned = {
  [M in ModelName]: Row<M> extends { id: string; version: number; updatedAt: Date } ? M : never;
}[ModelName];
/** Those that also have a way to go. */
export type Staged = { [M in Versioned]: Row<M> extends { status: string } ? M : never }[Versioned];
type Data = Readonly<Record<string, unknown>>;

interface Delegate {
  findFirst(args: object): Promise<object | null>;
  updateManyAndReturn(args: object): Promise<object[]>;
  findUnique(args: object): Promise<{ version: number } | null>;
}

/** The record, as far as the actor may see it. @throws {NotFoundError} where there is none to see */
export async function seen<M extends ModelName>(
  { db, actor }: Call,
  model: M,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Row<M>> {
  const where = { AND: [{ id }, visibilityOf(model)(actor)] };
  const row = await delegate(db, model).findFirst({ where });
  if (!row) throw new NotFoundError(model, path);
  return row as Row<M>;
}

interface Edit<M extends Versioned> {
  readonly type: M;
  readonly before: Row<M>;
  /** As the mutation calls it. */
  readonly action: string;
  /** The role that allows it; none for what the program does itself. */
  readonly as: HeldRole | undefined;
  /** What changes. */
  readonly data: Data;
}

/**
 * Writes what changes of a record, unless somebody else has changed it since it was read, and notes it.
 * @throws {VersionConflictError} where somebody has
 */
export async function edit<M extends Versioned>(call: Call, change: Edit<M>): Promise<Row<M>> {
  const { type, before, action, as, data } = change;
  const after = await guarded(call, type, before, data);
  recordChange(call, { type, action, before, after: after as Row<M> & { id: string }, as });
  return after;
}

interface Act<M extends Staged, W> extends Omit<Edit<M>, 'action' | 'data'> {
  /** How its mutations begin, as in entrySubmit. */
  readonly object: string;
  readonly workflow: W;
  readonly action: ActionOf<W>;
  readonly opinion?: string | null | undefined;
  /** Whose it is: who reaches it may read that it was done. */
  readonly place: Place;
  /** What changes besides the state. */
  readonly data?: Data;
  /** The state afterwards, where the workflow leaves several open. */
  readonly to?: Row<M>['status'];
}

/** Takes a record one step on its way: writes its state, the step and the change. The state was checked before. */
export async function act<M extends Staged, W extends Workflow>(
  call: Call,
  { type, before, object, workflow, action, opinion, place, data, to, as }: Act<M, W>,
): Promise<Row<M>> {
  const from = before.status as string;
  const target = (to ?? (workflow[action] as Transition<string>).to) as string;
  const after = await guarded(call, type, before, { ...data, status: target });
  const { id } = before as { id: string };
  await recordStep(call, { type, id, action, from, to: target, opinion: opinion?.trim() || null, place, as });
  const name = mutationOf(object, action);
  recordChange(call, { type, action: name, before, after: after as Row<M> & { id: string }, as });
  return after;
}

/**
 * That this can be done to the record now, as far as its version, its state and the opinion go.
 * @throws {VersionConflictError | StateError | OpinionRequiredError}
 */
export function checkStep<W extends Workflow>(
  workflow: W,
  action: ActionOf<W>,
  row: { readonly version: number; readonly status: string },
  { version, opinion }: { readonly version: number; readonly opinion?: string | null | undefined },
): void {
  checkVersion(row, version);
  const { from, needsOpinion } = workflow[action]!;
  if (!from.includes(row.status)) throw new StateError(row.status, action, actionsFrom(workflow, row.status));
  if (needsOpinion && !opinion?.trim()) throw new OpinionRequiredError(action);
}

async function guarded<M extends Versioned>(
  { db, now }: Call,
  type: M,
  before: Row<M>,
  data: Data,
): Promise<Row<M>> {
  const { id, version } = before as { id: string; version: number };
  const rows = delegate(db, type);
  const [after] = await rows.updateManyAndReturn({
    where: { id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
  });
  if (after) return after as Row<M>;
  const current = await rows.findUnique({ where: { id } });
  throw current ? new VersionConflictError(current.version) : new NotFoundError(type);
}

/** Prisma's own methods for a model; what they take and give is as wide as all models. */
function delegate({ prisma }: Call['db'], model: ModelName): Delegate {
  return prisma[`${model[0]!.toLowerCase()}${model.slice(1)}` as never] as unknown as Delegate;
}
