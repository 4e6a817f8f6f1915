import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SummaryStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { inTransaction } from '../../src/platform/transaction.ts';
import { startSharedApp } from '../kit/app.ts';
import { sequences } from '../kit/runs.ts';
import { startSignIn } from '../kit/signIn.ts';
import { cast } from './cast.ts';
import { ACTIONS, expected, Model, type Step, steps, WHO } from './oracle.ts';
import { scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await scene(app, signIn);
const { summary } = all;
const { people, calls, does } = await cast(app, all);

const stored = async (id: string) => {
  const row = await prisma.stageSummary.findUniqueOrThrow({ where: { id }, include: { figures: true } });
  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  return {
    status: row.status,
    version: row.version,
    text: row.text,
    figure: row.figures[0]?.value.toFixed() ?? null,
    steps: events.map(({ action, fromState, toState }) => `${action} ${fromState} ${toState}`),
    changes: await prisma.changeEvent.count({ where: { entityId: id } }),
  };
};

test('whatever is tried, nothing is skipped, repeated or half done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 14 }), async (tried) => {
      const { id } = await summary();
      const model = new Model();
      for (const step of tried) {
        const version = step.isStale ? model.version + 1 : model.version;
        expect([step, await does(id, version, step)]).toEqual([step, expected(model, step)]);
      }
      const { submitters: _, ...rest } = model;
      // Each version but the first one is a change.
      expect(await stored(id)).toEqual({ ...rest, changes: model.version - 1 });
    }),
    { numRuns: sequences(40) },
  );
});

const REFUSALS = [
  'NotFoundError',
  'ForbiddenError',
  'StateError',
  'ConflictOfInterestError',
  'CompetitionHaltedError',
];
/** Does the work and undoes it. */
class Undone extends Error {}

test('the next actions of everybody are those that their commands do not refuse', async () => {
  const halted = await app.competition({ status: 'SUSPENDED', regionId: all.here.city.id });
  const { id: stageId } = await app.stage({ competitionId: halted.id });
  const ids: string[] = [(await summary({ stageId }, { competitionId: halted.id })).id];
  for (const status of Object.values(SummaryStatus)) ids.push((await summary({ status })).id);
  const own = { subjectType: 'StageSummary', subjectId: ids.at(-4)!, action: 'SUBMIT' };
  await app.workflowEvent({ ...own, actorUserId: people.admin.id });

  for (const who of WHO) {
    const { data } = await people[who].ask<{ nodes: ({ nextActions: string[] } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on StageSummary { nextActions } } }',
      { ids: ids.map((id) => globalId('StageSummary', id)) },
    );
    for (const [n, id] of ids.entries()) {
      const able: string[] = [];
      for (const action of ACTIONS) {
        const step: Step = {
          who,
          action,
          isStale: false,
          opinion: '示例意见',
          text: '示例小结',
          figure: '1',
        };
        let came = '';
        await inTransaction(calls[who], async (tx) => {
          came = await does(id, 1, step, tx);
          throw new Undone();
        }).catch((error) => {
          if (!(error instanceof Undone)) throw error;
        });
        if (!REFUSALS.includes(came)) able.push(action);
      }
      expect([who, n, data!.nodes[n]?.nextActions ?? []]).toEqual([who, n, able]);
    }
  }
});
