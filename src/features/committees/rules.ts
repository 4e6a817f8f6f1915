import { InvalidError, Refusal } from '../../platform/refusals.ts';
import { isDocNo, normalizedDocNo } from '../decisions/rules.ts';

/** What a document number of this committee would be, so that the beginning can be looked at alone. */
const REST = '〔2000〕1号';

/** How the committee's document numbers begin, as it is kept. @throws {InvalidError} where none can begin so */
export function docPrefixOf(text: string): string {
  const docNo = normalizedDocNo(`${text}${REST}`);
  if (isDocNo(docNo)) return docNo.slice(0, -REST.length);
  throw new InvalidError(
    'Expected what a document number begins with, as 冀劳赛委.',
    '发文代字格式有误,例如“冀劳赛委”。',
    ['docPrefix'],
  );
}

/** The organization, or the person for it, has this seat already, at that time or a part of it. */
export class SeatTakenError extends Refusal {
  readonly code = 'SEAT_TAKEN';
  readonly messageZh = '该单位(或其该成员)在此期间已担任该职务。';

  constructor() {
    super(
      'The organization, or this person for it, has this very seat already, at that time or a part of it.',
      ['post'],
    );
  }
}
