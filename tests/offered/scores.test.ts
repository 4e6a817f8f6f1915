import { expect, test } from 'vitest';
import { correctSheet } from '../../src/features/scoring/commands/correctSheet.ts';
import { openScheme } from '../../src/features/scoring/commands/openScheme.ts';
import { retireScheme } from '../../src/features/scoring/commands/retireScheme.ts';
import { saveSheet } from '../../src/features/scoring/commands/saveSheet.ts';
import { submitSheet } from '../../src/features/scoring/commands/submitSheet.ts';
import { updateScheme } from '../../src/features/scoring/commands/updateScheme.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { ownId } from '../../src/platform/actor.ts';
import { seen } from '../../src/platform/writes.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { expectOffered } from '../kit/offering.ts';
import { startSignIn } from '../kit/signIn.ts';
import { CONFIRMED, ground, SUBMITTED } from '../refusals/scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { admin, office, officer, both, county, municipal, watcher, person, prisma } = all;
const { here, unit, contest, scheme, assigned, recused } = all;

const [fair, out] = [await all.assessor(), await all.assessor()];
const kin = await person({ role: 'ASSESSOR', organizationId: unit.id });
const citizen = await person();
const looking = { admin, office, county, municipal, watcher, citizen };
const people = { admin, office, officer, both, watcher, fair, out, kin };

const step = { version: 1, opinion: '示例' };
const PUBLISHED = { ...CONFIRMED, status: 'PUBLISHED', publishedAt: NOON } as const;
const SUPERSEDED = { ...CONFIRMED, status: 'SUPERSEDED' } as const;

test('of a scheme', async () => {
  const open = await contest();
  const { id: over } = await app.competition({ status: 'CONCLUDED', regionId: here.city.id });
  const { id: noticed } = await app.competition({ status: 'NOTICE', regionId: here.city.id });
  const inForce = { status: 'ACTIVE', openedAt: NOON } as const;
  const locked = { ...inForce, status: 'LOCKED', lockedAt: NOON } as const;
  const { id: other } = await app.competition({ status: 'RUNNING', regionId: here.city.id });
  const made = async (data: Parameters<typeof scheme>[0]) => (await scheme(data)).id;
  const rows = {
    'in force': open.schemeId,
    'a draft': await made({ competitionId: open.competition.id, revision: 2 }),
    retired: await made({
      ...{ ...inForce, competitionId: open.competition.id, status: 'RETIRED', retiredAt: NOON, revision: 3 },
    }),
    locked: await made({ ...locked, competitionId: other }),
    'a draft of what is over': await made({ competitionId: over }),
    'in force of what is under notice': await made({ ...inForce, competitionId: noticed }),
    'a template': await made(inForce),
    'a draft of a template': await made({}),
  };
  const draft = {
    name: '示例',
    totalPoints: new Prisma.Decimal(1),
    aggregation: 'MEAN',
    tieRules: [],
  } as const;
  const count = await expectOffered(app, {
    model: 'ScoringScheme',
    rows,
    people: looking,
    actions: {
      UPDATE: (call, id) => updateScheme(call, { ...draft, criteria: [], id, version: 1 }),
      OPEN: (call, id) => openScheme(call, { ...step, id }),
      RETIRE: (call, id) => retireScheme(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(10);
});

test('of a score sheet', async () => {
  const open = await contest();
  const frozen = await contest('FROZEN');
  const over = await contest('CONCLUDED');
  const gone = await contest();
  await prisma.entry.update({ where: { id: gone.entry.id }, data: { status: 'WITHDRAWN', closedAt: NOON } });
  const vetoed = await contest();
  await prisma.entry.update({ where: { id: vetoed.entry.id }, data: { status: 'VETOED' } });
  await assigned(open.entry.id, fair);
  await assigned(open.entry.id, out);
  await recused(open.entry.id, out);
  await assigned(open.entry.id, kin, unit);
  const given = ({ id: assessorId }: { id: string }) => ({ kind: 'ASSESSOR', assessorId }) as const;
  const made = async (of: Awaited<ReturnType<typeof contest>>, data: object = {}) =>
    (await of.sheet(data)).id;
  const rows = {
    'a draft of the unit': await made(open),
    'a draft of an assessor': await made(open, given(fair)),
    'a draft of one who keeps out': await made(open, given(out)),
    'a draft of one of the unit': await made(open, given(kin)),
    'a draft of one who has no part': await made(frozen, given(fair)),
    'handed in': await made(await contest(), SUBMITTED),
    'of an entry that is gone': await made(gone),
    'of an entry that is vetoed': await made(vetoed),
    'of what is frozen': await made(frozen),
    confirmed: await made(open, CONFIRMED),
    'confirmed of what is frozen': await made(frozen, CONFIRMED),
    'confirmed of what is over': await made(over, CONFIRMED),
    published: await made(vetoed, PUBLISHED),
    corrected: await made(open, SUPERSEDED),
  };
  const count = await expectOffered(app, {
    model: 'ScoreSheet',
    rows,
    people,
    actions: {
      SAVE: async (call, id) => {
        const { kind, entryId, assessorId } = await seen(call, 'ScoreSheet', id);
        // What somebody else gave is saved by nobody: who tries begins a sheet of their own.
        if (kind === 'CONFIRMED' || (kind === 'ASSESSOR' && assessorId !== ownId(call.actor))) {
          return submitSheet(call, { id, version: 1 });
        }
        return saveSheet(call, { entryId, kind, version: 1, items: [] });
      },
      SUBMIT: (call, id) => submitSheet(call, { id, version: 1 }),
      CORRECT: (call, id) => correctSheet(call, { ...step, id, items: [] }),
    },
  });
  expect(count).toBeGreaterThan(10);
});
