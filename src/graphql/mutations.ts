import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { Call } from '../platform/call.ts';
import { UnauthenticatedError } from '../platform/errors.ts';
import { type Outcome, once } from '../platform/idempotency.ts';
import { forgetLoaded } from '../platform/loaders.ts';
import type { Refusal } from '../platform/refusals.ts';
import { inTransaction } from '../platform/transaction.ts';
import { builder, type Types } from './builder.ts';
import { type NodeName, node } from './refs.ts';
import { type RefusalClass, Told, typeOfRefusal } from './refusals.ts';
import { readOne } from './rows.ts';

builder.mutationType({
  description:
    'Everything a client can change. Each mutation is done as a whole or not at all, one after the other, and takes one ' +
    'input. What the user can mend is an Error in its result; whoever has not signed in gets none but UNAUTHENTICATED.',
});

export type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

type PayloadFields = PothosSchemaTypes.ObjectFieldBuilder<Types, Done>;

interface Mutation<
  Fields extends InputFieldMap,
  Ids extends string,
  Once extends string,
  Kept extends string,
> {
  readonly description: string;
  readonly input: (t: InputFields) => Fields;
  /** The records that came of it, read as they are for the caller afterwards. */
  readonly payload: Readonly<Record<Ids, { model: NodeName; description: string }>>;
  /** Texts that are told once and kept nowhere, by their descriptions: an answer under a used key lacks them. */
  readonly once?: Readonly<Record<Once, string>>;
  /** Fields of any other kind, each made of a text that is kept as the ids are: an answer under a used key has them too. */
  readonly kept?: Readonly<Record<Kept, (t: PayloadFields, textOf: (done: Done) => string) => object>>;
  readonly refusals: readonly RefusalClass[];
  /** The command; gives the records' own ids, and the texts. It runs inside of a transaction. */
  readonly run: (
    call: Call,
    input: InputShapeFromFields<Fields>,
  ) => Promise<Readonly<Record<NoInfer<Ids | Once | Kept>, string>>>;
}

interface Done {
  readonly ids: Outcome;
  readonly texts: Outcome;
}

/** Declares a mutation, named by an object and what is done to it: its input, payload, result and field. */
export function mutation<
  Fields extends InputFieldMap,
  Ids extends string,
  Once extends string = never,
  Kept extends string = never,
>(
  name: string,
  {
    description,
    input: fields,
    payload,
    once: texts,
    kept,
    refusals,
    run,
  }: Mutation<Fields, Ids, Once, Kept>,
): void {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  const Input = builder.inputType(`${typeName}Input`, {
    description: `What ${name} needs to know`,
    fields: (t) => ({
      ...fields(t),
      idempotencyKey: t.string({
        description:
          'Any text of up to 255 characters, new for each thing to be done: sent again within 24 hours, nothing is done ' +
          'twice, and the answer tells what came of it',
      }),
    }),
  });
  const Payload = builder.objectRef<Done>(`${typeName}Payload`).implement({
    description: `What came of ${name}`,
    fields: (t) => ({
      ...mapped(payload, ({ model, description }, key) =>
        t.field({
          type: node(model) as never,
          nullable: true,
          description: `${description}; absent where you may not see it`,
          resolve: ({ ids }, _args, call, info) => readOne(model, 'id', ids[key], call, info) as never,
        }),
      ),
      ...mapped(texts ?? ({} as Record<Once, string>), (description, key) =>
        t.string({
          nullable: true,
          description: `${description}. Told once: absent where the answer repeats what was done before`,
          resolve: ({ texts }) => texts[key],
        }),
      ),
      ...(mapped(kept ?? ({} as NonNullable<typeof kept>), (make, key) =>
        make(t, ({ ids }) => ids[key]!),
      ) as object),
    }),
  });
  const Result = builder.unionType(`${typeName}Result` as string, {
    description: `What came of ${name}, or why nothing did`,
    types: [Payload, ...refusals.map(typeOfRefusal)] as never,
    resolveType: (value) => (value instanceof Told ? value.typeName : Payload.name),
  });

  builder.mutationField(name, (t) =>
    t.field({
      type: Result,
      description,
      args: { input: t.arg({ type: Input, required: true, description: 'All that it needs to know' }) },
      resolve: (async (_root: object, { input }: { input: Record<string, unknown> }, call: Call) => {
        const { idempotencyKey, ...given } = input;
        const attempt = { mutation: name, key: idempotencyKey as string | null | undefined, input: given };
        try {
          return await perform(call, attempt, async (tx) => {
            const outcome = await run(tx, given as InputShapeFromFields<Fields>);
            return { ids: picked(outcome, { ...payload, ...kept }), texts: picked(outcome, texts ?? {}) };
          });
        } catch (error) {
          if (refusals.some((each) => error instanceof each)) return new Told(error as Refusal);
          throw error;
        } finally {
          forgetLoaded(call);
        }
      }) as never,
    }),
  );
}

function perform(
  call: Call,
  attempt: Parameters<typeof once>[1],
  work: (call: Call) => Promise<Done>,
): Promise<Done> {
  if (!call.actor.subject) {
    throw new UnauthenticatedError('Sign in first: this needs a token or a key in the header authorization.');
  }
  return inTransaction(call, async (tx) => {
    // A transaction that is tried again must not tell what the one before it would have told.
    let texts: Outcome = {};
    const ids = await once(tx, attempt, async () => {
      const done = await work(tx);
      texts = done.texts;
      return done.ids;
    });
    return { ids, texts };
  });
}

function mapped<Key extends string, Value, Made>(
  from: Readonly<Record<Key, Value>>,
  make: (value: Value, key: Key) => Made,
): Record<Key, Made> {
  return Object.fromEntries(
    Object.entries(from).map(([key, value]) => [key, make(value as Value, key as Key)]),
  ) as Record<Key, Made>;
}

function picked(outcome: Outcome, keys: object): Outcome {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, outcome[key]!]));
}
