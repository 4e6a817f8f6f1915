import type { Call } from '../../../platform/call.ts';
import { recordChange, recordRemoval, recordStep } from '../../../platform/changes.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, InvalidError, StateError } from '../../../platform/refusals.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { COMPETITION_WORKFLOW, isUnsettled } from '../rules.ts';
import { type Managed, manage } from './manage.ts';

/** What a competition is made of. */
export type Part = 'Track' | 'Stage' | 'Metric';

export interface PartKey {
  readonly id: string;
  readonly version: number;
}

/** A part of a competition that the actor may change, as it is. */
export interface ManagedPart<P extends Part> extends Managed {
  readonly part: Row<P>;
}

/** The part, with its competition, which nobody else changes until the transaction ends. */
export async function managePart<P extends Part>(
  tx: Call,
  type: P,
  { id, version }: PartKey,
): Promise<ManagedPart<P>> {
  const { competitionId } = await seen(tx, type, id);
  const managed = await manage(tx, competitionId);
  // Once more: it may have changed while the competition was waited for.
  const part = await seen(tx, type, id);
  checkVersion(part, version);
  return { ...managed, part };
}

/** @throws {StateError} where parts no longer come and go */
export function checkUnsettled({ row }: Managed, action: string): void {
  if (!isUnsettled(row)) throw refused(row, action);
}

/** @throws {StateError} where nothing of the competition can change */
export function checkChangeable({ row }: Managed, action: string): void {
  if (!(COMPETITION_WORKFLOW.UPDATE.from as readonly string[]).includes(row.status))
    throw refused(row, action);
}

function refused({ status }: Row<'Competition'>, action: string): StateError {
  return new StateError(status, action, actionsFrom(COMPETITION_WORKFLOW, status));
}

/** The place of a part among its like: the one that is given, if it is free, or the last. */
export function placed(wanted: number | null | undefined, taken: readonly number[]): number {
  const ordinal = wanted ?? Math.max(0, ...taken) + 1;
  if (ordinal < 1) throw new InvalidError('Places count from 1.', '序号从1开始。', ['ordinal']);
  if (taken.includes(ordinal))
    throw new InvalidError('This place is taken.', '该序号已被占用。', ['ordinal']);
  return ordinal;
}

/** Notes that the competition got a part. */
export async function added<P extends Part>(
  tx: Call,
  managed: Managed,
  type: P,
  after: Row<P>,
): Promise<Row<P>> {
  await recordUpdate(tx, managed);
  recordChange(tx, { type, action: actionOf(type, 'Create'), after: after as never, as: managed.as });
  return after;
}

/** Writes and notes what changes of a part. */
export async function changed<P extends Part>(
  tx: Call,
  managed: ManagedPart<P>,
  type: P,
  data: Readonly<Record<string, unknown>>,
): Promise<Row<P>> {
  const { part, as } = managed;
  await recordUpdate(tx, managed);
  return edit<Part>(tx, { type, before: part, action: actionOf(type, 'Update'), as, data }) as Promise<
    Row<P>
  >;
}

/** Notes that a part was taken away; gives the competition. */
export async function removed<P extends Part>(
  tx: Call,
  managed: ManagedPart<P>,
  type: P,
): Promise<Row<'Competition'>> {
  const { part, row, as } = managed;
  await recordUpdate(tx, managed);
  recordRemoval(tx, { type, action: actionOf(type, 'Remove'), before: part as never, as });
  return row;
}

/** What is done to a part is a step of the competition, which stays as far as it is. */
function recordUpdate(tx: Call, { row, as, place }: Managed): Promise<void> {
  const { id, status } = row;
  return recordStep(tx, { type: 'Competition', action: 'UPDATE', id, from: status, to: status, place, as });
}

function actionOf(type: Part, verb: string): string {
  return `${type.toLowerCase()}${verb}`;
}
