import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { expectRefusal } from '../kit/refusals.ts';
import { awardWrites } from './writes/awards.ts';
import { committeeWrites } from './writes/committees.ts';
import { competitionWrites } from './writes/competitions.ts';
import { decisionWrites } from './writes/decisions.ts';
import { entryWrites } from './writes/entries.ts';
import { innovationWrites } from './writes/innovation.ts';
import { projectWrites } from './writes/projects.ts';
import { studioWrites } from './writes/studios.ts';
import { titleWrites } from './writes/titles.ts';

const app = await startSharedApp('empty');
const writes = [
  await decisionWrites(app),
  await committeeWrites(app),
  await projectWrites(app),
  await studioWrites(app),
  await titleWrites(app),
  await innovationWrites(app),
  await competitionWrites(app),
  await entryWrites(app),
  await awardWrites(app),
];
const refused = writes.flatMap(({ refused }) => Object.entries(refused));
const allowed = writes.flatMap(({ allowed }) => Object.entries(allowed));

describe('the database refuses', () => {
  test.each(refused)('%s', (_name, [constraint, write]) => expectRefusal(constraint, write));
});

describe('the database accepts', () => {
  test.each(allowed)('%s', async (_name, write) => {
    await write();
  });
});

test('every constraint of the migration is seen to refuse something', () => {
  const migration = readFileSync('prisma/migrations/20261124040000_registry/migration.sql', 'utf8');
  const names = migration.matchAll(
    /(?:ADD CONSTRAINT|CREATE UNIQUE INDEX|CREATE TRIGGER) "(\w+_(?:check|excl|key))"/g,
  );
  const proved = new Set(refused.map(([, [constraint]]) => constraint));
  expect([...names].map(([, name]) => name).filter((name) => !proved.has(name!))).toEqual([]);
});
