import { describe, expect, test } from 'vitest';
import { confirmSheet } from '../../src/features/scoring/commands/confirmSheet.ts';
import { correctSheet } from '../../src/features/scoring/commands/correctSheet.ts';
import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { FULL, scoring } from '../kit/scoring.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { office, contest, entrant, assigned, scores, callAs, confirmed } = await scoring(app, signIn);

describe('nobody learns a score before its time', () => {
  test('a unit sees its own, an assessor theirs, the office all; others what is published, and not while it is frozen', async () => {
    const of = await contest();
    const [own, other] = [await confirmed(of, '55'), await confirmed(of, '40')];
    await scores(own.officer, 'SELF', of, own.entry.id, FULL);
    const ids = [own, other].map(({ entry }) => globalId('Entry', entry.id));
    type Sheets = {
      nodes: { scoreSheets: { totalCount: number; nodes: { kind: string; total: string }[] } }[];
    };
    const seen = async (ask: (query: string, variables: object) => Promise<{ data?: Sheets | null }>) => {
      const { data } = await ask(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entry { scoreSheets { totalCount nodes { kind total } } } } }',
        { ids },
      );
      return data!.nodes.map(({ scoreSheets: { totalCount, nodes } }) => {
        expect(nodes.length).toBe(totalCount);
        return nodes
          .map(({ kind, total }) => `${kind} ${total}`)
          .toSorted()
          .join(', ');
      });
    };
    const all = async () => ({
      unit: await seen(own.officer.ask),
      assessor: await seen(own.who.ask),
      office: await seen(office.ask),
      public: await seen(app.ask),
    });
    const everything = ['ASSESSOR 95, CONFIRMED 95, SELF 100', 'ASSESSOR 80, CONFIRMED 80'];
    const before = {
      unit: ['SELF 100', ''],
      assessor: ['ASSESSOR 95', ''],
      office: everything,
      public: ['', ''],
    };
    expect(await all()).toEqual(before);
    const call = await callAs(office);
    const standing = await computeStanding(call, { competitionId: of.competition.id });
    expect(await all()).toEqual(before);
    const rows = async (ask: typeof app.ask) => {
      const { data } = await ask<{ standing: { rows: { totalCount: number } } | null }>(
        'query ($id: ID!) { standing(id: $id) { rows { totalCount } recomputation { isEqual } } }',
        { id: globalId('Standing', standing.id) },
      );
      return data!.standing?.rows.totalCount ?? null;
    };
    const counts = async () => [await rows(own.officer.ask), await rows(app.ask), await rows(office.ask)];
    expect(await counts()).toEqual([null, null, 2]);
    await publishStanding(call, { id: standing.id, version: standing.version });
    expect(await all()).toEqual({
      unit: ['CONFIRMED 95, SELF 100', 'CONFIRMED 80'],
      assessor: ['ASSESSOR 95, CONFIRMED 95', 'CONFIRMED 80'],
      office: everything,
      public: ['CONFIRMED 95', 'CONFIRMED 80'],
    });
    expect(await counts()).toEqual([2, 2, 2]);
    const { id } = of.competition;
    await prisma.competition.update({
      where: { id },
      data: { status: 'FROZEN', frozenAt: new Date('2026-01-01') },
    });
    expect(await all()).toEqual({
      unit: ['CONFIRMED 95, SELF 100', ''],
      assessor: ['ASSESSOR 95', ''],
      office: everything,
      public: ['', ''],
    });
    expect(await counts()).toEqual([1, 0, 2]);
  });
});

describe('at once', () => {
  test('of two confirmations one is done', async () => {
    const of = await contest();
    const { entry } = await entrant(of);
    await scores(await assigned(entry.id), 'ASSESSOR', of, entry.id, FULL);
    const call = await callAs(office);
    const done = await Promise.allSettled([1, 2, 3].map(() => confirmSheet(call, { entryId: entry.id })));
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await prisma.scoreSheet.count({ where: { entryId: entry.id, kind: 'CONFIRMED' } })).toBe(1);
  });

  test('a standing that is published beside a correction rests on what was true, or is refused', async () => {
    const of = await contest();
    const { sheet } = await confirmed(of, '50');
    const call = await callAs(office);
    const { id, version } = await computeStanding(call, { competitionId: of.competition.id });
    const items = [{ criterionId: of.codes.A!, points: new Prisma.Decimal('60') }];
    const [published] = await Promise.allSettled([
      publishStanding(call, { id, version }),
      correctSheet(call, { id: sheet.id, version: 1, opinion: '示例', items }),
    ]);
    const { status, publishedAt } = await prisma.scoreSheet.findUniqueOrThrow({ where: { id: sheet.id } });
    // Corrected first, nothing old is published; published first, the correction finds another version.
    if (published!.status === 'rejected') expect([status, publishedAt]).toEqual(['SUPERSEDED', null]);
    else expect(status).toBe('PUBLISHED');
  });
});
