import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concludeCompetition } from '../../src/features/entries/commands/concludeCompetition.ts';
import { closeNotice } from '../../src/features/notices/commands/closeNotice.ts';
import { handleObjection } from '../../src/features/notices/commands/handleObjection.ts';
import { openNotice } from '../../src/features/notices/commands/openNotice.ts';
import { raiseObjection } from '../../src/features/notices/commands/raiseObjection.ts';
import { submitShortlist, withdrawShortlist } from '../../src/features/praise/commands/advance.ts';
import { decideShortlist } from '../../src/features/praise/commands/decideShortlist.ts';
import { drawShortlist } from '../../src/features/praise/commands/drawShortlist.ts';
import { excludeCandidate, includeCandidate } from '../../src/features/praise/commands/select.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { Call } from '../../src/platform/call.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import { startSharedApp } from '../kit/app.ts';
import { praising } from '../kit/praise.ts';
import { sequences } from '../kit/runs.ts';
import { startSignIn } from '../kit/signIn.ts';
import { attempts, expected, Model, type Step } from './oracle.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await praising(app, signIn);
const { office, person, here, callAs, awardType, department, comesTo, elapses } = all;
const colleague = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
const calls: Record<Step['who'], Call> = {
  office: await callAs(office),
  colleague: await callAs(colleague),
  citizen: await callAs(await person()),
};
// Objections are handled by somebody who raises none.
const handler = await callAs(all.everyone.municipal);
const base = await all.ranking('60', '50');
const { schemeId } = base;

/** A competition of its own with a standing of two entries, from which one is drawn. */
async function scene() {
  const { id: competitionId } = await app.competition({ status: 'SCORING', regionId: here.city.id });
  const made = [];
  for (let n = 0; n < 2; n++) {
    const unit = await app.organization({ regionId: here.county.id });
    const of = { competitionId, applicantId: unit.id, regionId: here.county.id, status: 'ACTIVE' } as const;
    made.push(await app.entry(of));
  }
  const standing = await prisma.standing.create({
    data: {
      ...{ competitionId, schemeId, status: 'PUBLISHED', computedAt: base.standing.computedAt },
      publishedAt: base.standing.publishedAt,
      rows: {
        create: made.map(({ id: entryId, regionId }, n) => ({
          ...{ entryId, regionId, ordinal: n + 1, rank: n + 1, total: 90 - n, toNext: n || null },
        })),
      },
    },
  });
  const rules = [{ awardTypeId: awardType.id, places: 1 }];
  const { id } = await drawShortlist(calls.office, { standingId: standing.id, rules });
  await comesTo(competitionId, 'NOTICE');
  const candidates = await prisma.shortlistCandidate.findMany({
    where: { shortlistId: id },
    orderBy: { ordinal: 'asc' },
  });
  return { id, competitionId, entries: made, candidates: candidates.map((each) => each.id) };
}
let decisions = 0;
type Scene = Awaited<ReturnType<typeof scene>>;

