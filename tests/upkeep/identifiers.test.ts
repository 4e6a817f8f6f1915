import { describe, expect, test } from 'vitest';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, officers } = await startScene();
const { county, municipalThere } = officers;
const unit = () => app.organization({ regionId: here.county.id });
const add = (organization: { id: string }, input: object) => ({
  organization: id('Organization', organization),
  scheme: 'USCC',
  ...input,
});

describe('a unified social credit code', () => {
  test.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
    '91110000802100433B',
    '91110000100017643K',
    '9142 0000 7379 4494 6l'.toUpperCase(),
  ])('%s is kept', async (value) => {
    const given = await county.does(
      'organizationIdentifierAdd',
      add(await unit(), { value: value.toLowerCase() }),
      '... on OrganizationIdentifierAddPayload { organizationIdentifier { value isPreferred endedOn version } }',
    );
    const kept = { value: value.replace(/ /g, ''), isPreferred: true, endedOn: null, version: 1 };
    expect(given).toEqual({ __typename: 'OrganizationIdentifierAddPayload', organizationIdentifier: kept });
  });

  test.each([
    ['91420000737944946X', 18],
    ['91420000737944947L', 17],
    ['9142000I7379449460', 8],
    ['9142', null],
  ])('%s is refused, with the place of what is wrong: %s', async (value, position) => {
    expect(
      await refusal(
        county,
        'organizationIdentifierAdd',
        add(await unit(), { value }),
        '... on UsccError { position }',
      ),
    ).toEqual({
      __typename: 'UsccError',
      code: 'USCC',
      path: ['value'],
      position,
      message: expect.stringContaining('This is no unified social credit code: '),
      messageZh: expect.stringContaining('统一社会信用代码有误'),
    });
  });
});

test('stands for one organization at a time, and is given anew after its end', async () => {
  const [one, other] = [await unit(), await app.organization({ regionId: there.county.id })];
  const value = '81370600MC00000123';
  await county.does('organizationIdentifierAdd', add(one, { value }));
  expect(
    await refusal(
      municipalThere,
      'organizationIdentifierAdd',
      add(other, { value }),
      '... on IdentifierTakenError { organization { name } }',
    ),
  ).toMatchObject({ code: 'IDENTIFIER_TAKEN', path: ['value'], organization: { name: one.name } });

  const { id: local } = await app.db.prisma.organizationIdentifier.findFirstOrThrow({ where: { value } });
  const end = { id: id('OrganizationIdentifier', { id: local }), version: 1 };
  const ended = await county.does(
    'organizationIdentifierEnd',
    { ...end, opinion: '登记有误' },
    `... on OrganizationIdentifierEndPayload { organizationIdentifier { endedOn isPreferred version
      events { nodes { action opinion } } } }`,
  );
  expect(ended.organizationIdentifier).toEqual({
    endedOn: '2026-05-01',
    isPreferred: false,
    version: 2,
    events: {
      nodes: [
        { action: 'ADD', opinion: null },
        { action: 'END', opinion: '登记有误' },
      ],
    },
  });
  const again = await refusal(
    county,
    'organizationIdentifierEnd',
    { ...end, version: 2 },
    '... on AlreadyEndedError { endedAt }',
  );
  expect(again).toMatchObject({ code: 'ALREADY_ENDED', endedAt: '2026-04-30T16:00:00.000Z' });
  expect(await outcome(municipalThere, 'organizationIdentifierAdd', add(other, { value }))).toBe('done');
  const { data } = await app.ask('query ($uscc: String) { organization(uscc: $uscc) { name } }', {
    uscc: value,
  });
  expect(data).toEqual({ organization: { name: other.name } });
});

test('one of a scheme is shown: a later one in its place, if it is said so', async () => {
  const one = await unit();
  const give = (value: string, more = {}) =>
    county.does('organizationIdentifierAdd', add(one, { scheme: 'UNION_LEGAL_CERT', value, ...more }));
  await give('示例证1');
  await give('示例证2');
  await give('示例证3', { isPreferred: true });
  const rows = await app.db.prisma.organizationIdentifier.findMany({
    where: { organizationId: one.id },
    orderBy: { value: 'asc' },
  });
  expect(rows.map(({ value, isPreferred, version }) => [value, isPreferred, version])).toEqual([
    ['示例证1', false, 2],
    ['示例证2', false, 1],
    ['示例证3', true, 1],
  ]);
});

test.each([
  ['a space', { scheme: 'UNION_LEGAL_CERT', value: 'a b' }, 'value'],
  ['nothing', { scheme: 'UNION_LEGAL_CERT', value: '' }, 'value'],
  ['a partner’s without the partner', { scheme: 'PARTNER', value: '1' }, 'partner'],
  ['a partner of another scheme', { scheme: 'UNION_LEGAL_CERT', value: '1', partner: '示例' }, 'partner'],
])('%s is no code', async (_, input, path) => {
  expect(await refusal(county, 'organizationIdentifierAdd', add(await unit(), input))).toMatchObject({
    code: 'INVALID',
    path: [path],
  });
});

test('ten at once: one has it', async () => {
  const units = await Promise.all(Array.from({ length: 10 }, unit));
  const value = '91370602MA00000154';
  const outcomes = await Promise.all(
    units.map((each) => outcome(county, 'organizationIdentifierAdd', add(each, { value }))),
  );
  expect(outcomes.toSorted()).toEqual([...Array(9).fill('IDENTIFIER_TAKEN'), 'done']);
});
