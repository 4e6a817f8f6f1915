import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { NOON, startApp, startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { provinces } from './provinces.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, there, everyone, person } = await provinces(app, signIn);
const { admin } = everyone;
const unit = await person({ role: 'UNIT_OFFICER', organizationId: here.unit.id });
const union = await person({ role: 'UNIT_OFFICER', organizationId: here.union.id });
const assessor = await person({ role: 'ASSESSOR', organizationId: here.unit.id });
const member = await person({ role: 'COMMITTEE_MEMBER', regionId: here.city.id });
const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
const distantOffice = await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id });
const distant = await person({ role: 'MUNICIPAL_OFFICER', regionId: there.city.id });
const distantUnit = await person({ role: 'UNIT_OFFICER', organizationId: there.unit.id });
const all = { ...everyone, unit, union, assessor, member, office, distantOffice, distant, distantUnit };

/** Who sees the roles, and so the names, of whom. Everybody sees their own. */
const SEEN: Record<keyof typeof all, (keyof typeof all)[]> = {
  admin: Object.keys(all) as (keyof typeof all)[],
  provincial: [
    'provincial',
    'municipal',
    'county',
    'industrial',
    'supervisor',
    'unit',
    'union',
    'assessor',
    'member',
    'office',
  ],
  municipal: ['municipal', 'county', 'industrial', 'unit', 'union', 'assessor', 'member', 'office'],
  county: ['county', 'unit', 'union', 'assessor'],
  industrial: ['industrial', 'unit', 'union', 'assessor'],
  supervisor: [
    'provincial',
    'municipal',
    'county',
    'industrial',
    'supervisor',
    'unit',
    'union',
    'assessor',
    'member',
    'office',
  ],
  unit: ['unit', 'union', 'assessor'],
  union: ['unit', 'union', 'assessor'],
  assessor: ['assessor'],
  member: ['member'],
  office: ['office', 'assessor'],
  distantOffice: ['distantOffice'],
  distant: ['distant', 'distantUnit', 'distantOffice'],
  distantUnit: ['distantUnit'],
};

const clients = await Promise.all(
  [here, there].map(async ({ city, unit }, n) => {
    const client = await prisma.apiClient.create({ data: { name: `示例系统${n}`, organizationId: unit.id } });
    const times = { createdAt: NOON, expiresAt: new Date(NOON.getTime() + 1) };
    const row = {
      prefix: `example${n}`,
      secretHash: '0'.repeat(64),
      scopes: [],
      regionId: city.id,
      clientId: client.id,
    };
    return { client, key: await prisma.apiKey.create({ data: { ...row, ...times } }) };
  }),
);
const SEES_KEY: Partial<Record<keyof typeof all, number[]>> = {
  admin: [0, 1],
  provincial: [0],
  municipal: [0],
  supervisor: [0],
  distant: [1],
};

type Lists = Record<string, { totalCount: number; nodes: { id: string }[] }>;
const sorted = (model: ModelName, ids: readonly string[]) => ids.map((id) => globalId(model, id)).toSorted();
const assignments = new Map((await prisma.roleAssignment.findMany()).map(({ userId, id }) => [userId, id]));