async function does(of: Scene, model: Model, step: Step): Promise<string> {
  const { who, action, at, isStale, opinion } = step;
  const call = calls[who];
  const version = isStale ? model.version + 1 : model.version;
  const notice = await prisma.publicNotice.findFirst({ where: { shortlistId: of.id } });
  const candidateId = of.candidates[at]!;
  const open = await prisma.objection.findFirst({
    where: { status: 'OPEN', notice: { shortlistId: of.id } },
  });
  const list = { id: of.id, version, opinion };
  const handled = { id: open?.id ?? '', version: 1, finding: '示例' };
  try {
    switch (action) {
      case 'EXCLUDE':
        await excludeCandidate(call, { ...list, candidateId });
        break;
      case 'INCLUDE':
        await includeCandidate(call, { ...list, candidateId });
        break;
      case 'SUBMIT':
        await submitShortlist(call, list);
        break;
      case 'WITHDRAW':
        await withdrawShortlist(call, list);
        break;
      case 'DECIDE':
        // Counted here alone: a long look takes more steps than a year has numbers.
        await decideShortlist(call, {
          ...{ ...list, title: '示例', docNo: `示例〔2026〕${++decisions}号`, issuerId: department.id },
          issuedOn: new Date('2026-05-01'),
        });
        break;
      case 'NOTICE':
        await openNotice(call, { shortlistId: of.id, title: '示例', text: '示例', scope: 'CITY' });
        break;
      case 'OBJECT':
        if (
          !notice ||
          (open && model.notice === 'OPEN' && !model.isOver && (who !== 'citizen' || model.selected[at]))
        )
          return 'NONE';
        await raiseObjection(call, { noticeId: notice.id, candidateId, text: '示例', objectorName: '示例' });
        break;
      case 'UPHOLD':
      case 'DISMISS':
        if (!open) return 'NONE';
        await handleObjection(handler, { ...handled, outcome: action === 'UPHOLD' ? 'UPHELD' : 'DISMISSED' });
        break;
      case 'CLOSE':
        if (!notice) return 'NONE';
        await closeNotice(call, { id: notice.id, version: notice.version });
        break;
      case 'ELAPSE':
        if (notice) await elapses(globalId('PublicNotice', notice.id));
        break;
      case 'VETO':
        await prisma.veto.create({
          data: {
            ...{
              entryId: of.entries[at]!.id,
              regionId: here.county.id,
              raiserId: office.id,
              reason: 'FRAUD',
            },
            ...{ occurredOn: new Date('2026-04-01'), description: '示例', status: 'CONFIRMED' },
            confirmedAt: new Date('2026-04-02'),
          },
        });
        break;
      case 'CONCLUDE': {
        const competition = await prisma.competition.findUniqueOrThrow({ where: { id: of.competitionId } });
        await concludeCompetition(call, { id: of.competitionId, version: competition.version });
        break;
      }
    }
    return 'OK';
  } catch (error) {
    if (error instanceof Refusal) return (error as Refusal & { code: string }).code;
    throw error;
  }
}

/** How it is kept. */
async function stored({ id, competitionId }: Scene) {
  const row = await prisma.shortlist.findUniqueOrThrow({
    where: { id },
    include: {
      candidates: { orderBy: { ordinal: 'asc' }, select: { isSelected: true } },
      notices: true,
      decision: { include: { awardGrants: { include: { standingRow: true } } } },
    },
  });
  const { status: of } = await prisma.competition.findUniqueOrThrow({ where: { id: competitionId } });
  const grants = row.decision?.awardGrants ?? [];
  expect(grants.every(({ standingRow }) => standingRow?.standingId === row.standingId)).toBe(true);
  return {
    ...{ status: row.status, version: row.version, notice: row.notices[0]?.status, grants: grants.length },
    ...{ selected: row.candidates.map(({ isSelected }) => isSelected), isConcluded: of === 'CONCLUDED' },
    changes: await prisma.changeEvent.count({ where: { entityId: id } }),
  };
}

const ends: string[] = [];

test('whatever is tried, nothing is skipped, repeated or half done', async () => {
  await fc.assert(
    fc.asyncProperty(attempts, async (tried) => {
      const of = await scene();
      const model = new Model();
      for (const step of tried) {
        const came = await does(of, model, step);
        expect([step, came]).toEqual([step, expected(model, step)]);
      }
      const { status, version, notice, grants, selected, isConcluded } = model;
      const isSo = { status, version, notice, grants, selected, isConcluded, changes: version };
      expect(await stored(of)).toEqual(isSo);
      ends.push(isConcluded ? 'CONCLUDED' : status);
    }),
    { numRuns: sequences(60) },
  );
  // All ends were come to, so that what follows them was tried.
  expect(new Set(ends)).toEqual(
    new Set(['DRAFT', 'SUBMITTED', 'NOTICED', 'DECIDED', 'WITHDRAWN', 'CONCLUDED']),
  );
});
