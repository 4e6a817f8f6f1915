import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { expectRefusal } from '../kit/refusals.ts';
import { meetingWrites } from './writes/meetings.ts';
import { noticeWrites } from './writes/notices.ts';
import { praiseWrites } from './writes/praise.ts';
import { schemeWrites } from './writes/schemes.ts';
import { sheetWrites } from './writes/sheets.ts';
import { standingWrites } from './writes/standings.ts';

const app = await startSharedApp('empty');
const writes = [
  await schemeWrites(app),
  await sheetWrites(app),
  await standingWrites(app),
  await meetingWrites(app),
  await noticeWrites(app),
  await praiseWrites(app),
];
const refused = writes.flatMap(({ refused }) => Object.entries(refused));
const allowed = writes.flatMap(({ allowed }) => Object.entries(allowed));

describe('of what is scored, shown and praised the database refuses', () => {
  test.each(refused)('%s', (_name, [constraint, write]) => expectRefusal(constraint, write));

  test('another look at what a meeting looked at', async () => {
    const { id } = await app.snapshot();
    await expect(
      app.db.prisma.stateOfPlaySnapshot.update({ where: { id }, data: { figures: {} } }),
    ).rejects.toThrow('A snapshot is never changed: take another one.');
  });
});

describe('the database accepts', () => {
  test.each(allowed)('%s', async (_name, write) => {
    await write();
  });
});

test.each(['20261127075000_scoring', '20261127080500_meetings', '20261127081000_praise'])(
  'every constraint of %s is seen to refuse something',
  (name) => {
    const migration = readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8');
    const names = migration.matchAll(
      /(?:ADD CONSTRAINT|CREATE UNIQUE INDEX|CREATE TRIGGER) "(\w+_(?:check|excl|key))"/g,
    );
    const proved = new Set(refused.map(([, [constraint]]) => constraint));
    const all = [...names].map(([, constraint]) => constraint);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((constraint) => !proved.has(constraint!))).toEqual([]);
  },
);
