import { expect } from 'vitest';

export type Write = () => Promise<unknown>;

/** Writes that the database refuses: what each would store, and the constraint that forbids it. */
export type Refusals = Record<string, [constraint: string, write: Write]>;

/** PostgreSQL's own words are compared: Prisma's quote the line of the test, and with it the constraint. */
export async function expectRefusal(constraint: string, write: Write): Promise<void> {
  const refusal = await write().then(
    () => 'nothing was refused',
    (error: DatabaseError) => error.meta?.driverAdapterError?.cause.originalMessage ?? Promise.reject(error),
  );
  expect(refusal).toMatch(new RegExp(`\\b${constraint}\\b`));
}

type DatabaseError = Error & { meta?: { driverAdapterError?: { cause: { originalMessage: string } } } };

/** Writes of some models, to be proved together: the edges that must be allowed stand next to the refusals. */
export interface Writes {
  refused: Refusals;
  allowed: Record<string, Write>;
}