describe.each(Object.entries(all) as [keyof typeof all, Person][])('%s', (name, who) => {
  const users = SEEN[name].map((each) => all[each].id);
  const expected: Record<string, string[]> = {
    users: sorted('User', users),
    roleAssignments: sorted(
      'RoleAssignment',
      users.map((id) => assignments.get(id)!),
    ),
    apiClients: sorted(
      'ApiClient',
      (SEES_KEY[name] ?? []).map((n) => clients[n]!.client.id),
    ),
    apiKeys: sorted(
      'ApiKey',
      (SEES_KEY[name] ?? []).map((n) => clients[n]!.key.id),
    ),
  };

  test('finds in the lists, and by ids, whom and what they may see', async () => {
    const lists = Object.keys(expected).map((list) => `${list}(first: 100) { totalCount nodes { id } }`);
    const { data } = await who.ask<Lists>(`{ ${lists.join(' ')} }`);
    for (const [list, ids] of Object.entries(expected)) {
      const { totalCount, nodes } = data![list]!;
      expect([list, totalCount, nodes.map(({ id }) => id).toSorted()]).toEqual([list, ids.length, ids]);
    }
    const every = [
      ...Object.values(all).map(({ id }) => globalId('User', id)),
      globalId('ApiKey', clients[0]!.key.id),
    ];
    const found = await who.ask<{ nodes: ({ id: string } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: every },
    );
    const seen = [...expected.users!, ...expected.apiKeys!];
    expect(found.data!.nodes).toEqual(every.map((id) => (seen.includes(id) ? { id } : null)));
  });

  test('and on the way from a region, an organization or a user', async () => {
    const { data } = await who.ask<{ regions: { nodes: Lists[] }; organizations: { nodes: Lists[] } }>(
      `{ regions(first: 10) { nodes {
           roleAssignments { totalCount nodes { id user { roleAssignments { nodes { id } } } } }
           apiKeys { totalCount nodes { id client { keys { nodes { id } } } } } } }
         organizations(first: 10) { nodes { roleAssignments { totalCount nodes { id } } apiClients { totalCount nodes { id } } } } }`,
    );
    const reached = (list: string) =>
      [...data!.regions.nodes, ...data!.organizations.nodes].flatMap((node) => {
        const { totalCount, nodes } = node[list] ?? { totalCount: 0, nodes: [] };
        expect(nodes.length).toBe(totalCount);
        return nodes.map(({ id }) => id);
      });
    // ADMIN is held nowhere.
    const placed = expected.roleAssignments!.filter(
      (id) => id !== globalId('RoleAssignment', assignments.get(admin.id)!),
    );
    expect(reached('roleAssignments').toSorted()).toEqual(placed);
    expect(reached('apiKeys').toSorted()).toEqual(expected.apiKeys);
    expect(reached('apiClients').toSorted()).toEqual(expected.apiClients);
  });
});

test('of an assessor who is something else besides, the office of a committee sees the assessor', async () => {
  const app = await startApp('empty', { authentication: signIn.authentication });
  const { here, person } = await provinces(app, signIn);
  const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
  const both = await person(
    { role: 'UNIT_OFFICER', organizationId: here.unit.id },
    { role: 'ASSESSOR', organizationId: here.unit.id },
  );
  const { data } = await office.ask(
    'query ($id: ID!) { node(id: $id) { ... on User { name roleAssignments { totalCount nodes { role } } } } }',
    { id: globalId('User', both.id) },
  );
  const { name } = await app.db.prisma.user.findUniqueOrThrow({ where: { id: both.id } });
  expect(data).toEqual({
    node: { name, roleAssignments: { totalCount: 1, nodes: [{ role: 'ASSESSOR' }] } },
  });
});

test('the public finds nobody', async () => {
  const lists = ['users', 'roleAssignments', 'apiClients', 'apiKeys'].map(
    (list) => `${list} { totalCount nodes { id } }`,
  );
  const nothing = { totalCount: 0, nodes: [] };
  expect((await app.ask(`{ ${lists.join(' ')} }`)).data).toEqual({
    users: nothing,
    roleAssignments: nothing,
    apiClients: nothing,
    apiKeys: nothing,
  });
});

test.each(['users', 'roleAssignments', 'apiClients', 'apiKeys'])(
  '%s is one statement, and one more for its total, after those that find out who asks',
  async (list) => {
    const identifying = (await app.statements(() => admin.ask('{ __typename }'))).length;
    const count = async (selection: string) =>
      (await app.statements(() => admin.ask(`{ ${list}(first: 100) { ${selection} } }`))).length -
      identifying;
    expect([await count('nodes { id }'), await count('totalCount nodes { id }')]).toEqual([1, 2]);
  },
);
