import { actorOfUser } from '../../src/features/access/reads.ts';
import { approveEntry } from '../../src/features/entries/commands/approve.ts';
import { recommendEntry, rejectEntry, returnEntry } from '../../src/features/entries/commands/decide.ts';
import type { Step } from '../../src/features/entries/commands/step.ts';
import { submitEntry } from '../../src/features/entries/commands/submit.ts';
import { updateEntry } from '../../src/features/entries/commands/update.ts';
import { withdrawEntry } from '../../src/features/entries/commands/withdraw.ts';
import type { EntryStep } from '../../src/features/entries/rules.ts';
import type { Actor } from '../../src/platform/actor.ts';
import type { Call } from '../../src/platform/call.ts';
import type { App } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import type { Land, Name } from './land.ts';

export const COMMANDS = {
  UPDATE: updateEntry,
  SUBMIT: submitEntry,
  RETURN: returnEntry,
  RECOMMEND: recommendEntry,
  APPROVE: approveEntry,
  REJECT: rejectEntry,
  WITHDRAW: withdrawEntry,
} as const satisfies Record<EntryStep, (call: Call, input: Step) => Promise<unknown>>;
export const ACTIONS = Object.keys(COMMANDS) as EntryStep[];

/** Everybody as the commands know them. */
export async function actors(app: App, { everyone }: Pick<Land, 'everyone'>): Promise<Record<Name, Actor>> {
  const found = Object.entries(everyone).map(
    async ([name, { subject }]) => [name, await actorOfUser(callOf(app), subject)] as const,
  );
  return Object.fromEntries(await Promise.all(found)) as Record<Name, Actor>;
}

/** What would come of a command: the class of its error, or that it is done; nothing is, in either case. */
export async function tried(app: App, actor: Actor, action: EntryStep, input: Step): Promise<string> {
  const undo = new Error('undo');
  return app.db
    .transaction(async (db) => {
      await COMMANDS[action]({ ...callOf(app, actor), db }, input);
      throw undo;
    })
    .catch((error: Error) => (error === undo ? 'done' : error.constructor.name));
}

/** What came of a command: the class of its error, or that it is done. */
export async function done(app: App, actor: Actor, action: EntryStep, input: Step): Promise<string> {
  return COMMANDS[action](callOf(app, actor), input).then(
    () => 'done',
    (error: Error) => error.constructor.name,
  );
}
