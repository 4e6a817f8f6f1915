import { describe, expect, test } from 'vitest';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, officers } = await startScene();
const { prisma } = app.db;
const { admin, county, industrial, unit } = officers;

const WHOLE = `name nameEn shortName type ownership industryCode status validFrom validTo isDemo note version
  region { id } parent { id } employer { id } nextActions events { nodes { action fromState toState actorRole } }`;
const region = id('Region', here.county);
const organization = { name: '示例机械厂', type: 'ENTERPRISE', region };

test('is entered by an officer of its region', async () => {
  const told = await county.does(
    'organizationCreate',
    {
      ...organization,
      name: ' 示例机械厂 ',
      nameEn: 'Example Works',
      shortName: '示例厂',
      ownership: 'PRIVATE',
      industryCode: 'C',
      parent: id('Organization', here.unit),
      validFrom: '2001-02-03',
      note: ' ',
    },
    `... on OrganizationCreatePayload { organization { ${WHOLE} } }`,
  );
  expect(told).toEqual({
    __typename: 'OrganizationCreatePayload',
    organization: {
      ...organization,
      nameEn: 'Example Works',
      shortName: '示例厂',
      ownership: 'PRIVATE',
      industryCode: 'C',
      status: 'ACTIVE',
      validFrom: '2001-02-03',
      validTo: null,
      isDemo: false,
      note: null,
      version: 1,
      region: { id: region },
      parent: { id: id('Organization', here.unit) },
      employer: null,
      nextActions: ['CLOSE', 'MERGE'],
      events: {
        nodes: [{ action: 'CREATE', fromState: null, toState: 'ACTIVE', actorRole: 'COUNTY_OFFICER' }],
      },
    },
  });
});

describe('who may', () => {
  const parent = id('Organization', here.unit);
  test.each([
    [
      'an industrial union in its line, wherever that lies',
      industrial,
      { parent: id('Organization', here.industry) },
      'done',
    ],
    ['an industrial union elsewhere', industrial, {}, 'FORBIDDEN'],
    ['a unit under itself', unit, { parent }, 'done'],
    ['a unit its own union', unit, { employer: parent, type: 'GRASSROOTS_UNION' }, 'done'],
    ['a unit beside itself', unit, {}, 'FORBIDDEN'],
    // Its officers would reach the employer.
    [
      'a union of somebody else’s employer',
      county,
      { employer: id('Organization', there.unit), type: 'GRASSROOTS_UNION' },
      'FORBIDDEN',
    ],
    ['a county in another one', county, { region: id('Region', there.county) }, 'FORBIDDEN'],
  ] as const)('%s: %#', async (_, who, input, expected) => {
    expect(await outcome(who, 'organizationCreate', { ...organization, ...input })).toBe(expected);
  });

  test('a unit changes what lies under it, and neither itself nor what it could not make', async () => {
    const below = await app.organization({ regionId: here.county.id, parentId: here.unit.id });
    const change = { version: 1, shortName: '示例' };
    expect(await outcome(unit, 'organizationUpdate', { ...change, id: id('Organization', below) })).toBe(
      'done',
    );
    expect(await outcome(unit, 'organizationUpdate', { ...change, id: id('Organization', here.unit) })).toBe(
      'FORBIDDEN',
    );
    const away = { id: id('Organization', below), version: 2, parent: null };
    expect(await outcome(unit, 'organizationUpdate', away)).toBe('FORBIDDEN');
    expect(await outcome(county, 'organizationUpdate', away)).toBe('done');
  });

  test('from one region to another it goes by whoever reaches both', async () => {
    const moved = {
      id: id('Organization', await app.organization({ regionId: here.county.id })),
      version: 1,
    };
    const input = { ...moved, region: id('Region', here.city) };
    expect(await refusal(county, 'organizationUpdate', input)).toMatchObject({
      code: 'FORBIDDEN',
      path: ['region'],
    });
    expect(await outcome(officers.municipal, 'organizationUpdate', input)).toBe('done');
  });
});

describe('is refused', () => {
  test.each([
    ['a blank name', { name: ' \t ' }, 'name'],
    ['a name of 201 characters', { name: '𠮷'.repeat(201) }, 'name'],
    ['no section of GB/T 4754', { industryCode: 'Z' }, 'industryCode'],
    ['a day to come', { validFrom: '2026-05-02' }, 'validFrom'],
    ['an employer of what is no union', { employer: id('Organization', here.unit) }, 'employer'],
    ['a union’s union', { type: 'GRASSROOTS_UNION', employer: id('Organization', here.union) }, 'employer'],
    ['the number of an identity card', { note: '联系人 11010519491231002X' }, 'note'],
    ['the same with spaces, in full width', { note: '110105 19491231 002X' }, 'note'],
    [
      'a demonstration record under a real one',
      { isDemo: true, parent: id('Organization', here.unit) },
      'parent',
    ],
  ])('%s', async (_, input, path) => {
    expect(await refusal(admin, 'organizationCreate', { ...organization, ...input })).toEqual({
      __typename: 'InvalidError',
      code: 'INVALID',
      path: [path],
      message: expect.stringMatching(/\.$/),
      messageZh: expect.stringMatching(/。$/),
    });
  });

  test('a region of the past, with a hint to what took its place', async () => {
    const former = await app.region({
      parent: here.city,
      level: 'COUNTY',
      name: '示例旧市',
      validTo: new Date('2020-06-05'),
    });
    await prisma.regionSuccession.create({ data: { predecessorId: former.id, successorId: here.county.id } });
    expect(
      await refusal(
        officers.municipal,
        'organizationCreate',
        { ...organization, region: id('Region', former) },
        '... on RegionEndedError { endedOn successors { id } }',
      ),
    ).toEqual({
      __typename: 'RegionEndedError',
      code: 'REGION_ENDED',
      path: ['region'],
      message: `This region is no longer valid since 2020-06-05. Its successors: ${here.county.name}.`,
      messageZh: `该行政区划自 2020-06-05 起不再有效。现为:${here.county.name}。`,
      endedOn: '2020-06-05',
      successors: [{ id: region }],
    });
  });

  test('what would lie under itself', async () => {
    const one = await app.organization({ regionId: here.county.id });
    const two = await app.organization({ regionId: here.county.id, parentId: one.id });
    for (const parent of [one, two]) {
      const input = { id: id('Organization', one), version: 1, parent: id('Organization', parent) };
      expect(await refusal(county, 'organizationUpdate', input)).toMatchObject({
        code: 'INVALID',
        path: ['parent'],
      });
    }
  });
});

test('a year of an identity card that nobody has, or another check, is a number like others', async () => {
  for (const note of [
    '11010519491231002Y',
    '110105194912310021',
    '913301007996550581',
    '11010518481231002X',
  ]) {
    expect(await outcome(admin, 'organizationCreate', { ...organization, note })).toBe('done');
  }
});
