import { expect } from 'vitest';
import { type Asking, does, versionOf } from './asking.ts';
import type { Entries } from './enter.ts';
import type { Competition } from './prepare.ts';

/** What a unit says of a stage, besides its problems and figures. */
export const SAID = { text: '示例小结', nextSteps: '示例打算' };
const ASKED = 'status dueOn isOverdue isLate';

interface OfEntry {
  readonly spring: string;
  readonly summer: string;
}
/** The ids of the summaries of those who compete, by stage. */
export type Summaries = Readonly<Record<'bridge' | 'power', OfEntry>>;

export async function summariesOf(who: Asking, of: Competition, entries: Entries): Promise<Summaries> {
  const one = async (entry: string, stage: string) => {
    const { data } = await who.ask<{ stageSummaries: { nodes: { id: string }[] } }>(
      'query ($filter: StageSummaryFilter!) { stageSummaries(filter: $filter) { nodes { id } } }',
      { filter: { entry: [entry], stage: [stage] } },
    );
    const { nodes } = data!.stageSummaries;
    expect(nodes).toHaveLength(1);
    return nodes[0]!.id;
  };
  const both = async (entry: string) => ({
    ...{ spring: await one(entry, of.spring), summer: await one(entry, of.summer) },
  });
  return { bridge: await both(entries.bridge), power: await both(entries.power) };
}

/** How a summary is, as somebody is told. */
export async function asks(who: Asking, id: string): Promise<object> {
  const { data } = await who.ask<{ stageSummary: object }>(
    `query ($id: ID!) { stageSummary(id: $id) { version ${ASKED} } }`,
    { id },
  );
  return data!.stageSummary;
}

/** How a summary is expected to be: neither overdue nor late unless told. */
export function is(status: string, dueOn: string | null, more: object = {}): object {
  return { status, dueOn, isOverdue: false, isLate: false, ...more };
}

/** Somebody does this to a summary; how it is then. */
export async function step(who: Asking, action: string, id: string, more: object = {}): Promise<object> {
  const input = { id, version: await versionOf(who, id), ...more };
  const { id: _, version: __, ...after } = await does(who, `summary${action}`, input, ASKED);
  return after;
}
