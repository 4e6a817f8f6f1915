import type { Data, Question, Subject } from './workload/question.ts';

/** Who takes part: a server in a process of its own, which answers questions over HTTP. */
export interface Contestant {
  readonly name: string;
  /** What a reader needs to judge whether it was treated fairly: versions are told besides. */
  readonly settings: readonly string[];
  /** Where it listens for POSTs of JSON. */
  readonly path: string;
  /** The folder of peers/ with its program and a package.json, copied to .bench/ and installed there; none for what stands in this repository. */
  readonly peer?: string;
  /** The packages of this repository that it stands on, where it stands here; all of them unless given. */
  readonly uses?: readonly string[];
  /** What is left to do once its packages are installed; `folder` is the copy of the peer's folder. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** What Node is to run. The environment gets PORT, DATABASE_URL and NODE_ENV=production besides. */
  program(place: Place): Program;
  /** The body of a request; `{ query, variables }` in our words unless given. */
  readonly body?: (question: Question, subject: Subject) => object;
  /**
   * An answer's `data` as our schema would give it, for who has other names or other ids. Cursors may
   * be anything, and the groups of a facet may come in any order.
   */
  readonly translated?: (question: Question, data: Data) => Data;
}

/** Where a contestant runs. */
export interface Place {
  /** The copy of the peer's folder, where its packages are; the repository without `peer`. */
  readonly folder: string;
}

export interface Program {
  /** Node's arguments: flags, the file, its own arguments. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Connections to the database that each contestant may have. */
export const CONNECTIONS = 10;

/** The body of a request to this contestant. */
export function bodyOf(contestant: Contestant, question: Question, subject: Subject): object {
  return (
    contestant.body?.(question, subject) ?? {
      query: question.document,
      variables: question.variables(subject),
    }
  );
}
