import type { Prisma, StageKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { isUnsettled } from '../rules.ts';
import { type Managed, manage } from './manage.ts';
import {
  added,
  changed,
  checkChangeable,
  checkUnsettled,
  managePart,
  type PartKey,
  placed,
  removed,
} from './parts.ts';
import { checkedName, given, type Wished } from './plan.ts';

interface StageWords {
  readonly name: string;
  readonly kind: StageKind;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly summaryDueOn: Date;
  readonly weight: Prisma.Decimal;
  readonly ordinal?: number | null | undefined;
}

/** Gives a competition another stage. */
export function createStage(
  call: Call,
  { competitionId, ...words }: StageWords & { readonly competitionId: string },
): Promise<Row<'Stage'>> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, competitionId, ['competition']);
    checkUnsettled(managed, 'STAGE_CREATE');
    const data = checkedStage(words, await others(tx, managed));
    const made = { competitionId, createdAt: tx.now(), updatedAt: tx.now() };
    return added(tx, managed, 'Stage', await tx.db.prisma.stage.create({ data: { ...data, ...made } }));
  });
}

/** Changes a stage: its weight and place until applications open, its days until it opens, its name until the end. */
export function updateStage(
  call: Call,
  { id, version, ...wish }: PartKey & Wished<StageWords>,
): Promise<Row<'Stage'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Stage', { id, version });
    checkChangeable(managed, 'STAGE_UPDATE');
    const { part, row } = managed;
    const data = checkedStage({ ...part, ...given(wish, []) }, await others(tx, managed, id));
    if (!isUnsettled(row)) {
      checkSame(part, data, ['weight', 'ordinal'], 'applications opened', '申报开放');
    }
    if (part.openedAt) {
      checkSame(part, data, ['kind', 'startsOn', 'endsOn', 'summaryDueOn'], 'the stage opened', '阶段开始');
    }
    return changed(tx, managed, 'Stage', data);
  });
}

/** Takes a stage away until applications open. */
export function removeStage(call: Call, key: PartKey): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Stage', key);
    checkUnsettled(managed, 'STAGE_REMOVE');
    await tx.db.prisma.stage.delete({ where: { id: key.id } });
    return removed(tx, managed, 'Stage');
  });
}

type Others = readonly Pick<Row<'Stage'>, 'ordinal' | 'weight'>[];

function others({ db }: Call, { row }: Managed, but?: string): Promise<Others> {
  const where = { competitionId: row.id, ...(but && { id: { not: but } }) };
  return db.prisma.stage.findMany({ where, select: { ordinal: true, weight: true } });
}

/** Digits behind the point that are kept of a weight. */
const WEIGHT_DIGITS = 4;

function checkedStage(words: StageWords, among: Others) {
  const { kind, startsOn, endsOn, summaryDueOn, weight } = words;
  if (endsOn < startsOn) {
    throw new InvalidError('It ends on its first day or later.', '结束日期不得早于开始日期。', ['endsOn']);
  }
  if (summaryDueOn < endsOn) {
    throw new InvalidError(
      'Summaries are due on its last day or later.',
      '总结报送截止日期不得早于阶段结束日期。',
      ['summaryDueOn'],
    );
  }
  if (weight.lte(0) || weight.gt(1) || weight.decimalPlaces() > WEIGHT_DIGITS) {
    throw new InvalidError(
      'Above 0 and 1 at most, with four decimals at most.',
      '权重须大于0、不超过1,最多四位小数。',
      ['weight'],
    );
  }
  const sum = among.reduce((sum, each) => sum.plus(each.weight), weight);
  if (sum.gt(1)) {
    throw new InvalidError(
      `Together the stages would weigh ${sum.toFixed()}, and 1 is all.`,
      `各阶段权重合计 ${sum.toFixed()},不得超过1。`,
      ['weight'],
    );
  }
  const ordinal = placed(
    words.ordinal,
    among.map((each) => each.ordinal),
  );
  return { name: checkedName(words.name, 'name'), kind, startsOn, endsOn, summaryDueOn, weight, ordinal };
}

type Checked = ReturnType<typeof checkedStage>;

/** @throws {InvalidError} where one of these changes after what others rely on */
function checkSame(
  part: Row<'Stage'>,
  data: Checked,
  fields: readonly (keyof Checked)[],
  since: string,
  sinceZh: string,
): void {
  const other = fields.find((field) => String(part[field]) !== String(data[field]));
  if (other)
    throw new InvalidError(`This has been settled since ${since}.`, `${sinceZh}后此项不能修改。`, [other]);
}
