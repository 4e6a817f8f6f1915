import type { Data } from '../../workload/question.ts';

/** Answers whose lists hang together in another way than ours, by question. */
export const RESHAPED: Readonly<Record<string, (data: Data) => Data>> = {
  facets: (data) => {
    const { byCounty, ...region } = data.region as { byCounty: List<County>; studios: Data };
    const groups = byCounty.nodes.map(({ count, region }) => ({
      value: region?.id ?? null,
      count,
      node: region,
    }));
    return { region: { ...region, studios: { ...region.studios, byCounty: groups } } };
  },
  standing: ({ node }) => {
    if (!node) return { node };
    const { rows } = node as { rows: List<Row> };
    return { node: { ...node, rows: { ...rows, nodes: rows.nodes.map(withBreakdown) } } };
  },
  stateOfPlay: ({ node }) => {
    if (!node) return { node };
    const { stateOfPlay } = node as { stateOfPlay: Record<(typeof LISTS)[number], List<unknown>> };
    const lists = LISTS.map((name) => [name, stateOfPlay[name].nodes]);
    return { node: { ...node, stateOfPlay: { ...stateOfPlay, ...Object.fromEntries(lists) } } };
  },
};

interface List<Node> {
  readonly nodes: readonly Node[];
}

interface County {
  readonly count: number;
  readonly region: { readonly id: string } | null;
}

interface Row {
  readonly parts: List<{ readonly weight: string; readonly sheet: { readonly items: List<Item> } }>;
}

interface Item {
  readonly criterion: { readonly maxPoints: string };
}

/** What each criterion gives stands in the sheets of a row's parts. */
function withBreakdown({ parts, ...row }: Row): object {
  const breakdown = parts.nodes.flatMap(({ weight, sheet }) =>
    sheet.items.nodes.map(({ criterion: { maxPoints, ...criterion }, ...points }) => ({
      ...points,
      criterion,
      weight,
      maxPoints,
    })),
  );
  return { ...row, breakdown };
}

const LISTS = ['byRegion', 'movers', 'vetoes'] as const;
