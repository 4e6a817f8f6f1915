import { expect } from 'vitest';
import type { Answer } from '../kit/app.ts';
import type { Year } from './cast.ts';

export interface Asking {
  readonly token: string;
  ask<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Answer<Data>>;
}

/** What a mutation gives, by how its name begins. */
const RECORD = /^(competition|track|stage|metric|entry|summary|organization|project|roleAssignment)/;

interface Made {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Somebody does something, and it is done: the record as it is then. */
export async function does(who: Asking, name: string, input: object, selection = ''): Promise<Made> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const record = RECORD.exec(name)![1]!;
  const { data, errors } = await who.ask<Record<string, Record<string, Made>>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      ... on ${type}Payload { ${record} { id version ${selection} } } ... on Error { code message path } } }`,
    { input },
  );
  const made = data?.[name]?.[record];
  expect([name, errors, made ? undefined : data]).toEqual([name, undefined, undefined]);
  return made!;
}

/** What is refused: the code, and what it is about. */
export async function refused(who: Asking, name: string, input: object): Promise<unknown> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const { data } = await who.ask<Record<string, object>>(
    `mutation ($input: ${type}) { ${name}(input: $input) { ... on Error { code path } } }`,
    { input },
  );
  return data?.[name];
}

/** The version that somebody reads before they do something. */
export async function versionOf(who: Asking, id: string): Promise<number> {
  const { data } = await who.ask<{ node: { version: number } }>(
    `query ($id: ID!) { node(id: $id) { ... on Competition { version } ... on Entry { version }
      ... on StageSummary { version } } }`,
    { id },
  );
  return data!.node.version;
}

/** What each of them may do to a record now; of those who see it. */
export async function mayDo({ people }: Year, id: string): Promise<Record<string, string[]>> {
  const may: Record<string, string[]> = {};
  for (const [name, who] of Object.entries(people)) {
    const { data } = await who.ask<{ node: Record<string, string[]> | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Competition { c: nextActions } ... on Entry { e: nextActions }
        ... on StageSummary { s: nextActions } } }`,
      { id },
    );
    const [actions] = Object.values(data!.node ?? {});
    if (actions) may[name] = actions;
  }
  return may;
}

interface Named {
  readonly name: string;
}

interface Waiting {
  readonly subject: {
    readonly __typename: string;
    readonly applicant?: Named;
    readonly organization?: Named;
    readonly owner?: Named;
    readonly title?: string;
    readonly stage?: Named;
  };
  readonly action: string;
  readonly ageDays: number;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
}

/** What waits for each of them, in words; of those for whom something does. */
export async function todos({ people }: Year): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const [name, who] of Object.entries(people)) {
    const { data } = await who.ask<{ viewer: { todo: { totalCount: number; nodes: Waiting[] } } }>(
      `{ viewer { todo(orderBy: { field: DUE, direction: ASC }) { totalCount nodes {
        subject { __typename ... on Entry { applicant { name } }
          ... on StageSummary { organization { name } stage { name } }
          ... on ActionItem { owner { name } } ... on CommitteeMeeting { title } ... on PublicNotice { title } }
        action ageDays dueOn isOverdue } } } }`,
    );
    const { totalCount, nodes } = data!.viewer.todo;
    expect(nodes).toHaveLength(totalCount);
    // What assessors have to score is told of in tests/scoring/todo.test.ts.
    const waiting = nodes.filter(({ action }) => action !== 'SCORE');
    if (waiting.length > 0) all[name] = waiting.map(inWords);
  }
  return all;
}

function inWords({ subject, action, ageDays, dueOn, isOverdue }: Waiting): string {
  const of = (subject.applicant ?? subject.organization ?? subject.owner)?.name ?? subject.title;
  const what = [subject.__typename, of, subject.stage?.name, action].filter(Boolean).join(' ');
  return `${what}, for ${ageDays} days${dueOn ? `, ${isOverdue ? 'overdue since' : 'by'} ${dueOn}` : ''}`;
}

interface Step {
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly opinion: string | null;
  readonly at: string;
  readonly actorRole: string | null;
  readonly actorUser: { readonly name: string } | null;
}

/** What was done to a record, step by step: when, by whom, from where to where, and why. */
export async function history(who: Asking, type: string, id: string): Promise<string[]> {
  const { data } = await who.ask<{ node: { events: { nodes: Step[] } } }>(
    `query ($id: ID!) { node(id: $id) { ... on ${type} { events(first: 50) { nodes {
      action fromState toState opinion at actorRole actorUser { name } } } } } }`,
    { id },
  );
  return data!.node.events.nodes.map(({ action, fromState, toState, opinion, at, actorRole, actorUser }) =>
    [
      `${at.slice(0, 16)} ${action} ${fromState ?? ''}>${toState} ${actorUser?.name ?? 'nobody'} ${actorRole ?? ''}`,
      ...(opinion ? [opinion] : []),
    ].join(': '),
  );
}
