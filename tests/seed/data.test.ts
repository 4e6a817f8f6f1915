import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataProblems, readData } from '../../prisma/seed/data.ts';
import { type Data, fileOf } from '../../prisma/seed/shapes.ts';

const FOLDER = 'prisma/data';
const shipped = readData(FOLDER);

/** Problems of the shipped data after one row, found by its code or name, was changed. */
function damaged<Name extends keyof Data>(file: Name, key: string, damage: Partial<Data[Name][number]>) {
  const rows = shipped[file].map((row) => (Object.values(row).includes(key) ? { ...row, ...damage } : row));
  return dataProblems({ ...shipped, [file]: rows });
}

test('the shipped data has no problem', () => {
  expect(dataProblems(shipped)).toEqual([]);
});

test('the shipped data is complete', () => {
  expect(Object.entries(shipped).map(([file, rows]) => [file, rows.length])).toEqual([
    ['regions', 74],
    ['sources', 5],
    ['organizations', 11],
    ['indicators', 239],
    ['observations', 263],
    ['initiatives', 86],
    ['awardTypes', 19],
    ['scoringTemplates', 1],
    ['calendar', 48],
  ]);
});

test('328 studios, 99, 80 and 197 projects are four indicators of Yantai', () => {
  const codes = ['001-048', '001-053', '001-043', '001-044'];
  const rows = codes.map((code) => shipped.observations.find((row) => row.code === code)!);
  expect(rows.map(({ indicator, value, unit, regionCode }) => [indicator, value, unit, regionCode])).toEqual([
    ['innovation_studio.county_plus', '328', '家', '370600'],
    ['key_project.platform_registered', '99', '家', '370600'],
    ['key_project.merit_competition.provincial', '80', '个', '370600'],
    ['key_project.merit_competition.municipal', '197', '个', '370600'],
  ]);
});

test('2 studios of a park and 9 of its district share an indicator', () => {
  const rows = shipped.observations.filter(
    ({ indicator }) => indicator === 'innovation_studio.municipal.created',
  );
  expect(
    rows.map(({ code, value, scope, scopeOrganization }) => [code, value, scope, scopeOrganization]),
  ).toEqual([
    ['003-008', '2', '中和工业园区工会联合会', '中和工业园区工会联合会'],
    ['003-035', '9', null, null],
  ]);
});

test.each([
  [{ indicator: 'nothing' }, 'The indicator nothing does not stand in indicators.json.'],
  [{ regionCode: '999999' }, 'The region 999999 does not stand in regions.json.'],
  [{ source: 'nothing.txt' }, 'The source nothing.txt does not stand in sources.json.'],
  [{ scopeOrganization: '某厂' }, 'The organization 某厂 does not stand in organizations.json.'],
  [{ value: '26' }, 'The value is 26, but “2.6万” reads 26000.'],
  [{ valueText: '26000' }, 'No number in the quote is printed as “26000”.'],
  [{ precision: '1' }, 'The precision is 1, but the step of “2.6万” is 1000.'],
  [
    { bound: 'AT_MOST' },
    'The bound is AT_MOST, but a number without a qualifying word calls for EXACT or UNCERTAIN.',
  ],
  [{ unit: '个' }, "The unit is 个, but the indicator's is 对."],
  [{ kind: 'FLOW' }, "The kind is FLOW, but the indicator's is STOCK."],
  [{ lineEnd: 1 }, 'The quote begins on line 153, after its end on line 1.'],
  [{ quote: '' }, 'The quote is empty.'],
] as const)('an observation with %o is named with its problem', (damage, problem) => {
  const problems = damaged('observations', '001-050', damage);
  // An indicator that lost its only observation is named as well, by a test of its own.
  expect(problems.filter((line) => !line.startsWith('indicators.json'))).toEqual([
    `observations.json 001-050: ${problem}`,
  ]);
});

test('an indicator without an observation is named', () => {
  expect(
    damaged('observations', '001-050', {
      indicator: 'mentor_pair.returnees_trained',
      unit: '人',
      kind: 'FLOW',
    }),
  ).toEqual(['indicators.json mentor_pair.registered: No observation is of it.']);
});

test('a code that two rows have is named', () => {
  expect(damaged('initiatives', 'S002', { code: 'S001' })).toEqual([
    'initiatives.json S001: Another row is called S001 too.',
  ]);
});

test('a region stands behind the one it is part of', () => {
  const yantai = shipped.regions.filter(({ code }) => code === '370614');
  const others = shipped.regions.filter(({ code }) => code !== '370614');
  expect(dataProblems({ ...shipped, regions: [...yantai, ...others] })).toEqual([
    'regions.json 370614: The region 370600 has to stand before those inside it.',
  ]);
});

test('what a region, an organization or an initiative refers to is known', () => {
  expect(damaged('regions', '370684', { successorCodes: ['370699'] })).toEqual([
    'regions.json 370684: The region 370699 does not stand in regions.json.',
  ]);
  expect(damaged('organizations', '西安交通大学', { regionCode: '610199' })).toEqual([
    'organizations.json 西安交通大学: The region 610199 does not stand in regions.json.',
  ]);
  expect(damaged('initiatives', 'S001', { source: 'nothing.txt' })).toEqual([
    'initiatives.json S001: The source nothing.txt does not stand in sources.json.',
  ]);
});

test('the date of a source can be read', () => {
  expect(damaged('sources', '工人日报', { publishedOn: 'November' })).toEqual([
    expect.stringMatching(/^sources\.json 001_36eec756fec64adf\.txt: “November” is no period: expected /),
  ]);
});

test('a file that has not the expected shape is refused with the row and the field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, rows] of Object.entries(shipped) as [keyof Data, object[]][]) {
    const damage =
      file === 'regions' ? rows.map((row, at) => (at === 1 ? { ...row, level: 'STATE' } : row)) : rows;
    writeFileSync(join(folder, fileOf(file)), JSON.stringify(damage));
  }
  expect(() => readData(folder)).toThrow(
    /^regions\.json is not as expected:\n✖ .*"PROVINCE".*\n {2}→ at \[1\]\.level$/,
  );
});
