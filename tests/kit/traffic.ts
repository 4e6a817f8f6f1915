import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** How often what came of a request, by its status or the error's code. */
export type Outcomes = Record<string, number>;

/** Clients that ask one thing after another, on connections that are kept alive, until one of them fails them. */
export function traffic(url: string, clients: number, query: string) {
  const outcomes: Outcomes = {};
  const count = (outcome: string) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const outcome = await ask(url, agent, query);
      count(outcome);
      if (outcome !== '200, whole') return agent.destroy();
    }
  };
  return { outcomes, ended: Promise.all(Array.from({ length: clients }, client)).then(() => outcomes) };
}

function ask(url: string, agent: Agent, query: string): Promise<string> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve(`${response.statusCode}, ${text.endsWith('}') ? 'whole' : 'cut'}`));
      response.on('error', ({ message }) => resolve(`cut: ${message}`));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(body);
  });
}

/** Asks again and again, on one connection, until nobody answers; gives the answers, but none twice in a row. */
export async function answersUntilEnd(url: URL): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: string[] = [];
  for (;;) {
    const answer = await get(url, agent).catch(() => undefined);
    if (answer === undefined) return answers;
    if (answer !== answers.at(-1)) answers.push(answer);
  }
}

function get(url: URL, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve(`${response.statusCode} ${text}`)).on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

/** Sends a request but for the end of its body. */
export function slowClient(url: string, beginning: string, end: string) {
  const { host, hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const length = Buffer.byteLength(beginning + end);
  const begun = new Promise<void>((resolve) => {
    socket.write(
      `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${beginning}`,
      // The server is another process: it has read this much once it had the time to.
      () => setTimeout(resolve, 200),
    );
  });
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('error', () => {}).on('close', () => resolve(text));
  });
  return { begun, answer, finish: () => void socket.write(end) };
}
