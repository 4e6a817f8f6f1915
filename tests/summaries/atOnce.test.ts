import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { summary, unit, county, industrial, office, output } = await scene(app, signIn);

/** How often each outcome came, by its typename or state. */
async function counted(work: Promise<unknown>[]) {
  const outcomes = (await Promise.all(work)) as { __typename?: string; status?: string }[];
  const counts: Record<string, number> = {};
  for (const { __typename, status } of outcomes) {
    const name = __typename ?? status!;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test('twenty who save one version at once: exactly one does, with its figure and enclosure', async () => {
  const { id } = await summary();
  const enclosure = globalId('Enclosure', (await app.enclosure({ uploaderId: unit.id })).id);
  const metric = globalId('Metric', output.id);
  const work = Array.from({ length: 20 }, (_, n) =>
    done(unit, 'summarySave', {
      ...{ id, text: `示例${n}`, figures: [{ metric, value: String(n) }], enclosures: [enclosure] },
    }),
  );
  expect(await counted(work)).toEqual({ DRAFT: 1, VersionConflictError: 19 });
  const row = await prisma.stageSummary.findUniqueOrThrow({
    where: { id },
    include: { figures: true, enclosures: true },
  });
  expect([row.version, row.text, row.enclosures.length]).toEqual([2, `示例${row.figures[0]!.value}`, 1]);
  expect(await prisma.workflowEvent.count({ where: { subjectId: id } })).toBe(1);
});

test('accepted, returned and accepted at once: exactly one', async () => {
  const { id } = await summary({ status: 'SUBMITTED' });
  const work = [
    done(county, 'summaryAccept', { id }),
    done(industrial, 'summaryReturn', { id, opinion: '示例' }),
    done(office, 'summaryAccept', { id }),
    done(county, 'summaryReturn', { id, opinion: '示例' }),
  ];
  const { VersionConflictError, ...one } = await counted(work);
  expect([VersionConflictError, Object.values(one)]).toEqual([3, [1]]);
  expect(await prisma.workflowEvent.count({ where: { subjectId: id } })).toBe(1);
  expect(await prisma.changeEvent.count({ where: { entityId: id } })).toBe(1);
});

test('saved and waived at once: exactly one', async () => {
  const { id } = await summary();
  const work = [done(unit, 'summarySave', { id }), done(office, 'summaryWaive', { id, opinion: '示例' })];
  const { VersionConflictError, ...one } = await counted(work);
  expect([VersionConflictError, Object.values(one)]).toEqual([1, [1]]);
});

test('one enclosure given to two summaries at once is enclosed with one', async () => {
  const [first, second] = [await summary(), await summary()];
  const enclosures = [globalId('Enclosure', (await app.enclosure({ uploaderId: unit.id })).id)];
  const outcomes = await counted(
    [first, second].map(({ id }) => done(unit, 'summarySave', { id, enclosures })),
  );
  expect(outcomes.DRAFT).toBe(1);
  expect(await prisma.enclosure.count({ where: { summaryId: { in: [first.id, second.id] } } })).toBe(1);
});

test('one idempotency key thirty times: one effect', async () => {
  const { id } = await summary();
  const work = Array.from({ length: 30 }, () =>
    done(unit, 'summarySave', { id, text: '示例', idempotencyKey: 'one' }),
  );
  expect(await counted(work)).toEqual({ DRAFT: 30 });
  expect(await prisma.stageSummary.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2 });
  expect(await prisma.changeEvent.count({ where: { entityId: id } })).toBe(1);
});
