import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoAccounts } from '../prisma/seed/demo/accounts.ts';
import { summaryJobs } from '../src/features/summaries/worker.ts';
import type { Account } from '../src/http/authenticate.ts';
import { PROGRAM } from '../src/platform/actor.ts';
import { inProject } from '../src/platform/root.ts';
import { runJob } from '../src/platform/tick.ts';
import { NOON, startSharedApp } from './kit/app.ts';
import { callOf } from './kit/calls.ts';
import { compact } from './kit/compact.ts';

const BEGIN =
  '<!-- played by tests/walk.test.ts, which compares the answers; UPDATE_TOUR=1 npm test writes them anew -->\n';
const END = '<!-- end of the walk -->';
/** Longer answers are folded. */
const MOST_LINES = 6;

let accounts: readonly Account[] = [];
const clock = { at: NOON };
const app = await startSharedApp('demo', {
  now: () => clock.at,
  accounts: async (db) => (accounts = await demoAccounts(db, NOON)),
});

test('the walk in the README can be gone, step by step, and the server answers as it says', async () => {
  const readme = readFileSync(inProject('README.md'), 'utf8');
  const [head = '', ...parts] = readme.split(BEGIN);
  const variables: Record<string, unknown> = {};
  let [walk, text, count] = [head, head, 0];
  for (const part of parts) {
    // What goes into Variables stands before the steps.
    Object.assign(variables, JSON.parse(codeOf(text.slice(text.lastIndexOf('```json')), 'json')!));
    const [steps = '', after = ''] = part.split(END);
    const played: string[] = [];
    for (const step of steps.trim().split(/^(?=\*\*\d+\. )/m)) played.push(await play(step, variables));
    walk += `${BEGIN}\n${played.join('\n')}\n${END}${after}`;
    text = after;
    count += played.length;
  }
  if (process.env.UPDATE_TOUR) writeFileSync(inProject('README.md'), walk);
  else expect(readme).toBe(walk);
  expect(count).toBe(29);
});

/** Does as a step says, as the account that it names; gives the step with its answer, from which ids become variables. */
async function play(step: string, variables: Record<string, unknown>): Promise<string> {
  const [, role] = /^\*\*\d+\. ([A-Z_]+)\*\*/.exec(step)!;
  const { token } = accounts.find(({ name }) => name === role)!;
  // What cannot be done on the same day.
  const [, day] = /^\*\*\d+\. [A-Z_]+\*\*, on `(\w+)`/.exec(step) ?? [];
  if (day) clock.at = new Date(`${variables[day]}T12:00:00Z`);
  await tick();
  const command = codeOf(step, 'sh');
  if (command) {
    variables.fileId = (await curl(command.replace('$TOKEN', token))).id;
    return step.slice(0, step.lastIndexOf('```') + 4);
  }
  const query = codeOf(step, 'graphql')!;
  const { data, errors } = await app.ask(query, variables, { authorization: `Bearer ${token}` });
  expect([query, errors]).toEqual([query, undefined]);
  const answer = compact(settled(data, variables));
  const json = `\`\`\`json\n${answer}\n\`\`\`\n`;
  const isLong = answer.split('\n').length > MOST_LINES;
  const shown = isLong ? `<details><summary>The answer</summary>\n\n${json}\n</details>\n` : json;
  return `${step.slice(0, step.indexOf(query) + query.length)}\`\`\`\n\n${shown}`;
}

function codeOf(text: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1];
}

/** The answer with its ids, which every database has others of, struck out; those with a name of their own are kept. */
function settled(data: unknown, variables: Record<string, unknown>): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value) => {
      if (!key.endsWith('Id')) return value;
      variables[key] = value;
      return '…';
    }),
  );
}

/** Does by itself what the program does every minute. */
async function tick(): Promise<void> {
  for (const job of summaryJobs)
    await runJob(
      callOf(app, PROGRAM, () => clock.at),
      job,
    );
}

/** What curl would do with such a command. */
async function curl(command: string): Promise<{ id: string }> {
  const [, path] = /^curl localhost:4000(\S+)/.exec(command)!;
  const headers = [...command.matchAll(/-H "(.+?): (.+?)"/g)].map(([, name, value]) => [name!, value!]);
  const [, body] = /--data-binary "(.*)"/.exec(command)!;
  const response = await fetch(`${app.origin}${path}`, {
    method: 'POST',
    headers: Object.fromEntries(headers),
    body: body!,
  });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string };
}
