import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

/** What one request is about, in words of the database: ids, codes, places in an order. */
export type Subject = Readonly<Record<string, unknown>>;
/** The `data` of an answer. */
export type Data = Readonly<Record<string, unknown>>;

/** One kind of request, which every contestant answers about the same subjects in the same sequence. */
export interface Question {
  readonly name: string;
  /** What is asked, in words. */
  readonly title: string;
  /** The operation, in the words of our schema. */
  readonly document: string;
  /** Subjects for requests, the same ones each time; there may be fewer than requests. */
  subjects(db: Client): Promise<Subject[]>;
  /** The variables of our operation. */
  variables(subject: Subject): object;
}

export const MOST_SUBJECTS = 500;

/** Rows of a statement as subjects. */
export async function rows(db: Client, text: string): Promise<Subject[]> {
  return (await db.query(text)).rows;
}

/** An operation of this folder. */
export function operation(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
}
