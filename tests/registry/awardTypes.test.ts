import { expect, test } from 'vitest';
import { AwardTypesDocument } from '../../src/generated/operations/graphql.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('demo');

/** The rows with that text in their name or code, as they were on a day or at any time. */
async function types(text: string, on?: string) {
  const { awardTypes } = await app.client.request(AwardTypesDocument, { text, on });
  expect(awardTypes.nodes).toHaveLength(awardTypes.totalCount);
  return awardTypes.nodes;
}

const AWARD = { code: 'national.may1_award', name: '全国五一劳动奖' };

test('the National Worker Pioneer is two rows: since 29 January 2026 it is part of the May 1st Labor Award', async () => {
  const pioneer = {
    code: 'national.worker_pioneer',
    name: '全国工人先锋号',
    nameEn: 'National Worker Pioneer',
    level: 'NATIONAL',
    nature: 'COMMENDATION',
    recipientKind: 'COLLECTIVE',
    cycleMonths: 12,
    note: expect.any(String),
  };
  const before = { ...pioneer, validFrom: null, validTo: '2026-01-29', parent: null };
  const after = { ...pioneer, validFrom: '2026-01-29', validTo: null, parent: AWARD };
  expect(await types('全国工人先锋号')).toEqual([before, after]);
  expect(await types('全国工人先锋号', '2008-01-01')).toEqual([before]);
  expect(await types('全国工人先锋号', '2026-01-28')).toEqual([before]);
  expect(await types('全国工人先锋号', '2026-01-29')).toEqual([after]);
  expect(await types('全国工人先锋号', '2030-01-01')).toEqual([after]);
});

test('an award has the awards that are part of it, as they are and as they were', async () => {
  const { data } = await app.ask(`{ awardTypes(filter: { code: ["national.may1_award"] }) { nodes {
    children { nodes { code validFrom } } on2025: children(filter: { validOn: "2025-05-01" }) { nodes { code } } } } }`);
  expect(data!.awardTypes).toEqual({
    nodes: [
      {
        children: {
          nodes: [
            { code: 'national.may1_certificate', validFrom: null },
            { code: 'national.may1_medal', validFrom: null },
            { code: 'national.worker_pioneer', validFrom: '2026-01-29' },
          ],
        },
        on2025: { nodes: [{ code: 'national.may1_certificate' }, { code: 'national.may1_medal' }] },
      },
    ],
  });
});

test('what was given before and after a change is found by the code that both rows share', async () => {
  const rows = await app.db.prisma.awardType.findMany({ where: { code: 'national.worker_pioneer' } });
  for (const { id: awardTypeId, validFrom } of rows) {
    const grantedOn = new Date(validFrom ? '2026-04-28' : '2025-04-28');
    await app.awardGrant({ awardTypeId, teamName: '示例一班', grantedOn });
  }
  const { data } = await app.ask(
    `{ awardGrants(filter: { awardTypeCode: ["national.worker_pioneer"], isDemo: false }) {
      totalCount nodes { grantedOn awardType { validFrom validTo } } } }`,
  );
  expect(data!.awardGrants).toEqual({
    totalCount: 2,
    nodes: [
      { grantedOn: '2026-04-28', awardType: { validFrom: '2026-01-29', validTo: null } },
      { grantedOn: '2025-04-28', awardType: { validFrom: null, validTo: '2026-01-29' } },
    ],
  });
});
