import pg from 'pg';
import type { Question, Subject } from './workload/question.ts';

/** A question with what it is asked about. */
export interface Asking {
  readonly question: Question;
  readonly subjects: readonly Subject[];
}

/** Finds what each question is asked about, once for all contestants. */
export async function askings(questions: readonly Question[], databaseUrl: string): Promise<Asking[]> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const found: Asking[] = [];
    for (const question of questions) {
      const subjects = await question.subjects(db);
      if (subjects.length === 0) throw new Error(`The database has nothing to ask ${question.name} about.`);
      found.push({ question, subjects });
    }
    return found;
  } finally {
    await db.end();
  }
}
