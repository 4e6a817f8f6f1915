import { Keyset } from '../../platform/keyset.ts';
import type { Bind } from '../../platform/where.ts';
import type { NamedFacet } from '../facets.ts';
import { type ListArgs, listingOf, orderOf } from '../relations.ts';
import { type KeptListing, keptListing, placed, shapeOf, valueAt } from './kept.ts';
import type { Listed, PageAsked } from './pages.ts';
import type { Giver } from './scope.ts';

/** What a request asks of a list: which page, counted by what, under which conditions. */
export interface ListAsked {
  readonly keyset: Keyset;
  readonly facets: readonly NamedFacet[];
  /** The list, and as each of the facets sees it: by the members of the filter that it ignores. */
  readonly listings: ReadonlyMap<string, KeptListing>;
}

export function listAsked(
  { list, row, call }: Listed,
  args: ListArgs,
  facets: readonly NamedFacet[],
): ListAsked {
  const keyset = new Keyset(list.model, orderOf(list.model, args), args);
  const listings = new Map<string, KeptListing>();
  for (const ignored of [[], ...facets.map(({ ignores }) => ignores)]) {
    const key = String(ignored);
    if (listings.has(key)) continue;
    listings.set(key, keptListing(listingOf(list, args, ignored), call, row.table));
  }
  return { keyset, facets, listings };
}

/** What the text of the list depends on: all but values. */
export function shapeOfAsked({ keyset, facets, listings }: ListAsked): string {
  const { size, isBackward, order, shape } = keyset;
  const names = facets.map(({ name }) => name);
  return JSON.stringify([size, isBackward, order, shape, names, [...listings.values()].map(shapeOf)]);
}

/** The same for a text, with what `given` makes in the place of each value. */
export function placedAsked(
  { keyset, facets, listings }: ListAsked,
  bind: Bind,
  given: Giver<ListAsked>,
): PageAsked {
  return {
    bind,
    facets,
    keyset: keyset.placed((end, part) => given(({ keyset }) => keyset[end]![part])),
    listing: (ignored) => {
      const key = String(ignored);
      return placed(listings.get(key)!, (...place) =>
        given(({ listings }) => valueAt(listings.get(key)!, ...place)),
      );
    },
  };
}
