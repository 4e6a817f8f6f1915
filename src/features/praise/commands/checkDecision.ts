import type { Call } from '../../../platform/call.ts';
import { dayAt } from '../../../platform/days.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { hold } from '../../../platform/holding.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { checkNotAhead } from '../../../platform/terms.ts';
import { LONG_TEXT, NAME, textsOf } from '../../../platform/texts.ts';
import { seen } from '../../../platform/writes.ts';
import { covers, validityOf } from '../../awards/rules.ts';
import { isDocNo, normalizedDocNo } from '../../decisions/rules.ts';
import { AwardTypeNotValidError, DocNoTakenError } from '../rules.ts';

export interface GivenDecision {
  readonly docNo: string;
  readonly title: string;
  readonly text?: string | null | undefined;
  readonly issuedOn: Date;
  /** One of these two; the competition's committee unless given. */
  readonly issuerId?: string | null | undefined;
  readonly committeeId?: string | null | undefined;
}

interface Of {
  readonly competition: Row<'Competition'>;
  readonly isDemo: boolean;
  /** When the public notice was closed. */
  readonly closedAt: Date;
}

/** What is written of the decision. @throws {InvalidError | NotFoundError | DocNoTakenError} */
export async function checkedDecision(tx: Call, given: GivenDecision, { competition, isDemo, closedAt }: Of) {
  const docNo = normalizedDocNo(given.docNo);
  if (!isDocNo(docNo)) {
    throw new InvalidError(
      'This is no document number, as 冀劳赛委〔2020〕1号.',
      '文号格式不正确,应如“冀劳赛委〔2020〕1号”。',
      ['docNo'],
    );
  }
  const { issuedOn } = given;
  checkNotAhead(tx, issuedOn, 'issuedOn');
  if (issuedOn < dayAt(closedAt)) {
    const message = 'Nothing is decided before the public notice was closed.';
    throw new InvalidError(message, '公示结束前不得作出决定。', ['issuedOn']);
  }
  const { title, text = null } = textsOf(
    { title: given.title, text: given.text },
    { title: NAME, text: LONG_TEXT },
  );
  const issuer = await issuerOf(tx, given, competition, isDemo);
  await hold(tx, 'DOC_NO', docNo);
  const other = await tx.db.prisma.decision.findFirst({ where: { docNo, ...issuer } });
  if (other) throw new DocNoTakenError(docNo, other.title);
  return { docNo, title, text, issuedOn, ...issuer };
}

async function issuerOf(
  tx: Call,
  given: GivenDecision,
  competition: Row<'Competition'>,
  isDemo: boolean,
): Promise<{ issuerId: string | null; committeeId: string | null }> {
  const issuerId = given.issuerId ?? null;
  const committeeId = given.committeeId ?? (issuerId === null ? competition.committeeId : null);
  if ((issuerId === null) === (committeeId === null)) {
    throw new InvalidError(
      'Name the organization or the committee that issues it.',
      '请指定发文单位或劳动竞赛委员会其中之一。',
      ['issuer'],
    );
  }
  const issuer = issuerId === null ? null : await seen(tx, 'Organization', issuerId, ['issuer']);
  const committee = committeeId === null ? null : await seen(tx, 'Committee', committeeId, ['committee']);
  demonstrationOf({ issuer, committee }, isDemo);
  return { issuerId, committeeId };
}

const DAY = 24 * 60 * 60_000;

/** @throws {AwardTypeNotValidError} where one of the awards is not given like this on the day */
export function checkGiven(awardTypes: readonly Row<'AwardType'>[], day: Date): void {
  const on = validityOf({ validFrom: day, validTo: new Date(day.getTime() + DAY) });
  const other = awardTypes.find((awardType) => !covers(validityOf(awardType), on));
  if (other) throw new AwardTypeNotValidError(other.code);
}
