import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, person, officers } = await startScene();
const { county, unit } = officers;
const employer = id('Organization', here.unit);
const DETAILS = {
  gender: 'FEMALE',
  birthYear: 1981,
  jobTitle: '示例焊工',
  skillGrade: 'SENIOR_TECHNICIAN',
  professionalTitle: '示例职称',
  workerCategories: ['INDUSTRIAL', 'MIGRANT'],
  isEthnicMinority: false,
  politicalStatus: '群众',
  phone: '+86 535-0000000',
};
const WHOLE = `name nameEn isDemo version employer { id } details { ${Object.keys(DETAILS).join(' ')} version person { id } }`;
const PERSON = (name: string) => `... on ${name}Payload { person { id ${WHOLE} } }`;

test('is entered by an officer of the unit, with what few may see', async () => {
  const input = { name: '示例王工', nameEn: 'Example Wang', employer, details: DETAILS };
  const { person: entered } = await unit.does('personCreate', input, PERSON('PersonCreate'));
  const expected = {
    id: expect.any(String),
    name: '示例王工',
    nameEn: 'Example Wang',
    isDemo: false,
    version: 1,
    employer: { id: employer },
    details: { ...DETAILS, version: 1, person: { id: (entered as { id: string }).id } },
  };
  expect(entered).toEqual(expected);
  const change = {
    id: (entered as { id: string }).id,
    version: 1,
    details: { phone: null, workerCategories: ['CADRE', 'CADRE'] },
  };
  const { person: changed } = await county.does('personUpdate', change, PERSON('PersonUpdate'));
  expect(changed).toEqual({
    ...expected,
    version: 2,
    details: { ...expected.details, phone: null, workerCategories: ['CADRE'], version: 2 },
  });
});

test('details are for the officers who look after the employer, and for nobody else', async () => {
  const one = await app.person({ employerId: here.unit.id });
  await app.personDetail({ personId: one.id });
  const query = 'query ($id: ID!) { node(id: $id) { ... on Person { name details { phone } } } }';
  const variables = { id: id('Person', one) };
  const inUnion = await person({ role: 'UNIT_OFFICER', organizationId: here.union.id });
  const reader = { ...officers, inUnion };
  const seeing: string[] = [];
  for (const [who, officer] of Object.entries(reader)) {
    const { data } = await officer.ask<{ node: { name: string; details: object | null } }>(query, variables);
    expect(data!.node.name).toBe(one.name);
    if (data!.node.details) seeing.push(who);
  }
  expect(seeing).toEqual(['admin', 'provincial', 'municipal', 'county', 'industrial', 'unit', 'inUnion']);
  expect((await app.ask(query, variables)).data).toEqual({ node: { name: one.name, details: null } });
});

test('who gives somebody another employer reaches both', async () => {
  const one = { id: id('Person', await app.person({ employerId: here.unit.id })), version: 1 };
  const away = { ...one, employer: id('Organization', there.unit) };
  expect(await refusal(county, 'personUpdate', away)).toMatchObject({
    code: 'FORBIDDEN',
    path: ['employer'],
  });
  expect(await outcome(officers.admin, 'personUpdate', away)).toBe('done');
  expect(await outcome(county, 'personUpdate', { ...one, version: 2, name: '示例' })).toBe('FORBIDDEN');
});

test('who works nowhere is entered by ADMIN', async () => {
  expect(await outcome(county, 'personCreate', { name: '示例' })).toBe('FORBIDDEN');
  expect(await outcome(officers.admin, 'personCreate', { name: '示例' })).toBe('done');
});

const NUMBER = '11010519491231002X';
test.each([
  ['name', { name: NUMBER }, ['name']],
  ['English name', { nameEn: `Wang ${NUMBER.toLowerCase()}` }, ['nameEn']],
  ['telephone', { details: { phone: '11010519 491231 002X' } }, ['details', 'phone']],
  ['job', { details: { jobTitle: `焊工(${NUMBER})` } }, ['details', 'jobTitle']],
  ['title', { details: { professionalTitle: '1101 0519 4912 3100 2X' } }, ['details', 'professionalTitle']],
  ['political status', { details: { politicalStatus: NUMBER } }, ['details', 'politicalStatus']],
])('the number of an identity card is kept in no %s', async (_, input, path) => {
  expect(await refusal(county, 'personCreate', { name: '示例', employer, ...input })).toMatchObject({
    code: 'INVALID',
    path,
  });
  expect(JSON.stringify(await app.db.prisma.idempotencyKey.findMany())).not.toContain(NUMBER);
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ details: { birthYear: 1899 } }, ['details', 'birthYear']],
  [{ details: { birthYear: 2027 } }, ['details', 'birthYear']],
  [{ details: { phone: '示例电话' } }, ['details', 'phone']],
  [{ isDemo: true }, ['employer']],
])('%j is refused', async (input, path) => {
  expect(await refusal(county, 'personCreate', { name: '示例', employer, ...input })).toMatchObject({
    code: 'INVALID',
    path,
  });
});

describe('every name', () => {
  const TRICKY = [
    '👩🏽‍🔧',
    'مثال',
    '\u202eabc',
    '𠮷野',
    'é',
    'e\u0301',
    'a\u2028b',
    "' OR 1=1 --",
    '%_\\',
    '{"__proto__":1}',
    '\ufffd',
  ];

  test('comes back as it was sent, but for space at its ends', async () => {
    const names = fc.oneof(
      fc.constantFrom(...TRICKY),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\0')),
    );
    const round = async (text: string) => {
      const name = `示例${text}`.trim();
      const { person } = await county.does(
        'personCreate',
        { name: ` ${name} `, employer },
        '... on PersonCreatePayload { person { name } }',
      );
      expect(person).toEqual({ name });
    };
    for (const text of TRICKY) await round(text);
    await fc.assert(fc.asyncProperty(names, round), { numRuns: 60 });
  });

  test.each(['a\0b', '\ud83d', 'a\udc00b'])('%j is no text', async (name) => {
    expect(await county.does('personCreate', { name, employer })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
