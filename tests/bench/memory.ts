import { setInterval } from 'node:timers/promises';
import { loaded, query } from './databases.ts';
import { jiangong } from './jiangong.ts';
import { send } from './load.ts';
import { bodiesFor } from './measure.ts';
import type { Options } from './options.ts';
import { nodeBinary } from './packages.ts';
import { whileRunning } from './processes.ts';
import { askings } from './subjects.ts';
import { print, tell } from './table.ts';
import { memoryOf } from './usage.ts';

const CLIENTS = 32;
const LOOK_EVERY = 10_000;
/** Requests of each question in the mixture, which comes round again. */
const OF_EACH = 100;

/**
 * What was sent in and is enclosed with nothing. The server removes it as soon as it runs, and for that makes Prisma's
 * client, as for any command: what only reads takes a fifth less.
 */
const LEFTOVER = `insert into enclosure (id, file_name, media_type, size, sha256, created_at, uploader_id)
  select gen_random_uuid(), '示例.pdf', 'application/pdf', 1, repeat('0', 64), '2000-01-01', id from user_account limit 1
  returning id`;

/** Prints what memory Jiangong takes on PostgreSQL while all questions are asked at once, and whether it grows. */
export async function watchMemory({ scale, questions, minutes }: Options): Promise<void> {
  const url = await loaded(scale);
  const asked = await askings(questions, url);
  const [leftover] = await query<{ id: string }>(url, LEFTOVER);
  const node = await nodeBinary();
  await whileRunning([jiangong], { DATABASE_URL: url }, async ([running]) => {
    const bodies = mixed(asked.map((asking) => bodiesFor(running!, asking)));
    const over = new AbortController();
    const load = send(node, {
      url: running!.url,
      bodies,
      connections: CLIENTS,
      warmUp: 0,
      seconds: minutes * 60,
    });
    const seen: number[] = [];
    const watching = (async () => {
      for await (const _ of setInterval(LOOK_EVERY, undefined, { signal: over.signal })) {
        const { now } = await memoryOf(running!.pid);
        seen.push(now);
        tell(`${now.toFixed(0)} MiB`);
      }
    })().catch(() => {});
    const { requests, failures } = await load;
    over.abort();
    await watching;
    const { most } = await memoryOf(running!.pid);
    const left = await query(url, `select from enclosure where id = '${leftover!.id}'`);
    if (left.length > 0)
      throw new Error('The server did nothing by itself, and so has not made all that it needs.');
    const third = Math.max(1, Math.floor(seen.length / 3));
    const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    print(
      `${requests} requests in ${minutes} minutes, ${failures} failed; ${CLIENTS} clients, scale ${scale}`,
    );
    print(`memory at most ${most.toFixed(0)} MiB`);
    print(`mean of the first third ${mean(seen.slice(0, third)).toFixed(0)} MiB`);
    print(`mean of the last third ${mean(seen.slice(-third)).toFixed(0)} MiB`);
  });
}

/** One after the other of each. */
function mixed(lists: readonly (readonly string[])[]): string[] {
  return Array.from({ length: OF_EACH }, (_, at) => lists.map((list) => list[at % list.length]!)).flat();
}
