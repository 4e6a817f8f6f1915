import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { done, scene } from './scene.ts';

const { prisma, people, competition } = await scene();

const outcomes = async (work: Promise<Record<string, unknown>>[]) =>
  (await Promise.all(work)).map(({ code }) => code ?? 'done').toSorted();

test('of publishing and canceling at once, one happens', async () => {
  const { input, row } = await competition();
  const opinion = '示例';
  expect(
    await outcomes([
      done(people.municipal, 'competitionPublish', input),
      done(people.office, 'competitionCancel', { ...input, opinion }),
    ]),
  ).toEqual(['CONFLICT', 'done']);
  expect(await prisma.workflowEvent.count({ where: { subjectId: row.id } })).toBe(1);
});

test('of twenty who have read the same version, one changes it', async () => {
  const { input, row } = await competition();
  const editors = Array.from({ length: 20 }, (_, n) =>
    done(people.municipal, 'competitionUpdate', { ...input, title: `示例竞赛${n}` }),
  );
  expect(await outcomes(editors)).toEqual([...Array.from({ length: 19 }, () => 'CONFLICT'), 'done']);
  expect(await prisma.competition.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ version: 2 });
});

test('of ten who copy it at once, one makes the next edition', async () => {
  const { input, row } = await competition({ status: 'ARCHIVED' });
  const copies = Array.from({ length: 10 }, () => done(people.municipal, 'competitionCopy', input));
  expect(await outcomes(copies)).toEqual([...Array.from({ length: 9 }, () => 'EDITION_EXISTS'), 'done']);
  expect(await prisma.competition.count({ where: { previousId: row.id } })).toBe(1);
});

test('stages that are made at once weigh no more than 1', async () => {
  const { input, row, stage } = await competition();
  await done(people.municipal, 'stageRemove', { id: globalId('Stage', stage.id), version: 1 });
  const days = { startsOn: '2025-01-01', endsOn: '2025-03-31', summaryDueOn: '2025-04-10' };
  const stages = Array.from({ length: 5 }, () =>
    done(people.municipal, 'stageCreate', {
      competition: input.id,
      name: '示例',
      kind: 'MILESTONE',
      weight: '0.1',
      ...days,
    }),
  );
  expect(await outcomes(stages)).toEqual(['INVALID', 'INVALID', 'INVALID', 'done', 'done']);
  expect(await prisma.stage.count({ where: { competitionId: row.id } })).toBe(3);
});
