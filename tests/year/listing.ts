import type { Asking } from './asking.ts';
import { reads } from './doing.ts';

interface Candidate {
  readonly id: string;
  readonly isSelected: boolean;
  readonly entry: { readonly applicant: { readonly name: string } };
  readonly standingRow: { readonly rank: number | null; readonly total: string | null };
  readonly reasons: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly have: string | null;
      readonly need: string | null;
      readonly opinion: string | null;
    }[];
  };
}

interface List {
  readonly status: string;
  readonly version: number;
  readonly candidates: { readonly totalCount: number; readonly nodes: readonly Candidate[] };
}

async function listOf(who: Pick<Asking, 'ask'>, id: string): Promise<List | null> {
  const query = `query ($id: ID!) { shortlist(id: $id) { status version candidates { totalCount nodes { id isSelected
    entry { applicant { name } } standingRow { rank total } reasons { nodes { kind have need opinion } } } } } }`;
  return (await reads<{ shortlist: List | null }>(who, query, { id })).shortlist;
}

/** Who is on a list and who is not, as somebody reads it, with the reasons; equals by their names. */
export async function list(who: Pick<Asking, 'ask'>, id: string): Promise<string[] | null> {
  const found = await listOf(who, id);
  if (!found) return null;
  const { status, version, candidates } = found;
  const lines = candidates.nodes.map(({ isSelected, entry, standingRow: { rank, total }, reasons }) => {
    const said = reasons.nodes.map(({ kind, have, need, opinion }) =>
      [kind, have && `${have} of ${need}`, opinion && `(${opinion})`].filter(Boolean).join(' '),
    );
    const where = isSelected ? 'in' : 'out';
    return `${rank ?? '-'} ${entry.applicant.name} ${total ?? '-'} ${where}: ${said.join(', ')}`;
  });
  return [`${status}, version ${version}, candidates ${candidates.totalCount}`, ...lines.toSorted()];
}

/** The id of somebody's candidacy. */
export async function candidateOf(who: Asking, id: string, unit: string): Promise<string> {
  const found = await listOf(who, id);
  return found!.candidates.nodes.find(({ entry }) => entry.applicant.name === unit)!.id;
}
