import type { ChangeOperation, Prisma } from '../generated/prisma/client.ts';
import type { Actor, HeldRole } from './actor.ts';
import type { Call } from './call.ts';
import type { Connection } from './database.ts';
import { entry } from './loaders.ts';
import type { ModelName, Row } from './models.ts';
import type { Place } from './reach.ts';

/** What a command did to a record. */
export interface Change<M extends ModelName> {
  readonly type: M;
  /** As the mutation calls it. */
  readonly action: string;
  /** Absent for a new record. */
  readonly before?: Row<M>;
  readonly after: Row<M> & { readonly id: string };
  /** The role that allowed it; none for an operator at the command line. */
  readonly as?: HeldRole | undefined;
}

/** A step of a record's workflow. */
export interface Step<M extends ModelName> extends Omit<Change<M>, 'before' | 'after'> {
  readonly id: string;
  readonly from?: string;
  readonly to: string;
  /** Where the record lies and whose it is: those who reach it may read of the step. */
  readonly place: Place;
  readonly opinion?: string | null | undefined;
}

/** Fields that stay where they are: nobody who reads of a change needs them. */
const SECRET: ReadonlySet<string> = new Set(['secretHash']);

const pending = new WeakMap<Connection, Prisma.ChangeEventCreateManyInput[]>();

/**
 * Notes what a command did; it is written as the transaction's last statement. From then on until the
 * transaction ends everybody else's changes wait, so that their order is the order of commits.
 */
export function recordChange<M extends ModelName>(call: Call, change: Change<M>): void {
  note(call, change.before ? 'UPDATED' : 'CREATED', change.after.id, change);
}

/** Notes that a record was taken away. */
export function recordRemoval<M extends ModelName>(
  call: Call,
  change: Omit<Change<M>, 'after'> & { readonly before: Row<M> & { readonly id: string } },
): void {
  note(call, 'REMOVED', change.before.id, change);
}

interface Noted {
  readonly type: ModelName;
  readonly action: string;
  readonly before?: object;
  readonly after?: object;
  readonly as?: HeldRole | undefined;
}

function note(call: Call, operation: ChangeOperation, entityId: string, change: Noted): void {
  const { type, action, before, after, as } = change;
  entry(pending, call.db, () => []).push({
    entityType: type,
    entityId,
    operation,
    action,
    at: call.now(),
    requestId: call.requestId,
    ...(before && { before: plain(before) }),
    ...(after && { after: plain(after) }),
    ...actedBy(call.actor),
    actorRole: as?.role,
  });
}

/** Writes what was noted in the transaction; nothing else may be written in it afterwards. */
export async function writeChanges({ db }: Call): Promise<void> {
  const changes = pending.get(db) ?? [];
  if (changes.length > 0) await db.prisma.changeEvent.createMany({ data: changes });
}

/** Writes a step of a record's workflow, who took it and why. */
export async function recordStep<M extends ModelName>(call: Call, step: Step<M>): Promise<void> {
  await recordSteps(call, [step]);
}

/** The same for many records at once. */
export async function recordSteps<M extends ModelName>(call: Call, steps: readonly Step<M>[]): Promise<void> {
  await call.db.prisma.workflowEvent.createMany({
    data: steps.map(({ type, id, action, from, to, place, opinion, as }) => ({
      subjectType: type,
      subjectId: id,
      action,
      fromState: from,
      toState: to,
      regionId: place.regionId,
      organizationId: place.organizationId,
      opinion,
      at: call.now(),
      requestId: call.requestId,
      ...actedBy(call.actor),
      actorRole: as?.role,
      actorOrganizationId: as?.organizationId,
    })),
  });
}

function actedBy({ subject }: Actor): { actorUserId?: string | null; actorClientId?: string } {
  if (!subject) return {};
  return subject.kind === 'USER' ? { actorUserId: subject.id } : { actorClientId: subject.id };
}

/** A row as JSON, without what must not be told. */
function plain(row: object): Prisma.InputJsonObject {
  const told = Object.entries(row).filter(([name]) => !SECRET.has(name));
  const text = JSON.stringify(Object.fromEntries(told), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return JSON.parse(text) as Prisma.InputJsonObject;
}
