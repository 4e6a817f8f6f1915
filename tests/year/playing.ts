import type { Asking } from './asking.ts';
import { reads } from './doing.ts';

const STATE = `asOf entries active vetoed headcount averageTotal
  summaries { total notDue due overdue submitted accepted waived }
  byRegion { region { name } entries active vetoed headcount averageTotal overdue }
  movers { entry { entryNo } rank previousRank movement } vetoes { entry { entryNo } reason occurredOn }`;

/** How a stage stands now, as whoever asks is told. */
export async function live(who: Pick<Asking, 'ask'>, id: string, stageId?: string): Promise<unknown> {
  const query = `query ($id: ID!, $stageId: ID) { competition(id: $id) { stateOfPlay(stageId: $stageId) { ${STATE} } } }`;
  const { competition } = await reads<{ competition: { stateOfPlay: object } }>(who, query, { id, stageId });
  return competition.stateOfPlay;
}

/** How it stood when it was kept. */
export async function kept(who: Asking, id: string): Promise<unknown> {
  const query = `query ($id: ID!) { node(id: $id) { ... on StateOfPlaySnapshot { stateOfPlay { ${STATE} } } } }`;
  const { node } = await reads<{ node: { stateOfPlay: object } | null }>(who, query, { id });
  return node ? node.stateOfPlay : null;
}
