import type { Asking } from './asking.ts';

/** What the summaries of a stage come to in a region, as whoever asks is told; where the competition is held unless given. */
export async function report(who: Asking, stage: string, regionCode?: string | null) {
  const { data } = await who.ask<{ node: { report: object | null } }>(
    `query ($id: ID!, $regionCode: String) { node(id: $id) { ... on Stage { report(regionCode: $regionCode) {
      region { name } counts { total notDue due overdue submitted accepted waived }
      figures { metric { code } value target count } problemCount problems { organization { name } text }
      markdown } } } }`,
    { id: stage, regionCode },
  );
  return data!.node.report;
}
