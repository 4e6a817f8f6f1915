import { type ModelName, models } from './models.ts';
import { type Condition, isWithin, type Knowledge } from './where.ts';

const REFRESHED_EVERY = 10 * 60_000;

interface Statistics {
  readonly table: string;
  readonly grams: readonly string[];
  readonly shares: readonly number[];
}

/**
 * Of the rows that have a text, enough turn up in any order if this share of all has it. Where rows are also found
 * by their keys, both ways together leave few of them: reading in order wins only if nearly all have the text.
 */
const COMMON = { alone: 0.01, withKeys: 0.5 };

/** The same knowledge for rows that are found by their keys too. */
export function withKeys(knowledge: Knowledge): Knowledge {
  return { shareOf: (model, gram) => knowledge.shareOf(model, gram), common: COMMON.withKeys };
}

/** What is known of the data, for rows that these conditions must hold of. */
export function knowledgeFor<M extends ModelName>(
  conditions: readonly Condition<M>[],
  knowledge: Knowledge,
): Knowledge {
  return conditions.some(isWithin) ? withKeys(knowledge) : knowledge;
}

/** What PostgreSQL's own statistics say of the data; nothing on a database that nobody analyzed. */
export class StatisticalKnowledge implements Knowledge {
  readonly common = COMMON.alone;
  private shares: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly query: (text: string) => Promise<unknown[]>) {}

  /** Never waits: what is not known yet makes a search slower and no answer wrong. */
  shareOf(model: ModelName, gram: string): number {
    if (performance.now() - this.readAt > REFRESHED_EVERY) this.refresh().catch(() => {});
    return this.shares.get(models[model].table)?.get(gram) ?? 0;
  }

  async refresh(): Promise<void> {
    this.readAt = performance.now();
    const found = await this.query(`select replace(tablename, '_text_idx', '') as table,
        most_common_elems::text::text[] as grams, most_common_elem_freqs::float8[] as shares
      from pg_stats where tablename like '%\\_text\\_idx' and most_common_elems is not null`);
    this.shares = new Map(
      (found as Statistics[]).map(({ table, grams, shares }) => [
        table,
        // Behind the shares stand the least and the greatest of them.
        new Map(grams.map((gram, i) => [gram, shares[i]!])),
      ]),
    );
  }
}
