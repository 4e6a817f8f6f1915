import type { Call } from '../../platform/call.ts';
import { holding, ofKey, overKeys } from '../../platform/list.ts';
import { columnOf, isIndexed } from '../../platform/models.ts';
import { type Bind, isWithin } from '../../platform/where.ts';
import type { PlacedListing } from './kept.ts';

/** The rows of one list in a statement: which of the table's. */
export class Reach {
  constructor(
    private readonly listing: PlacedListing,
    private readonly parentKey: string | undefined,
    private readonly call: Call,
    private readonly bind: Bind,
    private readonly table: string,
  ) {}

  /** The condition on the rows. */
  where(): string {
    const { relation } = this.listing;
    const mine = relation ? ofKey(relation, this.parentKey!, this.bind, this.table) : 'true';
    return `${mine} and ${holding(this.listing, this.call, this.bind, this.table)}`;
  }

  /**
   * The select that `part` makes from a condition, of all rows. Rows that lie in one of several regions are
   * selected region by region, and joined, if an index has those of each one, in the order of `field` if
   * that is given: of a page, no more is then read than the best of each.
   */
  select(field: string | undefined, part: (where: string, isPart: boolean) => string): string {
    const { model } = this.listing;
    const spread = this.spread();
    if (!spread || !isIndexed(model, spread.field, ...(field ? [field] : [])))
      return part(this.where(), false);
    const key = `${this.table}_key`;
    const mine = `${columnOf(model, spread.field, this.table)} = ${key}.id`;
    const others = holding({ model, conditions: spread.others }, this.call, this.bind, this.table);
    return `select ${this.table}.* from (${spread.keys(this.bind)}) ${key} (id)
      cross join lateral (${part(`${mine} and ${others}`, true)}) ${this.table}`;
  }

  /** The keys that the rows are spread over, and what else holds of them. */
  private spread() {
    const { relation, conditions } = this.listing;
    if (!conditions.every(({ isBroad }) => isBroad())) return undefined;
    if (relation) {
      const over = overKeys(relation, this.parentKey!);
      return over && { ...over, others: conditions };
    }
    const term = conditions.find(isWithin);
    return term && { ...term.within!, others: conditions.filter((each) => each !== term) };
  }
}
