import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryStatus } from '../../src/generated/prisma/client.ts';
import { startSharedApp } from '../kit/app.ts';
import { sequences } from '../kit/runs.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ACTIONS, actors, done } from './asking.ts';
import { applying, FULL, land } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const actor = await actors(app, here);
const { id: competitionId } = await applying(app, here);

const WHO = ['unit', 'colleague', 'unit2', 'county', 'county2', 'municipal', 'office'] as const;
type Who = (typeof WHO)[number];

/** What an entry of the unit is to be, written once more here. */
interface Model {
  status: EntryStatus;
  version: number;
  step: number | null;
  isComplete: boolean;
  isNumbered: boolean;
  events: string[];
}

const UNIT: readonly Who[] = ['unit', 'colleague'];
const CITY: readonly Who[] = ['municipal', 'office'];
const OPEN = ['DRAFT', 'RETURNED'];
const PENDING = ['SUBMITTED', 'RECOMMENDED'];
const APPLICANT = ['UPDATE', 'SUBMIT', 'WITHDRAW'];
const TO = {
  SUBMIT: 'SUBMITTED',
  RETURN: 'RETURNED',
  RECOMMEND: 'RECOMMENDED',
  APPROVE: 'APPROVED',
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
} as const;

interface Try {
  who: Who;
  action: (typeof ACTIONS)[number];
  isStale: boolean;
  hasOpinion: boolean;
  isWhole: boolean;
}

function expected(model: Model, { who, action, isStale, hasOpinion }: Try): string {
  const { status, step } = model;
  const isPublic = status === 'APPROVED';
  if (!isPublic && (who === 'unit2' || who === 'county2')) return 'NotFoundError';
  const level = step === null ? [...CITY, 'county', 'county2'] : step === 0 ? ['county'] : CITY;
  const may = APPLICANT.includes(action) ? UNIT.includes(who) : (level as string[]).includes(who);
  if (!may || who === 'county2') return 'ForbiddenError';
  if (isStale) return 'VersionConflictError';
  const isOpen = OPEN.includes(status);
  const isPending = PENDING.includes(status);
  const isPossible = {
    UPDATE: isOpen,
    SUBMIT: isOpen,
    RETURN: isPending,
    REJECT: isPending,
    RECOMMEND: isPending && step === 0,
    APPROVE: isPending && step === 1,
    WITHDRAW: isOpen || isPending || status === 'APPROVED',
  }[action];
  if (!isPossible) return 'StateError';
  if ((action === 'RETURN' || action === 'REJECT') && !hasOpinion) return 'OpinionRequiredError';
  return action === 'SUBMIT' && !model.isComplete ? 'IncompleteError' : 'done';
}

function after(model: Model, { action, isWhole }: Try): Model {
  return {
    status: action === 'UPDATE' ? model.status : TO[action],
    version: model.version + 1,
    step: action === 'SUBMIT' ? 0 : action === 'RECOMMEND' ? 1 : model.step,
    isComplete: action === 'UPDATE' ? isWhole : model.isComplete,
    isNumbered: model.isNumbered || action === 'APPROVE',
    events: [...model.events, action],
  };
}

const tries = fc.record({
  who: fc.constantFrom(...WHO),
  action: fc.constantFrom(...ACTIONS),
  isStale: fc.nat(9).map((n) => n === 0),
  hasOpinion: fc.nat(4).map((n) => n > 0),
  isWhole: fc.nat(4).map((n) => n > 0),
  /** Most of the time something is tried that can be done, so that ways are walked to their ends. */
  choice: fc.option(fc.nat(), { freq: 2 }),
});

type Drawn = typeof tries extends fc.Arbitrary<infer D> ? D : never;

function chosen(model: Model, { choice, ...each }: Drawn): Try {
  if (choice === null) return each;
  const possible = WHO.flatMap((who) =>
    ACTIONS.map((action) => ({ ...each, who, action, isStale: false, hasOpinion: true })),
  ).filter((one) => one.action !== 'WITHDRAW' && expected(model, one) === 'done');
  return possible[choice % possible.length] ?? each;
}

let counter = 0;

test('whatever is tried in whatever order: what may be done is done whole, what may not leaves nothing', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 6, maxLength: 14, size: 'max' }), async (all) => {
      const { id } = await app.entry({
        competitionId,
        applicantId: here.unit.id,
        regionId: here.county.id,
        teamName: `示例班组${++counter}`,
        ...FULL,
      });
      let model: Model = {
        status: 'DRAFT',
        version: 1,
        step: null,
        isComplete: true,
        isNumbered: false,
        events: [],
      };
      for (const drawn of all) {
        const each = chosen(model, drawn);
        const outcome = await done(app, actor[each.who], each.action, {
          id,
          version: each.isStale ? model.version - 1 : model.version,
          opinion: each.hasOpinion ? '示例' : ' ',
          ...(each.action === 'UPDATE' && { plan: each.isWhole ? '示例方案' : null }),
        });
        expect([each, outcome]).toEqual([each, expected(model, each)]);
        if (outcome === 'done') model = after(model, each);
        reached.add(model.status);
      }
      const row = await prisma.entry.findUniqueOrThrow({ where: { id } });
      const events = await prisma.workflowEvent.findMany({
        where: { subjectId: id },
        orderBy: { id: 'asc' },
        select: { action: true, toState: true },
      });
      const changes = await prisma.changeEvent.count({ where: { entityId: id } });
      expect({
        status: row.status,
        version: row.version,
        step: row.step,
        isComplete: row.plan !== null,
        isNumbered: row.entryNo !== null,
        events: events.map(({ action }) => action),
        last: events.at(-1)?.toState ?? 'DRAFT',
        changes,
      }).toEqual({ ...model, last: model.status, changes: model.events.length });
    }),
    { numRuns: sequences(40) },
  );
  expect([...reached].toSorted()).toEqual([
    'APPROVED',
    'DRAFT',
    'RECOMMENDED',
    'REJECTED',
    'RETURNED',
    'SUBMITTED',
    'WITHDRAWN',
  ]);
  const numbers = await prisma.entry.findMany({
    where: { entryNo: { not: null } },
    select: { entryNo: true },
  });
  expect(new Set(numbers.map(({ entryNo }) => entryNo)).size).toBe(numbers.length);
});
