import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { Pool } from 'pg';
import { VALUES } from './values.ts';

const statements = Object.fromEntries(
  Object.keys(VALUES).map((name) => [name, readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8')]),
);

/** Answers each question with one statement, whose text is the answer. */
export function answering(pool: Pool): RequestListener {
  return async (request, response) => {
    const { question, variables } = JSON.parse(await bodyOf(request));
    const values = VALUES[question]!(variables);
    const { rows } = await pool.query({ name: question, text: statements[question]!, values });
    const answer = Buffer.from(rows[0].answer);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    });
    response.end(answer);
  };
}

export const limitServer = (pool: Pool) => createServer(answering(pool));

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (text += part));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}
