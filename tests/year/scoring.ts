import type { Asking } from './asking.ts';
import { gives, reads } from './doing.ts';
import type { Cast } from './join.ts';
import type { Criteria } from './scheme.ts';

type Points = Readonly<Record<string, string>>;

/** Points for A to H, in their order, and for bonuses and deductions. */
export function items(criteria: Criteria, base: string, more: Points = {}) {
  const points = Object.entries({
    ...Object.fromEntries(base.split(' ').map((each, n) => ['ABCDEFGH'[n]!, each])),
    ...more,
  });
  return points.map(([code, each]) => ({ criterion: criteria[code]!, points: each }));
}

export interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly total: string;
}

/** Somebody scores an entry for a stage and hands it in: what it comes to. */
export async function scores(who: Asking, what: object): Promise<string> {
  const { scoreSheet: saved } = await gives<{ scoreSheet: Sheet }>(
    who,
    'scoreSheetSave',
    { kind: 'ASSESSOR', ...what },
    'scoreSheet { id version status total }',
  );
  const { id, version } = saved;
  const { scoreSheet } = await gives<{ scoreSheet: Sheet }>(
    who,
    'scoreSheetSubmit',
    { id, version },
    'scoreSheet { status total }',
  );
  return `${saved.status} ${saved.total}, ${scoreSheet.status} ${scoreSheet.total}`;
}

interface Read {
  readonly kind: string;
  readonly revision: number;
  readonly status: string;
  readonly total: string;
  readonly assessor: { readonly name: string } | null;
  readonly stage: { readonly name: string };
}

/** What each of them reads of the scores of an entry, and the public; those who read nothing left out. */
export async function sheetsOf({ app, people }: Cast, id: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, who] of Object.entries({ ...people, public: app })) {
    const { node } = await reads<{ node: { scoreSheets: { totalCount: number; nodes: Read[] } } | null }>(
      who,
      `query ($id: ID!) { node(id: $id) { ... on Entry { scoreSheets(orderBy: { field: CREATED_AT }) { totalCount
        nodes { kind revision status total assessor { name } stage { name } } } } } }`,
      { id },
    );
    const { totalCount = 0, nodes = [] } = node?.scoreSheets ?? {};
    if (totalCount > 0) found[name] = [...nodes.map(inWords).toSorted(), `${totalCount} in all`];
  }
  return found;
}

function inWords({ kind, revision, status, total, assessor, stage }: Read): string {
  return [stage.name, kind, assessor?.name, revision > 1 ? `version ${revision}` : '', status, total]
    .filter(Boolean)
    .join(' ');
}

/** The office confirms what the assessors gave: how it is then, and what it comes to. */
export async function confirm(office: Asking, entry: string, stage: string): Promise<string[]> {
  const { scoreSheet } = await gives<{ scoreSheet: Sheet }>(
    office,
    'scoreSheetConfirm',
    { entry, stage },
    'scoreSheet { status total }',
  );
  return [scoreSheet.status, scoreSheet.total];
}
