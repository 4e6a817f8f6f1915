import type { Call } from '../../platform/call.ts';
import { knowledgeFor } from '../../platform/knowledge.ts';
import type { Listing } from '../../platform/list.ts';
import { isEnum, type ModelName, models } from '../../platform/models.ts';
import { type Bind, type Condition, type Knowledge, matching, type Term } from '../../platform/where.ts';

/** Text with the numbers of values between marks, and the values. */
interface Pieces {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A condition on the rows of one table as it is written: the text depends on its shape, the values on the request. */
interface KeptCondition {
  readonly whole: Pieces;
  readonly within?: { readonly field: string; readonly keys: Pieces } | undefined;
  /** Whether the rows are not found through it, so that nothing is lost by another way to them. */
  readonly isBroad: boolean;
}

/** A list as a request asks for it, with its conditions written. */
export interface KeptListing extends Omit<Listing<ModelName>, 'conditions'> {
  readonly conditions: readonly KeptCondition[];
}

/** The same in a text that is kept. */
export interface PlacedListing extends Listing<ModelName> {
  readonly conditions: readonly (Term & { readonly isBroad: () => boolean })[];
}

/** Gives what is bound in the place of a value. */
type Place = (condition: number, part: 'whole' | 'keys', value: number) => unknown;

export function keptListing(listing: Listing<ModelName>, call: Call, table: string): KeptListing {
  const { conditions, ...rest } = listing;
  const knowledge = knowledgeFor(conditions, call.db.knowledge);
  return {
    ...rest,
    conditions: conditions.map((condition) => keptCondition(listing.model, condition, table, knowledge)),
  };
}

/** What the text of a statement over the list depends on. */
export function shapeOf({ relation, conditions }: KeptListing): unknown {
  const parts = conditions.map(({ whole, within, isBroad }) => [whole.text, within?.keys.text, isBroad]);
  return [relation?.through !== undefined, parts];
}

/** The list for a text that is kept: `place` gives what stands for each of its values. */
export function placed({ conditions, ...rest }: KeptListing, place: Place): PlacedListing {
  return {
    ...rest,
    conditions: conditions.map(({ whole, within, isBroad }, i) => {
      const write = (pieces: Pieces, part: 'whole' | 'keys') => (bind: Bind) =>
        joined(pieces, (value) => bind(place(i, part, value)));
      return Object.assign(write(whole, 'whole'), {
        ...(within && { within: { field: within.field, keys: write(within.keys, 'keys') } }),
        isBroad: () => isBroad,
      });
    }),
  };
}

/** The value of a list that stands in a place. */
export function valueAt(
  { conditions }: KeptListing,
  ...[condition, part, value]: Parameters<Place>
): unknown {
  const { whole, within } = conditions[condition]!;
  return (part === 'whole' ? whole : within!.keys).values[value];
}

function keptCondition(
  model: ModelName,
  condition: Condition<ModelName>,
  table: string,
  knowledge: Knowledge,
): KeptCondition {
  const { within } = condition as Partial<Term>;
  return {
    whole: pieces((bind) => matching(model, condition, bind, table, knowledge)),
    within: within && { field: within.field, keys: pieces(within.keys) },
    isBroad: isBroad(model, condition, knowledge),
  };
}

function isBroad(model: ModelName, condition: Condition<ModelName>, knowledge: Knowledge): boolean {
  if (typeof condition === 'function') {
    return condition.within !== undefined || condition.isBroad?.(knowledge) === true;
  }
  return Object.keys(condition).every((name) => {
    const field = models[model].fields[name];
    return field !== undefined && (field.type === 'Boolean' || isEnum(field));
  });
}

/** Stands around the number of a value. */
const MARK = '\0';

function pieces(write: (bind: Bind) => string): Pieces {
  const values: unknown[] = [];
  const text = write((value) => `${MARK}${values.push(value) - 1}${MARK}`);
  return { text, values };
}

function joined({ text }: Pieces, valueAt: (value: number) => string): string {
  const parts = text.split(MARK);
  return parts.map((part, i) => (i % 2 === 1 ? valueAt(Number(part)) : part)).join('');
}
