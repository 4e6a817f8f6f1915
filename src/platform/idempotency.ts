import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Actor } from './actor.ts';
import type { Call } from './call.ts';
import { BadInputError, IdempotencyKeyReusedError, UnauthenticatedError } from './errors.ts';

/** Ids of what came of a command, by names of its own. */
export type Outcome = Readonly<Record<string, string>>;

export interface Attempt {
  readonly mutation: string;
  /** As the caller chose it, if they did. */
  readonly key: string | null | undefined;
  readonly input: unknown;
}

const DAY = 24 * 60 * 60_000;
const LONGEST_KEY = 255;
/** Keys that are past their day and swept up by each new one. */
const SWEPT = 20;

/**
 * Does the work unless this caller has done it under the same key within a day; then gives what came of it.
 * To be called inside of a transaction: whoever comes second waits for its end, and what fails leaves no key.
 */
export async function once(
  call: Call,
  { mutation, key, input }: Attempt,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  if (key == null) return work();
  if (key.length < 1 || key.length > LONGEST_KEY) {
    throw new BadInputError(
      `input.idempotencyKey: expected 1 to ${LONGEST_KEY} characters, not ${key.length}.`,
    );
  }
  const unique = { caller: callerOf(call.actor), mutation, key };
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  if (await isClaimed(call, unique, inputHash)) {
    const result = await work();
    await call.db.prisma.idempotencyKey.update({
      where: { caller_mutation_key: unique },
      data: { outcome: result },
    });
    return result;
  }
  const done = await call.db.prisma.idempotencyKey.findUniqueOrThrow({
    where: { caller_mutation_key: unique },
  });
  if (done.inputHash !== inputHash) throw new IdempotencyKeyReusedError();
  return done.outcome as Outcome;
}

interface Unique {
  readonly caller: string;
  readonly mutation: string;
  readonly key: string;
}

/** Whether the key is this attempt's: nobody's before, or from more than a day ago. */
async function isClaimed({ db, now, signal }: Call, unique: Unique, inputHash: string): Promise<boolean> {
  const kysely = db.kysely(signal);
  const isOver = new Date(now().getTime() - DAY);
  await kysely
    .deleteFrom('idempotency_key')
    .where('id', 'in', (from) =>
      from
        .selectFrom('idempotency_key')
        .where('created_at', '<=', isOver)
        .select('id')
        .limit(SWEPT)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
  const claimed = await kysely
    .insertInto('idempotency_key')
    .values({ id: v7(), ...unique, input_hash: inputHash, outcome: null, created_at: now() })
    .onConflict((conflict) =>
      conflict
        .columns(['caller', 'mutation', 'key'])
        .doUpdateSet({ input_hash: inputHash, outcome: null, created_at: now() })
        .where('idempotency_key.created_at', '<=', isOver),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

function callerOf({ subject }: Actor): string {
  if (!subject) throw new UnauthenticatedError('Only who has signed in can use a key.');
  return `${subject.kind} ${subject.id ?? subject.subject}`;
}
