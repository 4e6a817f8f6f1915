import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { expected } from '../stateOfPlay/oracle.ts';
import { built, worlds } from '../stateOfPlay/world.ts';
import { done, of, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, office, supervisor, meeting } = await scene(app, signIn);
const neighbor = await app.region({ parent: here.city, level: 'COUNTY' });
const where = {
  cityId: here.city.id,
  countyIds: [here.county.id, neighbor.id] as const,
  unitId: here.unit.id,
  otherUnitIds: [
    (await app.organization({ regionId: here.county.id })).id,
    (await app.organization({ regionId: neighbor.id })).id,
  ] as const,
  raiserId: office.id,
};
const codes = [here.county.code!, neighbor.code!];
const STATE = `asOf entries active vetoed headcount averageTotal summaries { due submitted accepted overdue }
  byRegion { region { code } entries active vetoed headcount averageTotal overdue }
  movers(first: 50) { entry { id } rank previousRank movement } vetoes { entry { id } reason occurredOn confirmedAt }`;

test('a snapshot stays as it was taken while what is live moves on', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.constantFrom(null, 0, 1), async (world, stage) => {
      const { competitionId, stageIds, entryIds } = await built(app, world, where);
      const { id: meetingId } = await meeting({ status: 'HELD' });
      const competition = of('Competition', { id: competitionId });
      const stageId = stage === null ? null : of('Stage', { id: stageIds[stage]! });
      const input = { id: of('CommitteeMeeting', { id: meetingId }), competition, stage: stageId };
      const taken = await done(office, 'meetingSnapshot', input, `id stateOfPlay { ${STATE} }`);
      const seen = {
        asOf: '2026-05-01T12:00:00.000Z',
        ...expected(world, 'office', stage as 0 | 1 | null, { codes, entryIds }),
      };
      expect(taken).toEqual({ id: taken.id, takenAt: '2026-05-01T12:00:00.000Z', stateOfPlay: seen });

      // Everything changes.
      await app.entry({ competitionId, status: 'ACTIVE', regionId: here.county.id, headcount: 7 });
      await prisma.veto.deleteMany({ where: { entryId: { in: entryIds } } });
      await prisma.standingRow.deleteMany({ where: { standing: { competitionId } } });
      await prisma.stageSummary.deleteMany({ where: { stageId: { in: stageIds } } });
      const { data } = await supervisor.ask<{ node: object; now: { stateOfPlay: { headcount: number } } }>(
        `query ($id: ID!, $competition: ID!, $stageId: ID) {
          node(id: $id) { ... on StateOfPlaySnapshot { takenAt stateOfPlay { ${STATE} } } }
          now: node(id: $competition) { ... on Competition { stateOfPlay(stageId: $stageId) { headcount } } } }`,
        { id: taken.id, competition, stageId },
      );
      expect([data!.node, data!.now.stateOfPlay.headcount]).toEqual([
        { takenAt: '2026-05-01T12:00:00.000Z', stateOfPlay: seen },
        seen.headcount + 7,
      ]);
    }),
    { numRuns: 6, seed: 20261127 },
  );
});

test('the database changes no snapshot', async () => {
  const { id } = await app.snapshot();
  await expect(
    prisma.stateOfPlaySnapshot.update({ where: { id }, data: { takenAt: new Date('2026-01-01') } }),
  ).rejects.toThrow('A snapshot is never changed');
});

test('taken while the meeting is closed: before it, or not at all', async () => {
  const competition = await app.competition({ status: 'RUNNING', regionId: here.city.id });
  const { id } = await meeting({ status: 'HELD', minutes: '示例' });
  const input = { id: of('CommitteeMeeting', { id }), competition: of('Competition', competition) };
  const [closed, taken] = await Promise.all([
    done(office, 'meetingClose', { id: input.id, version: 1 }),
    done(office, 'meetingSnapshot', input),
  ]);
  expect(closed).toEqual({ status: 'CLOSED', version: 2 });
  const count = await prisma.stateOfPlaySnapshot.count({ where: { meetingId: id } });
  expect(count).toBe('takenAt' in taken ? 1 : 0);
  const events = await prisma.workflowEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual(count === 1 ? ['SNAPSHOT', 'CLOSE'] : ['CLOSE']);
});

test('a snapshot is read in one statement like any other record', () => {
  expect(app.logged.filter((line) => line.includes('this could not be answered the short way'))).toEqual([]);
});
