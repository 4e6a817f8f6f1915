import { describe, expect, test } from 'vitest';
import { usccFault } from '../../src/features/organizations/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startApp, startSharedApp } from '../kit/app.ts';

const VALID = [
  '91350100M000100Y43',
  '9144030071526726XG',
  '914403001922038216',
  '91330100799655058B',
  '91110000802100433B',
  '91110000100017643K',
  '91420000737944946L',
  // Made up for tests by the standard's own arithmetic.
  '81370600MC00000123',
  '91370602MA00000154',
  '81500235MC0000020G',
  '11370600000000019Q',
];

describe('a unified social credit code', () => {
  test.each(VALID)('%s is one', (code) => {
    expect(usccFault(code)).toBeUndefined();
  });

  test.each([
    ['91420000737944946X', 'the check character, the 18th, is wrong'],
    ['91420000737944947L', 'the check character of the organization code, the 17th, is wrong'],
    ['9142000073794494L', 'expected 18 characters, not 17'],
    ['914200007379449460L', 'expected 18 characters, not 19'],
    ['9142000073794494IL', 'the character "I" does not occur in such codes'],
    ['91420000737944946l', 'the character "l" does not occur in such codes'],
  ])('%s is none: %s', (code, problem) => {
    expect(usccFault(code)?.message).toBe(problem);
  });

  test('with any one character changed is none', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const slips = VALID.flatMap((code) =>
      [...code].flatMap((character, at) =>
        [...alphabet]
          .filter((other) => other !== character)
          .map((other) => `${code.slice(0, at)}${other}${code.slice(at + 1)}`),
      ),
    );
    expect(slips.filter((code) => usccFault(code) === undefined)).toEqual([]);
  });
});

test('an organization is found by its id or by its code, also one typed with spaces and small letters', async () => {
  const app = await startApp();
  const factory = await app.organization({ name: '示例机械厂' });
  const union = await app.organization({
    name: '示例机械厂工会',
    type: 'GRASSROOTS_UNION',
    employerId: factory.id,
  });
  const identify = (organizationId: string, value: string) =>
    app.db.prisma.organizationIdentifier.create({ data: { organizationId, scheme: 'USCC', value } });
  await identify(factory.id, '91370602MA00000154');
  await identify(union.id, '81370600MC00000123');

  const query = `query ($id: ID!) {
    byId: organization(id: $id) { ...one } byCode: organization(uscc: " 91370602 ma00000154") { ...one }
    union: organization(uscc: "81370600MC00000123") { name employer { name } }
    none: organization(uscc: "91350100M000100Y43") { name }
  } fragment one on Organization {
    name unions { nodes { name } } identifiers { nodes { scheme value isPreferred organization { name } } }
  }`;
  const one = {
    name: '示例机械厂',
    unions: { nodes: [{ name: '示例机械厂工会' }] },
    identifiers: {
      nodes: [
        {
          scheme: 'USCC',
          value: '91370602MA00000154',
          isPreferred: true,
          organization: { name: '示例机械厂' },
        },
      ],
    },
  };
  expect((await app.ask(query, { id: globalId('Organization', factory.id) })).data).toEqual({
    byId: one,
    byCode: one,
    union: { name: '示例机械厂工会', employer: { name: '示例机械厂' } },
    none: null,
  });
});

test('exactly one of id and code is taken, and a wrong code is refused with what is wrong', async () => {
  const app = await startApp();
  const refused = async (args: string) => (await app.ask(`{ organization${args} { name } }`)).errors![0]!;
  for (const args of ['', '(id: "x", uscc: "91350100M000100Y43")', '(id: null)']) {
    expect(await refused(args)).toMatchObject({
      message: 'Give id or uscc, exactly one of them.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  expect(await refused('(uscc: "91350100M000100Y44")')).toMatchObject({
    message: 'uscc: the check character, the 18th, is wrong.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

const published = await startSharedApp('published');

test('the organizations that figures are of are real, and lead to their figures', async () => {
  const { data } = await published.ask(`{ organizations(filter: { text: "中和工业园区" }) { totalCount nodes {
    name type isDemo region { code } observations { totalCount nodes { code scope value } } } } }`);
  expect(data!.organizations).toEqual({
    totalCount: 1,
    nodes: [
      {
        name: '中和工业园区工会联合会',
        type: 'JOINT_UNION',
        isDemo: false,
        region: { code: '512002' },
        observations: {
          totalCount: 5,
          nodes: [
            { code: '003-006', scope: '中和工业园区工会联合会', value: '20' },
            { code: '003-007', scope: '中和工业园区工会联合会', value: '2000' },
            { code: '003-008', scope: '中和工业园区工会联合会', value: '2' },
            { code: '003-009', scope: '中和工业园区工会联合会', value: '5' },
            { code: '003-010', scope: '中和工业园区工会联合会', value: '4' },
          ],
        },
      },
    ],
  });
});

test('a person shows name and employer, and no personal data is in the schema', async () => {
  const app = await startApp();
  const { id: employerId } = await app.organization({ name: '示例机械厂' });
  await app.person({ name: '示例张师傅', employerId });
  const { data } = await app.ask(
    '{ people(filter: { text: "张师" }) { nodes { name isDemo employer { name people { totalCount } } } } }',
  );
  expect(data!.people).toEqual({
    nodes: [
      { name: '示例张师傅', isDemo: false, employer: { name: '示例机械厂', people: { totalCount: 1 } } },
    ],
  });
  const { data: schema } = await app.ask<{ __type: { fields: Field[] } }>(
    '{ __type(name: "Person") { fields { name type { kind ofType { kind } } } } }',
  );
  // The rest leads to what the person does and has received.
  const isLeaf = ({ kind, ofType }: Field['type']) => ['SCALAR', 'ENUM'].includes(ofType?.kind ?? kind);
  expect(schema!.__type.fields.filter(({ type }) => isLeaf(type)).map(({ name }) => name)).toEqual([
    ...['createdAt', 'id', 'isDemo', 'name', 'nameEn', 'updatedAt', 'version'],
  ]);
});

interface Field {
  name: string;
  type: { kind: string; ofType: { kind: string } | null };
}
