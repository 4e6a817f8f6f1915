import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { Call } from '../platform/call.ts';
import { InvalidError, Refusal } from '../platform/refusals.ts';
import { builder, type Types } from './builder.ts';
import { localId } from './ids.ts';
import { mutation } from './mutations.ts';
import { type NodeName, node } from './refs.ts';
import { ErrorInterface, type RefusalClass, Told } from './refusals.ts';
import { readOne } from './rows.ts';

/** Records that are changed by one mutation at most. */
export const LARGEST_BATCH = 100;

type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** One record of a batch: which, and as it was read. */
export interface BatchRow {
  readonly id: string;
  readonly version: number;
}

interface Batch<Fields extends InputFieldMap> {
  readonly description: string;
  /** What the records are called in the input, and one of them in the results. */
  readonly rows: string;
  readonly row: string;
  readonly model: NodeName;
  /** What is said of all of them. */
  readonly input: (t: InputFields) => Fields;
  /** Why a single one may be refused. */
  readonly refusals: readonly RefusalClass[];
  /** The command for one of them, which checks everything before it writes anything. */
  readonly run: (call: Call, row: BatchRow, input: InputShapeFromFields<Fields>) => Promise<unknown>;
}

/** What came of one record: nothing but its id where it was done. */
interface Result {
  readonly id: string;
  readonly refusal?: Readonly<Record<string, unknown>> & { readonly __typename: string };
}

const RecordVersion = builder.inputType('RecordVersion', {
  description: 'A record as you have read it',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The record' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  }),
});

/**
 * Declares a mutation that does the same to many records: those that are refused stay as they are, the others go on,
 * and each has its result, in the order of the input.
 */
export function batchMutation<Fields extends InputFieldMap>(
  name: string,
  { description, rows, row, model, input, refusals, run }: Batch<Fields>,
): void {
  const result = builder.objectRef<Result>(`${name[0]!.toUpperCase()}${name.slice(1)}Row`).implement({
    description: `What came of ${name} for one record`,
    fields: (t) => ({
      [row]: t.field({
        type: node(model) as never,
        nullable: true,
        description: 'The record as it is now, also where it was refused; absent where you may not see it',
        resolve: ({ id }, _args, call, info) => readOne(model, 'id', localId(model, id), call, info) as never,
      }),
      error: t.field({
        type: ErrorInterface,
        nullable: true,
        description: 'Why it was refused; absent where it was done',
        resolve: ({ refusal }) => refusal as never,
      }),
    }),
  });

  mutation(name, {
    description: `${description} At most ${LARGEST_BATCH} at once: each is done or refused by itself, and has its result.`,
    input: (t) => ({
      [rows]: t.field({ type: [RecordVersion], required: true, description: 'The records' }),
      ...input(t),
    }),
    payload: {},
    kept: {
      results: (t, textOf) =>
        t.field({
          type: [result],
          description: 'What came of each, in the order of the input',
          extensions: { atMost: LARGEST_BATCH },
          resolve: (done) => revived(textOf(done)),
        }),
    },
    refusals: [InvalidError],
    run: async (call, given) => {
      const { [rows]: wanted, ...shared } = given as Record<string, unknown>;
      const records = wanted as readonly { id: string; version: number }[];
      checkSize(records.length, rows);
      const results: Result[] = [];
      for (const [n, { id, version }] of records.entries()) {
        const refusal = await refusalOf(
          () => run(call, { id: localId(model, id) ?? NOWHERE, version }, shared as never),
          refusals,
          [rows, String(n)],
        );
        results.push({ id, ...(refusal && { refusal }) });
      }
      return { results: JSON.stringify(results, tagged) };
    },
  });
}

/** No row has this id. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';
/** What is said of one record; everything else is said of all. */
const OF_ROW = ['id', 'version'];

async function refusalOf(
  work: () => Promise<unknown>,
  refusals: readonly RefusalClass[],
  at: readonly string[],
): Promise<Result['refusal']> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || !refusals.some((each) => error instanceof each)) throw error;
    const path = OF_ROW.includes(error.path[0] ?? 'id') ? [...at, ...error.path] : error.path;
    const { refusal: _, ...facts } = new Told(error);
    return { ...facts, path, __typename: error.constructor.name };
  }
}

/** @throws {InvalidError} */
function checkSize(size: number, name: string): void {
  if (size >= 1 && size <= LARGEST_BATCH) return;
  throw new InvalidError(
    `From 1 to ${LARGEST_BATCH} at once, not ${size}.`,
    `每次须为 1 至 ${LARGEST_BATCH} 条,当前为 ${size} 条。`,
    [name],
  );
}

/** Instants must come back as what they are. */
function tagged(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Record<string, unknown>)[key];
  return own instanceof Date ? { $instant: own.toISOString() } : value;
}

function revived(text: string): Result[] {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$instant' in value
      ? new Date(value.$instant as string)
      : value,
  ) as Result[];
}
