import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, inject, onTestFinished, test, vi } from 'vitest';
import { readAwardTypes } from '../../prisma/seed/demo/awardTypes.ts';
import { OURS } from '../../prisma/seed/demo/ids.ts';
import type { Run } from '../../prisma/seed/demo/insert.ts';
import { load } from '../../prisma/seed/demo/load.ts';
import { readPlaces } from '../../prisma/seed/demo/places.ts';
import { readPublished, STORY } from '../../prisma/seed/demo/story.ts';
import { year } from '../../prisma/seed/demo/year.ts';
import { type Connection, openDatabase } from '../../src/platform/database.ts';
import { models, tableOf } from '../../src/platform/models.ts';
import { copyOf } from '../kit/templates.ts';
import { contentOf, record, recorded } from './telling/record.ts';
import { tell } from './telling/story.ts';

/** When records were made that are there before the story begins. */
const MADE_AT = new Date('2026-01-01T00:00:00Z');
const PATIENCE = { timeout: 600_000, maxWait: 10_000 };

afterEach(() => void vi.useRealTimers());

test('what the year keeps of a competition is what comes of it when people go through it again', async () => {
  const { driver, remove } = await copyOf(inject('templates').published);
  const db = openDatabase(driver);
  onTestFinished(async () => {
    await db.close();
    await remove();
  });
  const told = await db.transaction(retold, PATIENCE);
  if (process.env.UPDATE_STORY) writeFileSync(STORY, told);
  else expect(told).toBe(readFileSync(STORY, 'utf8'));
});

/** Loads the year as it is before, has people act, and gives what changed. */
async function retold(db: Connection): Promise<string> {
  const run: Run = (text, values) => db.prisma.$queryRawUnsafe(text, ...values);
  const places = await readPlaces(run);
  await load(run, year(places, await readAwardTypes(run)), 1, () => {});
  for (const table of recorded.filter((model) => 'updatedAt' in models[model].fields).map(tableOf)) {
    const update = `update ${table} set created_at = $1, updated_at = $1 where id::text like '%${OURS}'`;
    await db.prisma.$executeRawUnsafe(update, MADE_AT);
  }
  const before = await contentOf(db);
  // What happens has the instants of the story, and so have the ids that it gives.
  vi.useFakeTimers({ toFake: ['Date'] });
  await tell(db, places);
  return record(before, await contentOf(db), await readPublished(run));
}
