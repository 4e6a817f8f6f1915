import type { Asking } from './asking.ts';
import { gives, reads } from './doing.ts';

interface Row {
  readonly rank: number | null;
  readonly unrankedReason: string | null;
  readonly total: string | null;
  readonly toNext: string | null;
  readonly isTied: boolean;
  readonly movement: number | null;
  readonly entry: { readonly entryNo: string; readonly applicant: { readonly name: string } };
}

/** Who stands where, as somebody reads it, line by line; equals by their numbers. */
export async function table(who: Pick<Asking, 'ask'>, id: string): Promise<string[] | null> {
  const { standing } = await reads<{
    standing: { status: string; revision: number; rows: { totalCount: number; nodes: Row[] } } | null;
  }>(
    who,
    `query ($id: ID!) { standing(id: $id) { status revision rows { totalCount nodes { rank unrankedReason total
      toNext isTied movement entry { entryNo applicant { name } } } } } }`,
    { id },
  );
  if (!standing) return null;
  const { status, revision, rows } = standing;
  return [
    `${status}, version ${revision}, rows ${rows.totalCount}`,
    ...rows.nodes
      .toSorted(
        (one, other) =>
          (one.rank ?? 99) - (other.rank ?? 99) || (one.entry.entryNo < other.entry.entryNo ? -1 : 1),
      )
      .map(inWords),
  ];
}

function inWords({ rank, unrankedReason, total, toNext, isTied, movement, entry }: Row): string {
  return [
    ...[rank ?? unrankedReason, entry.applicant.name, total],
    isTied && 'tied',
    toNext && `${toNext} to the next`,
    movement !== null && `moved ${movement}`,
  ]
    .filter((each) => each !== null && each !== false)
    .join(' ');
}

export interface Standing {
  readonly id: string;
  readonly version: number;
}

/** The office computes a standing of a stage, or of the year. */
export async function compute(office: Asking, competition: string, stage?: string): Promise<Standing> {
  const input = { competition, stage };
  return (await gives<{ standing: Standing }>(office, 'standingCompute', input, 'standing { id version }'))
    .standing;
}

/** The office publishes it: how it is then, and whether it comes out the same once more. */
export async function publish(office: Asking, { id, version }: Standing): Promise<unknown> {
  const selection = `standing { status revision supersedes { id } previous { id } nextActions
    recomputation { isEqual differences { field } } }`;
  return (await gives<{ standing: object }>(office, 'standingPublish', { id, version }, selection)).standing;
}

/** How it is expected to be when it is published. */
export function published(more: object): object {
  return {
    ...{ status: 'PUBLISHED', revision: 1, supersedes: null, previous: null, nextActions: [] },
    recomputation: { isEqual: true, differences: [] },
    ...more,
  };
}
