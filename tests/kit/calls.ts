import { type Actor, PUBLIC } from '../../src/platform/actor.ts';
import type { Call } from '../../src/platform/call.ts';
import { type App, NOON } from './app.ts';

/** A call of the program's own making, for commands without a request. */
export function callOf({ db }: Pick<App, 'db'>, actor: Actor = PUBLIC, now = () => NOON): Call {
  return { db, actor, now };
}
