import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('published');

/** Expected answers, written out: ten figures of every kind, and all that the documents describe. */
const expected = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'expected', name), 'utf8'));

const NAMED = [
  '000-014', // a range and a rule
  '000-036', // a misprint
  '001-013', // a starting value that another one contradicts
  '001-041', // the federation with 20 departments
  '001-048', // the 328 studios
  '001-050', // 2.6万, rounded
  '001-053', // 99 projects, which are not 80 and 197
  '002-073', // a target
  '003-008', // 2 studios of a park
  '003-035', // 9 studios of the whole district
];

test('ten figures come with all that was printed about them', async () => {
  const { data } = await app.ask(
    `query ($codes: [String!]) { observations(filter: { code: $codes }) { nodes {
      code value valueMax valueText unit qualifier bound kind precision
      period periodFrom periodTo isPeriodInferred scope line lineEnd quote relevance note status version
      indicator { code name nameEn topic unit kind }
      region { code name } scopeOrganization { name type } source { fileName publisher publishedOn dateInferred }
      supersedes { code } corrections { totalCount } conflicts { code } } } }`,
    { codes: NAMED },
  );
  expect((data!.observations as { nodes: object[] }).nodes).toEqual(expected('observations.json'));
});

test('all 86 systems, programs, competitions and awards come with their sentence', async () => {
  const { data } = await app.ask(`{ initiatives(first: 100) { totalCount nodes {
    code kind name nameEn summary line quote region { code } source { fileName } } } }`);
  expect(data!.initiatives).toEqual({ totalCount: 86, nodes: expected('initiatives.json') });
});

test('the five documents come with their inferred dates and sums, and what they print', async () => {
  const { data } = await app.ask(`{ sourceDocuments { nodes {
    fileName publisher title publishedOn dateInferred language sha256
    observations { totalCount } initiatives { totalCount } doubtfulCount } } }`);
  const document = { publisher: null, title: null, dateInferred: true, language: 'zh-CN', doubtfulCount: 0 };
  const counts = (observations: number, initiatives: number) => ({
    observations: { totalCount: observations },
    initiatives: { totalCount: initiatives },
  });
  expect(data!.sourceDocuments).toEqual({
    nodes: [
      {
        ...document,
        fileName: '000_9de0e1003999e98f.txt',
        publishedOn: '2017-12~/2018-03~',
        sha256: 'b6fd5036b70e4b6f6609da1dcc6922e4b05704072937281416bcc828ea478b71',
        doubtfulCount: 1,
        ...counts(50, 16),
      },
      {
        ...document,
        fileName: '001_36eec756fec64adf.txt',
        publisher: '工人日报',
        publishedOn: '2020-11-03~',
        sha256: '19e1954c60a213e9052dd6e6e5d699d8808153fcdc428c9c1f008a1a9b6e48ac',
        ...counts(55, 26),
      },
      {
        ...document,
        fileName: '002_49e759a12256f080.txt',
        publishedOn: '2018-11~',
        sha256: 'b9dcc764ab8fc99f7eb20dbafcbe688f710195a134010b80cd0fd23ada7c3e15',
        ...counts(86, 19),
      },
      {
        ...document,
        fileName: '003_5f3374d3dcd632d0.txt',
        publishedOn: '2024-01~',
        sha256: '053f89dd96759504ad7729224682b79f848f900062e43875b6329af3c7fd2c2c',
        ...counts(56, 15),
      },
      {
        ...document,
        fileName: '004_c7fee909ba0c3464.txt',
        publishedOn: '2023-03~',
        sha256: '78a637e2f970c182a4354e487cf810646f24224b5c656f5d9334ab958ebd5de8',
        ...counts(16, 10),
      },
    ],
  });
});
