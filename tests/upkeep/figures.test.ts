import { expect, test } from 'vitest';
import { FIGURE, SOURCE } from './auditInputs.ts';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, there, officers } = await startScene();
const { municipal, county } = officers;

const indicator = id('Indicator', await app.indicator({ unit: '对' }));
const source = id('SourceDocument', await app.source());
const PAIRS = {
  ...FIGURE,
  value: '26000',
  valueText: '2.6万',
  unit: '对',
  precision: '1000',
  period: '2020-11~',
  line: 153,
  quote: '企业创新小组9869个,师徒结对2.6万对',
  indicator,
  source,
  region: id('Region', here.county),
};
const KEPT = `observation { id code value valueText lineEnd periodFrom isPeriodInferred status version nextActions
  supersedes { id status version nextActions } events { nodes { action toState opinion } } }`;

test('is recorded as it is printed, and only corrected by another one', async () => {
  const { observation: made } = await municipal.does(
    'observationRecord',
    PAIRS,
    `... on ObservationRecordPayload { ${KEPT} }`,
  );
  const expected = {
    id: expect.any(String),
    code: 'R000001',
    value: '26000',
    valueText: '2.6万',
    lineEnd: 153,
    periodFrom: '2020-11-01',
    isPeriodInferred: true,
    status: 'ACTIVE',
    version: 1,
    nextActions: ['SUPERSEDE'],
    supersedes: null,
    events: { nodes: [{ action: 'RECORD', toState: 'ACTIVE', opinion: null }] },
  };
  expect(made).toEqual(expected);
  const correction = {
    ...PAIRS,
    id: (made as { id: string }).id,
    version: 1,
    opinion: '行号有误',
    line: 154,
  };
  expect(await outcome(municipal, 'observationSupersede', { ...correction, opinion: ' ' })).toBe(
    'OPINION_REQUIRED',
  );
  const elsewhere = { ...correction, region: id('Region', there.county) };
  expect(await refusal(municipal, 'observationSupersede', elsewhere)).toMatchObject({
    code: 'FORBIDDEN',
    path: ['region'],
  });
  const { observation: corrected } = await municipal.does(
    'observationSupersede',
    correction,
    `... on ObservationSupersedePayload { ${KEPT} }`,
  );
  expect(corrected).toEqual({
    ...expected,
    code: 'R000002',
    lineEnd: 154,
    supersedes: { id: correction.id, status: 'SUPERSEDED', version: 2, nextActions: [] },
    events: { nodes: [{ action: 'RECORD', toState: 'ACTIVE', opinion: '行号有误' }] },
  });
  expect(await outcome(municipal, 'observationSupersede', { ...correction, version: 2 })).toBe(
    'INVALID_STATE',
  );
});

test('ten corrections at once: one', async () => {
  const row = await app.observation({ regionId: here.county.id });
  const input = { ...PAIRS, id: id('Observation', row), version: 1, opinion: '示例' };
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => outcome(municipal, 'observationSupersede', input)),
  );
  expect(outcomes.filter((each) => each === 'done')).toEqual(['done']);
  expect(await app.db.prisma.observation.count({ where: { supersedesId: row.id } })).toBe(1);
});

test.each([
  ['a value that is not printed', { value: '27000' }, 'value'],
  ['a text that is not in the quote', { valueText: '2.7万' }, 'valueText'],
  ['another step than the printed number has', { precision: '1' }, 'precision'],
  ['a bound without its word', { bound: 'AT_LEAST' }, 'bound'],
  ['a word that is not there', { qualifier: '余', bound: 'AT_LEAST' }, 'qualifier'],
  ['another unit', { unit: '个' }, 'unit'],
  ['another kind', { kind: 'FLOW' }, 'kind'],
  ['no period', { period: '2020-13' }, 'period'],
  ['an end before the beginning', { lineEnd: 152 }, 'lineEnd'],
])('%s is refused in both languages', async (_, more, field) => {
  const facts = '... on FigureError { faults { field message messageZh } }';
  expect(await refusal(municipal, 'observationRecord', { ...PAIRS, ...more }, facts)).toEqual({
    __typename: 'FigureError',
    code: 'FIGURE',
    path: [field],
    message: expect.any(String),
    messageZh: expect.stringMatching(/\p{Script=Han}/u),
    faults: expect.arrayContaining([{ field, message: expect.any(String), messageZh: expect.any(String) }]),
  });
});

test('figures are of no organization of the demonstration, and begin on a line', async () => {
  const scopeOrganization = id('Organization', await app.organization({ isDemo: true }));
  expect(await refusal(municipal, 'observationRecord', { ...PAIRS, scopeOrganization })).toMatchObject({
    code: 'INVALID',
    path: ['scopeOrganization'],
  });
  expect(await refusal(municipal, 'observationRecord', { ...PAIRS, line: 0 })).toMatchObject({
    code: 'INVALID',
    path: ['line'],
  });
  expect(await outcome(county, 'observationRecord', PAIRS)).toBe('FORBIDDEN');
});

test('a document is entered once', async () => {
  expect(await outcome(municipal, 'sourceDocumentCreate', SOURCE)).toBe('done');
  expect(await refusal(municipal, 'sourceDocumentCreate', SOURCE)).toMatchObject({
    code: 'INVALID',
    path: ['fileName'],
  });
});

test.each([
  [{ publishedOn: '2020-02-30' }, 'publishedOn'],
  [{ sha256: 'abc' }, 'sha256'],
  [{ language: '中文' }, 'language'],
  [{ url: 'javascript:alert(1)' }, 'url'],
  [{ fileName: ' ' }, 'fileName'],
])('a document with %j is refused', async (more, path) => {
  expect(await refusal(municipal, 'sourceDocumentCreate', { ...SOURCE, ...more })).toMatchObject({
    code: 'INVALID',
    path: [path],
  });
});
