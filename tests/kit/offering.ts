import { expect } from 'vitest';
import { actorOfUser } from '../../src/features/access/reads.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { Call } from '../../src/platform/call.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import type { App } from './app.ts';
import { callOf } from './calls.ts';
import type { Person } from './people.ts';

/** What is refused for whom and when, as opposed to what is missing from the record or the input. */
const NOT_NOW = [
  'NotFoundError',
  'ForbiddenError',
  'StateError',
  'ConflictOfInterestError',
  'RecusedError',
  'ScoringClosedError',
];

interface Offering {
  readonly model: ModelName;
  /** Ids of records, by how they are. */
  readonly rows: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, Person>>;
  /** The actions in the order of the workflow, each as a command; nothing where no command is about the record. */
  readonly actions: Readonly<Record<string, (call: Call, id: string) => Promise<unknown>>>;
}

/** What would come of a command: the name of its refusal, or that it is done; nothing is, in either case. */
async function tried(app: App, call: Call, work: (call: Call) => Promise<unknown>): Promise<string> {
  const undo = new Error('undo');
  return app.db
    .transaction(async (db) => {
      await work({ ...call, db });
      throw undo;
    })
    .catch((error: Error) => {
      if (error === undo) return 'done';
      if (error instanceof Refusal) return error.constructor.name;
      throw error;
    });
}

/**
 * That `nextActions` of each record lists to each person exactly what the commands do not refuse for whom or when;
 * and that who does not see it is told that there is none.
 * @returns how many actions were offered
 */
export async function expectOffered(app: App, { model, rows, people, actions }: Offering): Promise<number> {
  const ids = Object.values(rows).map((id) => globalId(model, id));
  const [offered, possible]: Record<string, unknown>[] = [{}, {}];
  let count = 0;
  for (const [who, person] of Object.entries(people)) {
    const answer = await person.ask<{ nodes: ({ nextActions: string[] } | null)[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${model} { nextActions } } }`,
      { ids },
    );
    expect(answer.errors).toBeUndefined();
    const call = callOf(app, await actorOfUser(callOf(app), person.subject));
    for (const [n, [row, id]] of Object.entries(rows).entries()) {
      const seen = answer.data!.nodes[n];
      const outcomes: (readonly [action: string, outcome: string])[] = [];
      for (const [action, work] of Object.entries(actions).slice(0, seen ? undefined : 1)) {
        outcomes.push([action, await tried(app, call, async (tx) => work(tx, id))]);
      }
      const found = outcomes.filter(([, outcome]) => !NOT_NOW.includes(outcome)).map(([action]) => action);
      offered![`${row}, ${who}`] = seen ? seen.nextActions : 'NotFoundError';
      possible![`${row}, ${who}`] = seen ? found : outcomes[0]![1];
      count += found.length;
    }
  }
  expect(offered).toEqual(possible);
  return count;
}
