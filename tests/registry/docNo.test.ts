import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocNo, normalizedDocNo } from '../../src/features/decisions/rules.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

const EXPECTED = 'expected a document number, as 冀劳赛委〔2020〕1号.';
const DECISIONS = 'query ($docNo: String) { decisions(filter: { docNo: $docNo }) { nodes { docNo title } } }';

/** Numbers of real documents of trade unions and governments. */
const REAL = [
  '冀劳赛委〔2020〕1号',
  '鲁会〔2025〕13号',
  '唐工字〔2023〕25号',
  '平工文〔2019〕34号',
  '津开工发〔2022〕15号',
  '琼建工〔2022〕214号',
  '总工办发〔2020〕20号',
  '渭评组办函〔2022〕1号',
  '国函〔2020〕81号',
];

describe('a document number', () => {
  test.each(REAL)('%s is kept as it is', (docNo) => {
    expect(checkDocNo(docNo)).toBe(docNo);
  });

  test.each([
    ['square brackets', '鲁会[2025]13号'],
    ['parentheses', '鲁会(2025)13号'],
    ['wide square brackets', '鲁会［2025］13号'],
    ['wide parentheses', '鲁会（2025）13号'],
    ['black brackets', '鲁会【2025】13号'],
    ['brackets of a pair that do not match', '鲁会〔2025]13号'],
    ['spaces anywhere', ' 鲁 会〔2025〕 13 号\n'],
    ['a wide space and wide digits', '鲁会〔２０２５〕　１３号'],
    ['the word 第', '鲁会〔2025〕第13号'],
    ['zeros before the number', '鲁会〔2025〕013号'],
  ])('may be typed with %s', (_, typed) => {
    expect(checkDocNo(typed)).toBe('鲁会〔2025〕13号');
  });

  test.each([
    ['nothing', ''],
    ['no issuer', '〔2025〕13号'],
    ['no brackets', '鲁会2025年13号'],
    ['angle brackets', '鲁会<2025>13号'],
    ['a year of two digits', '鲁会〔25〕13号'],
    ['a year of another century', '鲁会〔1825〕13号'],
    ['no number', '鲁会〔2025〕号'],
    ['the number 0', '鲁会〔2025〕0号'],
    ['a number of five digits', '鲁会〔2025〕12345号'],
    ['no 号', '鲁会〔2025〕13'],
    ['something behind it', '鲁会〔2025〕13号文'],
    ['an issuer of 21 characters', `${'会'.repeat(21)}〔2025〕13号`],
    ['a digit in the issuer', '鲁2会〔2025〕13号'],
    ['an issuer in Cyrillic letters', 'МПС〔2025〕13号'],
    ['two numbers', '鲁会〔2025〕13号鲁会〔2025〕14号'],
  ])('with %s is refused', (_, typed) => {
    expect(() => checkDocNo(typed)).toThrow(`docNo: ${EXPECTED}`);
  });
});

test('any text is refused here if and only if the database refuses it', async () => {
  const piece = oneof(
    constantFrom(
      '鲁',
      '会',
      '冀劳赛委',
      'X',
      'z',
      '〇',
      '々',
      '𠮷',
      '㐀',
      '䶿',
      '鿿',
      '豈',
      '﨎',
      'ア',
      'é',
      '-',
    ),
    constantFrom('〔2025〕', '[1999]', '（2000）', '〔1899〕', '〔20255〕', '〔', '〕', '【2025]'),
    constantFrom(
      '1',
      '0',
      '13',
      '0013',
      '9999',
      '10000',
      '１',
      '号',
      '13号',
      '第1号',
      '号文',
      ' ',
      '\n',
      '\t',
    ),
    string({ maxLength: 2, unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
  );
  const shaped = array(piece, { maxLength: 4 }).map((pieces) => `鲁会${pieces.join('')}〔2025〕13号`);
  const texts = array(
    oneof(
      array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      shaped,
    ),
    {
      minLength: 50,
      maxLength: 200,
    },
  );
  let accepted = 0;
  await assert(
    asyncProperty(texts, async (typed) => {
      const kept = typed.map(normalizedDocNo);
      expect(kept.map(normalizedDocNo)).toEqual(kept);
      const [{ allowed }] = await app.db.prisma.$queryRaw<[{ allowed: boolean[] }]>`
        select array(select is_doc_no(t) from unnest(${kept}::text[]) with ordinality u (t, n) order by n) allowed`;
      expect(kept.filter(isAccepted)).toEqual(kept.filter((_, n) => allowed[n]));
      accepted += kept.filter(isAccepted).length;
    }),
  );
  expect(accepted).toBeGreaterThan(100);
});

test('the same characters count as Chinese here and in the database', async () => {
  const [{ allowed }] = await app.db.prisma.$queryRaw<[{ allowed: string[] }]>`
    select array(select chr(c) from generate_series(1, 200000) c
      where c not between 55296 and 57343 and is_doc_no(chr(c) || '〔2025〕1号')) allowed`;
  const characters = Array.from({ length: 200_000 }, (_, n) => n + 1)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  // Of what is read as another character, that one decides.
  const own = (character: string) => character.normalize('NFKC') === character;
  expect(characters.filter((each) => own(each) && isAccepted(`${each}〔2025〕1号`))).toEqual(
    allowed.filter(own),
  );
});

test('a decision is found by its number, with whatever brackets it is typed', async () => {
  const { title } = await app.decision({ docNo: '示例会〔2026〕12号' });
  await app.decision({ docNo: '示例会〔2026〕112号' });
  await app.decision({ docNo: '示例会〔2025〕12号' });
  for (const docNo of [
    '示例会[2026]12号',
    '示例会（2026）12号',
    '示例会【2026】 第012号',
    '示例会〔2026〕12号',
  ]) {
    const { data } = await app.ask(DECISIONS, { docNo });
    expect(data).toEqual({ decisions: { nodes: [{ docNo: '示例会〔2026〕12号', title }] } });
  }
});

test('a decision may have no number', async () => {
  const { title } = await app.decision({ docNo: null });
  const { data } = await app.ask(
    'query ($text: String) { decisions(filter: { text: $text }) { nodes { docNo title } } }',
    { text: title },
  );
  expect(data).toEqual({ decisions: { nodes: [{ docNo: null, title }] } });
});

test('to look for what is no number is an error of the request', async () => {
  const { status, data, errors } = await app.ask(DECISIONS, { docNo: '12号' });
  expect([status, data]).toEqual([200, null]);
  expect(errors).toMatchObject([
    { message: `filter.docNo: ${EXPECTED}`, path: ['decisions'], extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

function isAccepted(typed: string): boolean {
  try {
    checkDocNo(typed);
    return true;
  } catch {
    return false;
  }
}
