import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installed } from './packages.ts';

export interface Load {
  readonly url: string;
  /** Bodies of requests, which the clients send one after another. */
  readonly bodies: readonly string[];
  readonly connections: number;
  /** Seconds before it measures: clients and contestant are compiled and connected by then. */
  readonly warmUp: number;
  readonly seconds: number;
}

/** What came of the requests; times are in milliseconds. */
export interface Outcome {
  readonly requests: number;
  readonly seconds: number;
  /** Requests that failed, or whose answers hold errors. */
  readonly failures: number;
  /** CPU for each request that sending and checking took; it is not the contestant's, but on the same machine. */
  readonly generatorCpu: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Sends requests from a process of its own until the time is over. */
export async function send(
  node: string,
  load: Load,
  onMeasuring: () => Promise<void> = async () => {},
): Promise<Outcome> {
  const child = spawn(node, [join(await installed('autocannon'), 'load.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line);
    if (!said.isMeasuring) return said;
    await onMeasuring();
  }
  throw new Error('The clients ended before their time.');
}
