import { afterEach, expect, test } from 'vitest';
import { AdminLevel, StudioTitleStatus } from '../../src/generated/prisma/enums.ts';
import { type App, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
const { prisma } = app.db;
const employer = await app.organization();
const { id: decisionId } = await app.decision({ kind: 'NAME', issuerId: employer.id });
const { id: revocationDecisionId } = await app.decision({ kind: 'REVOKE', issuerId: employer.id });
const { id: studioId } = await app.studio({ employerId: employer.id });
const { id: otherId } = await app.studio({ employerId: employer.id });

const title = (level: AdminLevel, data: Parameters<App['studioTitle']>[0] = {}) =>
  app.studioTitle({ studioId, level, ...data });
const levelOf = async (id: string, client: Pick<typeof prisma, 'studio'> = prisma) =>
  (await client.studio.findUniqueOrThrow({ where: { id } })).level;
const levels = async () => [await levelOf(studioId), await levelOf(otherId)];
const OVER = { validTo: new Date('2026-03-01') };
const LAPSED = { status: 'LAPSED', ...OVER } as const;

afterEach(() => prisma.studioTitle.deleteMany());

test('a studio without titles has no level', async () => {
  expect(await levelOf(studioId)).toBeNull();
});

test('a title counts while it is named or being put right', async () => {
  const counting: StudioTitleStatus[] = [];
  for (const status of Object.values(StudioTitleStatus)) {
    const { id } = await title('MUNICIPAL', { status });
    if (await levelOf(studioId)) counting.push(status);
    await prisma.studioTitle.delete({ where: { id } });
  }
  expect(counting).toEqual(['NAMED', 'RECTIFYING']);
});

test('the highest title counts, as titles come and go', async () => {
  const fromTheLowest = Object.values(AdminLevel).reverse();
  for (const level of fromTheLowest) {
    await title(level);
    expect(await levelOf(studioId)).toBe(level);
  }
  const left = [...fromTheLowest];
  while (left.length > 0) {
    await prisma.studioTitle.deleteMany({ where: { studioId, level: left.pop()! } });
    expect(await levelOf(studioId)).toBe(left.at(-1) ?? null);
  }
});

test('a lower title added below a higher one changes nothing', async () => {
  await title('PROVINCIAL');
  await title('COUNTY');
  expect(await levelOf(studioId)).toBe('PROVINCIAL');
});

test('a revoked title leaves the next lower one, a lapsed last one none', async () => {
  const { id: lower } = await title('MUNICIPAL');
  const { id: higher } = await title('PROVINCIAL');
  await prisma.studioTitle.update({ where: { id: higher }, data: { status: 'RECTIFYING' } });
  expect(await levelOf(studioId)).toBe('PROVINCIAL');
  await prisma.studioTitle.update({
    where: { id: higher },
    data: { status: 'REVOKED', revocationDecisionId, ...OVER },
  });
  expect(await levelOf(studioId)).toBe('MUNICIPAL');
  await prisma.studioTitle.update({ where: { id: lower }, data: LAPSED });
  expect(await levelOf(studioId)).toBeNull();
});

test('a title applied for counts from the day it is named', async () => {
  const { id } = await title('NATIONAL', { status: 'APPLIED' });
  expect(await levelOf(studioId)).toBeNull();
  const data = { status: 'NAMED', decisionId, validFrom: new Date('2025-05-01') } as const;
  await prisma.studioTitle.update({ where: { id }, data });
  expect(await levelOf(studioId)).toBe('NATIONAL');
});

test('a title corrected to another level takes the studio along', async () => {
  const { id } = await title('COUNTY');
  await prisma.studioTitle.update({ where: { id }, data: { level: 'PROVINCIAL' } });
  expect(await levelOf(studioId)).toBe('PROVINCIAL');
  await prisma.studioTitle.update({ where: { id }, data: { level: 'ENTERPRISE' } });
  expect(await levelOf(studioId)).toBe('ENTERPRISE');
});

test('a title moved to another studio counts there, and here no more', async () => {
  await title('COUNTY');
  const { id } = await title('PROVINCIAL');
  expect(await levels()).toEqual(['PROVINCIAL', null]);
  await prisma.studioTitle.update({ where: { id }, data: { studioId: otherId } });
  expect(await levels()).toEqual(['COUNTY', 'PROVINCIAL']);
});

test('one statement changes the titles of several studios', async () => {
  const of = { batchYear: 2025, status: 'NAMED', validFrom: new Date('2025-05-01'), decisionId } as const;
  await prisma.studioTitle.createMany({
    data: [
      { ...of, studioId, level: 'MUNICIPAL' },
      { ...of, studioId, level: 'PROVINCIAL' },
      { ...of, studioId: otherId, level: 'COUNTY' },
      { ...of, studioId: otherId, level: 'MUNICIPAL' },
    ],
  });
  expect(await levels()).toEqual(['PROVINCIAL', 'MUNICIPAL']);
  await prisma.studioTitle.updateMany({ where: { level: 'MUNICIPAL' }, data: LAPSED });
  expect(await levels()).toEqual(['PROVINCIAL', 'COUNTY']);
  await prisma.$executeRaw`update studio_title set studio_id =
    case studio_id when ${studioId}::uuid then ${otherId}::uuid else ${studioId}::uuid end where status = 'NAMED'`;
  expect(await levels()).toEqual(['COUNTY', 'PROVINCIAL']);
  await prisma.studioTitle.deleteMany();
  expect(await levels()).toEqual([null, null]);
});

test('a transaction sees the level it makes, and takes it back with itself', async () => {
  const { id } = await title('COUNTY');
  const seen: unknown[] = [];
  const work = prisma.$transaction(async (transaction) => {
    await transaction.studioTitle.update({ where: { id }, data: { level: 'NATIONAL' } });
    seen.push(await levelOf(studioId, transaction));
    await transaction.studioTitle.delete({ where: { id } });
    seen.push(await levelOf(studioId, transaction));
    throw new Error('back');
  });
  await expect(work).rejects.toThrow('back');
  expect([...seen, await levelOf(studioId)]).toEqual(['NATIONAL', null, 'COUNTY']);
});

test('a studio is deleted together with its titles', async () => {
  const { id } = await app.studio({ employerId: employer.id });
  await title('NATIONAL', { studioId: id });
  await prisma.studio.delete({ where: { id } });
  expect(await prisma.studioTitle.count({ where: { studioId: id } })).toBe(0);
});
