import type { MetricAggregation, Prisma } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { type Managed, manage } from './manage.ts';
import { added, changed, checkUnsettled, managePart, type PartKey, placed, removed } from './parts.ts';
import { checkedName, given, type Wished } from './plan.ts';

interface MetricWords {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly target?: Prisma.Decimal | null | undefined;
  readonly aggregation: MetricAggregation;
  readonly isRequired: boolean;
  readonly ordinal?: number | null | undefined;
}

/** Asks for another figure in the stage summaries of a competition. */
export function createMetric(
  call: Call,
  { competitionId, ...words }: MetricWords & { readonly competitionId: string },
): Promise<Row<'Metric'>> {
  return inTransaction(call, async (tx) => {
    const managed = await manage(tx, competitionId, ['competition']);
    checkUnsettled(managed, 'METRIC_CREATE');
    const data = checkedMetric(words, await others(tx, managed));
    const made = { competitionId, createdAt: tx.now(), updatedAt: tx.now() };
    return added(tx, managed, 'Metric', await tx.db.prisma.metric.create({ data: { ...data, ...made } }));
  });
}

/** Changes a metric until applications open. */
export function updateMetric(
  call: Call,
  { id, version, ...wish }: PartKey & Wished<MetricWords>,
): Promise<Row<'Metric'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Metric', { id, version });
    checkUnsettled(managed, 'METRIC_UPDATE');
    const words = { ...managed.part, ...given(wish, ['target']) };
    return changed(tx, managed, 'Metric', checkedMetric(words, await others(tx, managed, id)));
  });
}

/** Takes a metric away until applications open. */
export function removeMetric(call: Call, key: PartKey): Promise<Row<'Competition'>> {
  return inTransaction(call, async (tx) => {
    const managed = await managePart(tx, 'Metric', key);
    checkUnsettled(managed, 'METRIC_REMOVE');
    await tx.db.prisma.metric.delete({ where: { id: key.id } });
    return removed(tx, managed, 'Metric');
  });
}

type Others = readonly Pick<Row<'Metric'>, 'ordinal' | 'code'>[];

function others({ db }: Call, { row }: Managed, but?: string): Promise<Others> {
  const where = { competitionId: row.id, ...(but && { id: { not: but } }) };
  return db.prisma.metric.findMany({ where, select: { ordinal: true, code: true } });
}

/** The same as the database has it. */
const CODE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const LONGEST_CODE = 50;
/** Of a target are kept 18 digits, four of them behind the point. */
const [DIGITS, DECIMALS] = [18, 4];

function checkedMetric(words: MetricWords, among: Others) {
  const { code, target = null, aggregation, isRequired } = words;
  if (!CODE.test(code) || code.length > LONGEST_CODE) {
    throw new InvalidError(
      'Lower case words joined by underscores, as output_value, of 50 characters at most.',
      '指标代码由小写英文单词组成,以下划线连接,如 output_value,最多50个字符。',
      ['code'],
    );
  }
  if (among.some((each) => each.code === code)) {
    throw new InvalidError('Another metric has this code.', '指标代码已存在。', ['code']);
  }
  if (target && (target.decimalPlaces() > DECIMALS || target.abs().gte(10 ** (DIGITS - DECIMALS)))) {
    throw new InvalidError('14 digits and four decimals at most.', '最多14位整数、四位小数。', ['target']);
  }
  const ordinal = placed(
    words.ordinal,
    among.map((each) => each.ordinal),
  );
  const [name, unit] = [checkedName(words.name, 'name'), checkedName(words.unit, 'unit')];
  return { code, name, unit, target, aggregation, isRequired, ordinal };
}
