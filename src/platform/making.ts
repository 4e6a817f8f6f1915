import type { HeldRole } from './actor.ts';
import type { Call } from './call.ts';
import { recordChange, recordStep, type Step } from './changes.ts';
import type { ModelName, Row, Where } from './models.ts';
import { edit, type Versioned } from './writes.ts';

interface Making<M extends ModelName> {
  readonly type: M;
  /** As the mutation calls it. */
  readonly action: string;
  /** The role that allows it. */
  readonly as: HeldRole | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its first step, where it has a way to go. */
  readonly step?: Pick<Step<M>, 'action' | 'to' | 'opinion'>;
  /** Where it lies and whose it is, for those who may read of the step. */
  readonly place?: (row: Row<M>) => Step<M>['place'];
}

/** Makes a record, and notes that it was made. */
export async function make<M extends ModelName>(
  call: Call,
  { type, action, as, data, step, place = () => ({}) }: Making<M>,
): Promise<Row<M> & { id: string }> {
  const now = call.now();
  const after = await rowsOf(call, type).create({ data: { ...data, createdAt: now, updatedAt: now } });
  if (step) await recordStep(call, { ...step, type, id: after.id, place: place(after), as });
  recordChange(call, { type, action, after, as });
  return after;
}

interface EditingAll<M extends Versioned> extends Pick<Making<M>, 'type' | 'action' | 'as' | 'data'> {
  readonly where: Where<M>;
}

/** Changes all records that match alike, and notes each. */
export async function editAll<M extends Versioned>(
  call: Call,
  { type, action, as, data, where }: EditingAll<M>,
): Promise<void> {
  const rows = rowsOf(call, type);
  const before = new Map((await rows.findMany({ where })).map((row) => [row.id, row]));
  if (before.size === 0) return;
  const changed = await rows.updateManyAndReturn({
    where,
    data: { ...data, version: { increment: 1 }, updatedAt: call.now() },
  });
  for (const after of changed) {
    recordChange(call, { type, action, before: before.get(after.id)!, after, as });
  }
}

interface Ending<M extends Versioned> {
  readonly type: M;
  readonly before: Row<M>;
  /** As the mutation calls it. */
  readonly action: string;
  readonly as: HeldRole | undefined;
  readonly opinion?: string | null | undefined;
  readonly place: Step<M>['place'];
  /** What changes: as a rule the day of the end. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Ends what holds for a time, and notes who did it and why. */
export async function end<M extends Versioned>(
  call: Call,
  { type, before, action, as, opinion, place, data }: Ending<M>,
): Promise<Row<M>> {
  const { id } = before as { id: string };
  await recordStep(call, { type, id, action: 'END', from: 'HELD', to: 'ENDED', place, opinion, as });
  return edit(call, { type, before, action, as, data });
}

interface Delegate<Row> {
  create(args: object): Promise<Row>;
  findMany(args: object): Promise<Row[]>;
  updateManyAndReturn(args: object): Promise<Row[]>;
}

/** Prisma's own methods for a model; what they take is as wide as all models. */
function rowsOf<M extends ModelName>({ db }: Call, type: M): Delegate<Row<M> & { id: string }> {
  return db.prisma[`${type[0]!.toLowerCase()}${type.slice(1)}` as never] as unknown as Delegate<
    Row<M> & { id: string }
  >;
}
