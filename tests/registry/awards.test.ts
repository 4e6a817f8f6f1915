import { describe, expect, test } from 'vitest';
import { RevokedGrantsDocument } from '../../src/generated/operations/graphql.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

/** One batch of three grants, of which a later decision revoked two, and what each of the lists has of it. */
async function batch() {
  const region = await app.region();
  const inRegion = { regionId: region.id };
  const decision = await app.decision(inRegion);
  const revocation = await app.decision({ ...inRegion, kind: 'REVOKE', issuedOn: new Date('2026-03-01') });
  const of = { ...inRegion, decisionId: decision.id };
  const revoked = { ...of, status: 'REVOKED', revocationDecisionId: revocation.id } as const;
  const kept = await app.awardGrant({ ...of, citation: '示例：有效' });
  const first = await app.awardGrant({ ...revoked, citation: '示例：撤销一' });
  const second = await app.awardGrant({ ...revoked, citation: '示例：撤销二' });
  return { region, decision, revocation, kept, first, second, awardTypeId: kept.awardTypeId };
}

async function citations(filter: string, code: string | null) {
  const { data, errors } = await app.ask<{
    awardGrants: { totalCount: number; nodes: { citation: string }[] };
  }>(
    `query ($code: String) { awardGrants(filter: { regionCode: $code ${filter} }, first: 100) {
      totalCount nodes { citation } } }`,
    { code },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.awardGrants;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ citation }) => citation).sort();
}

const [ONE, TWO, KEPT] = ['示例：撤销一', '示例：撤销二', '示例：有效'];

describe('a list of grants', () => {
  test.each([
    ['has those in force, unless others are asked for', '', [KEPT]],
    ['has those in force where revoked ones are not to be included', 'includeRevoked: false', [KEPT]],
    ['has all of them where revoked ones are included', 'includeRevoked: true', [ONE, TWO, KEPT]],
    ['has those of a status that is asked for', 'status: [REVOKED]', [ONE, TWO]],
    ['has those of all statuses that are asked for', 'status: [REVOKED, EFFECTIVE]', [ONE, TWO, KEPT]],
    ['has nothing where both are asked for', 'status: [REVOKED], includeRevoked: false', []],
    ['has those of the status among all', 'status: [REVOKED], includeRevoked: true', [ONE, TWO]],
    ['obeys the status null like none', 'status: null, includeRevoked: null', [KEPT]],
  ])('%s', async (_, filter, expected) => {
    const { region } = await batch();
    expect(await citations(filter!, region.code)).toEqual([...expected!].sort());
  });

  test('leaves revoked ones out of its groups, too, but for those by status', async () => {
    const { region } = await batch();
    const { data } = await app.ask(
      `query ($code: String) { awardGrants(filter: { regionCode: $code }) {
        year: facets(by: YEAR) { value count } status: facets(by: STATUS) { value count } } }`,
      { code: region.code },
    );
    expect(data!.awardGrants).toEqual({
      year: [{ value: '2025', count: 1 }],
      status: [
        { value: 'REVOKED', count: 2 },
        { value: 'EFFECTIVE', count: 1 },
      ],
    });
  });
});

test('a decision shows what it granted and still holds, and the whole batch that it revoked', async () => {
  const { decision, revocation } = await batch();
  const { data } = await app.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Decision {
      awardGrants { totalCount } ofAll: awardGrants(filter: { includeRevoked: true }) { totalCount }
      revokedGrants { totalCount nodes { status revokedOn decision { docNo } } } } } }`,
    { ids: [globalId('Decision', decision.id), globalId('Decision', revocation.id)] },
  );
  const grant = { status: 'REVOKED', revokedOn: '2026-03-01', decision: { docNo: decision.docNo } };
  expect(data!.nodes).toEqual([
    {
      awardGrants: { totalCount: 1 },
      ofAll: { totalCount: 3 },
      revokedGrants: { totalCount: 0, nodes: [] },
    },
    {
      awardGrants: { totalCount: 0 },
      ofAll: { totalCount: 0 },
      revokedGrants: { totalCount: 2, nodes: [grant, grant] },
    },
  ]);
});

test('a partner reads what was revoked, with the decision that gave it and the one that took it back', async () => {
  const { region, decision, revocation, first, second } = await batch();
  const { awardGrants } = await app.client.request(RevokedGrantsDocument, { region: region.code! });
  const { name } = await app.db.prisma.awardType.findUniqueOrThrow({ where: { id: second.awardTypeId } });
  const person = await app.db.prisma.person.findUniqueOrThrow({ where: { id: second.personId! } });
  expect(awardGrants.totalCount).toBe(2);
  expect(awardGrants.pageInfo).toEqual({ hasNextPage: false, endCursor: expect.any(String) });
  expect(awardGrants.nodes.map(({ recipient }) => recipient)).toEqual([
    { id: globalId('Person', person.id), name: person.name },
    expect.objectContaining({ id: globalId('Person', first.personId!) }),
  ]);
  expect(awardGrants.nodes[0]).toEqual({
    awardType: { name },
    teamName: null,
    recipient: { id: globalId('Person', person.id), name: person.name },
    grantedOn: '2025-05-01',
    revokedOn: '2026-03-01',
    revocationReason: '示例原因',
    isDemo: false,
    decision: { docNo: decision.docNo, title: decision.title, kind: 'GRANT', issuedOn: '2025-05-01' },
    revocationDecision: {
      docNo: revocation.docNo,
      title: revocation.title,
      kind: 'REVOKE',
      issuedOn: '2026-03-01',
      revokedGrants: { totalCount: 2 },
    },
  });
});

describe('the recipient of a grant is', () => {
  test.each([
    ['a person', 'Person', async () => ({ personId: (await app.person({ name: '示例对象' })).id })],
    ['an organization', 'Organization', async () => ({ organizationId: await organization() })],
    [
      'the organization of a team, which has a name beside it',
      'Organization',
      async () => ({ organizationId: await organization(), teamName: '示例一班' }),
    ],
    ['a project', 'Project', async () => ({ projectId: (await app.project({ name: '示例对象' })).id })],
    ['a studio', 'Studio', async () => ({ studioId: (await app.studio({ name: '示例对象' })).id })],
    [
      'a result',
      'InnovationResult',
      async () => ({ resultId: (await app.result({ title: '示例对象' })).id }),
    ],
  ] as const)('%s', async (_, type, to) => {
    const keys: Record<string, string> = await to();
    const { id } = await app.awardGrant(keys);
    const { data } = await app.ask(
      `query ($id: ID!) { node(id: $id) { ... on AwardGrant { teamName recipient { __typename ... on Node { id }
        ... on Person { name } ... on Organization { name } ... on Project { name } ... on Studio { name }
        ... on InnovationResult { title } } } } }`,
      { id: globalId('AwardGrant', id) },
    );
    const { teamName = null, ...recipient } = keys;
    expect(data!.node).toEqual({
      teamName,
      recipient: {
        __typename: type,
        id: globalId(type, Object.values(recipient)[0]!),
        [type === 'InnovationResult' ? 'title' : 'name']: '示例对象',
      },
    });
  });

  const organization = async () => (await app.organization({ name: '示例对象' })).id;
});
