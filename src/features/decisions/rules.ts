import { BadInputError } from '../../platform/errors.ts';

/** Issuer's abbreviation, year and number, as in 冀劳赛委〔2020〕1号; the same characters as the database's `is_doc_no`. */
const DOC_NO = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaffA-Za-z]{1,20}〔(19|20)\d{2}〕[1-9]\d{0,3}号$/u;

/** A document number as it is kept: without spaces, in half-width digits, with the brackets 〔〕 whatever was typed. */
export function normalizedDocNo(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(【〔](\d{4})[\])】〕]/, '〔$1〕')
    .replace(/〕第?0*(\d+)号$/, '〕$1号');
}

/** Whether this is a document number as it is kept. */
export function isDocNo(text: string): boolean {
  return DOC_NO.test(text);
}

/** @throws {BadInputError} where the text is no document number, also after it was normalized */
export function checkDocNo(text: string, name = 'docNo'): string {
  const docNo = normalizedDocNo(text);
  if (!isDocNo(docNo)) {
    throw new BadInputError(`${name}: expected a document number, as 冀劳赛委〔2020〕1号.`);
  }
  return docNo;
}
