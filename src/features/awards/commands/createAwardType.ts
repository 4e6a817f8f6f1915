import type { AdminLevel, ConferralNature, RecipientKind } from '../../../generated/prisma/client.ts';
import { checkCount } from '../../../platform/amounts.ts';
import type { Call } from '../../../platform/call.ts';
import { hold } from '../../../platform/holding.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { checkTerm } from '../../../platform/terms.ts';
import { textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import { AwardTypeOverlapError, CODE, covers, overlap, validityOf } from '../rules.ts';
import { checkItem, mayKeepTypes, NEW_TEXTS } from './checks.ts';

export interface NewAwardType {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: AdminLevel;
  readonly nature?: ConferralNature | null | undefined;
  readonly recipientKind: RecipientKind;
  readonly approvedItemRef?: string | null | undefined;
  readonly cycleMonths?: number | null | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** Enters an award, or the next row of one whose rules have changed. */
export function createAwardType(call: Call, input: NewAwardType): Promise<Row<'AwardType'>> {
  const { level, nature, recipientKind, cycleMonths, validFrom = null, validTo = null, parentId } = input;
  return inTransaction(call, async (tx) => {
    const parent = parentId ? await seen(tx, 'AwardType', parentId, ['parent']) : null;
    const as = mayKeepTypes(tx);
    const texts = textsOf(input, NEW_TEXTS);
    if (!CODE.test(texts.code)) {
      throw new InvalidError(
        'Expected words in lower case, joined by dots and underscores, as national.may1_medal.',
        '代码应为以点或下划线连接的小写英文单词,例如 national.may1_medal。',
        ['code'],
      );
    }
    checkItem({ nature, approvedItemRef: texts.approvedItemRef });
    checkCount(cycleMonths, 1, 'cycleMonths');
    checkTerm(validFrom, validTo, 'validTo');
    const validity = validityOf({ validFrom, validTo });
    if (parent && !covers(validityOf(parent), validity)) {
      throw new InvalidError(
        'What it is part of is not valid as long as it is.',
        '上级奖项的有效期须覆盖本奖项。',
        ['parent'],
      );
    }
    await hold(tx, 'AWARD_TYPE', texts.code);
    const rows = await tx.db.prisma.awardType.findMany({ where: { code: texts.code } });
    const other = rows.find((row) => overlap(validityOf(row), validity));
    if (other) throw new AwardTypeOverlapError(other.id);
    return make(tx, {
      type: 'AwardType',
      action: 'awardTypeCreate',
      as,
      data: { ...texts, level, nature, recipientKind, cycleMonths, validFrom, validTo, parentId },
      step: { action: 'CREATE', to: 'HELD' },
    });
  });
}
