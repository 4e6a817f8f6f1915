import { expect, test } from 'vitest';
import { closeNotice } from '../../src/features/notices/commands/closeNotice.ts';
import { handleObjection } from '../../src/features/notices/commands/handleObjection.ts';
import { submitShortlist, withdrawShortlist } from '../../src/features/praise/commands/advance.ts';
import { decideShortlist } from '../../src/features/praise/commands/decideShortlist.ts';
import { drawShortlist } from '../../src/features/praise/commands/drawShortlist.ts';
import { excludeCandidate, includeCandidate } from '../../src/features/praise/commands/select.ts';
import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import type { Call } from '../../src/platform/call.ts';
import { seen } from '../../src/platform/writes.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { expectOffered } from '../kit/offering.ts';
import { startSignIn } from '../kit/signIn.ts';
import { OVER, praised } from '../refusals/praised.ts';
import { ground } from '../refusals/scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { admin, office, both, municipal, watcher, stranger, person, prisma } = all;
const { here } = all;
const { ranked, listed, ripe, notice, objection, CLOSED } = await praised(all);
const citizen = await person();
const people = { admin, office, both, municipal, watcher, stranger, citizen };

const step = { version: 1, opinion: '示例' };
const PUBLISHED = { status: 'PUBLISHED', publishedAt: NOON } as const;
const NOTICED = { status: 'NOTICED', noticedAt: NOON } as const;

test('of a standing', async () => {
  const made = async (status: Parameters<typeof ranked>[0], data: object) =>
    (await ranked(status, data)).standing.id;
  const draft = { status: 'DRAFT', publishedAt: null } as const;
  const count = await expectOffered(app, {
    model: 'Standing',
    people,
    rows: {
      'a draft': await made('SCORING', draft),
      'a draft of what is frozen': await made('FROZEN', draft),
      'a draft of what is over': await made('CONCLUDED', draft),
      'a draft of what is halted': await made('SUSPENDED', draft),
      published: await made('SCORING', PUBLISHED),
      superseded: await made('SCORING', { ...PUBLISHED, status: 'SUPERSEDED' }),
    },
    actions: {
      COMPUTE: async (call, id) => {
        const { status, ...of } = await seen(call, 'Standing', id);
        // What is published is not computed anew: another one is begun.
        return status === 'DRAFT' ? computeStanding(call, of) : publishStanding(call, { ...step, id });
      },
      PUBLISH: (call, id) => publishStanding(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(10);
});

test('of a notice', async () => {
  const count = await expectOffered(app, {
    model: 'PublicNotice',
    people,
    rows: {
      open: (await notice()).id,
      'over its last day': (await notice(OVER)).id,
      closed: (await notice({ ...OVER, ...CLOSED })).id,
    },
    actions: { CLOSE: (call, id) => closeNotice(call, { ...step, id }) },
  });
  expect(count).toBe(8);
});

test('of an objection', async () => {
  const { competition, standing, shortlist, candidate } = await listed(NOTICED);
  const at = { shortlistId: shortlist.id, standingId: standing.id };
  const { id } = await notice({ competitionId: competition.id }, at);
  const made = async (data: object) => (await objection(id, data)).id;
  const handled = { status: 'CLOSED', finding: '示例', outcome: 'UPHELD', closedAt: NOON } as const;
  const count = await expectOffered(app, {
    model: 'Objection',
    people,
    rows: {
      'of somebody': await made({ raiserId: citizen.id }),
      'of the office': await made({ raiserId: office.id }),
      'about the unit': await made({ candidateId: candidate.id }),
      handled: await made(handled),
    },
    actions: {
      HANDLE: (call, id) => handleObjection(call, { id, version: 1, finding: '示例', outcome: 'UPHELD' }),
    },
  });
  expect(count).toBeGreaterThan(8);
});

test('of a shortlist', async () => {
  const settled = await listed({ status: 'SUBMITTED' });
  const shown = await ripe();
  for (const { shortlist } of [settled, shown]) {
    await app.workflowEvent({
      ...{ subjectType: 'Shortlist', subjectId: shortlist.id, action: 'SUBMIT' },
      ...{ toState: 'SUBMITTED', actorUserId: municipal.id, at: NOON },
    });
  }
  const { id: decisionId } = await app.decision({ kind: 'PRAISE', nature: 'PRAISE', regionId: here.city.id });
  const made = async (...of: Parameters<typeof listed>) => (await listed(...of)).shortlist.id;
  const frozen = await ripe();
  await prisma.competition.update({
    where: { id: frozen.competition.id },
    data: { status: 'FROZEN', noticeOpenedAt: null },
  });
  // What is looked up in a transaction is looked up by it: the embedded database has one connection.
  const candidateOf = async ({ db }: Call, shortlistId: string) => ({
    candidateId: (await db.prisma.shortlistCandidate.findFirstOrThrow({ where: { shortlistId } })).id,
  });
  let docNos = 0;
  const decision = () => ({
    ...{ title: '示例', docNo: `示例〔2026〕${++docNos}号`, issuedOn: new Date('2026-05-01') },
    issuerId: all.department.id,
  });
  const DRAW = async (call: Call, id: string) => {
    const { status, standingId } = await seen(call, 'Shortlist', id);
    // In the place of what was given up another one is begun.
    return status === 'WITHDRAWN'
      ? submitShortlist(call, { ...step, id })
      : drawShortlist(call, { standingId, rules: [], version: 1 });
  };
  const count = await expectOffered(app, {
    model: 'Shortlist',
    people,
    rows: {
      'a draft': await made(),
      'a draft before its time': await made({}, 'RUNNING'),
      'a draft of what is over': await made({}, 'CONCLUDED'),
      settled: settled.shortlist.id,
      shown: shown.shortlist.id,
      'shown, of what is frozen again': frozen.shortlist.id,
      decided: await made({ ...NOTICED, status: 'DECIDED', decidedAt: NOON, decisionId }),
      'given up': await made({ status: 'WITHDRAWN' }),
    },
    actions: {
      DRAW,
      EXCLUDE: async (call, id) => excludeCandidate(call, { ...step, id, ...(await candidateOf(call, id)) }),
      INCLUDE: async (call, id) => includeCandidate(call, { ...step, id, ...(await candidateOf(call, id)) }),
      SUBMIT: (call, id) => submitShortlist(call, { ...step, id }),
      DECIDE: (call, id) => decideShortlist(call, { ...step, ...decision(), id }),
      WITHDRAW: (call, id) => withdrawShortlist(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(20);
});
