import { join } from 'node:path';
import { loaded } from './databases.ts';
import { jiangong } from './jiangong.ts';
import type { Options } from './options.ts';
import { WORKSHOP } from './packages.ts';
import { placeOf, start } from './processes.ts';
import { spreadOf } from './statistics.ts';
import { print, table, tell } from './table.ts';

/** A folder of Jiangong's embedded database, which is loaded when it starts there the first time. */
export const EMBEDDED = { DATA_DIR: join(WORKSHOP, 'embedded') };

/** Prints how long Jiangong takes from its start until it listens, where its database is there already. */
export async function timeStarts({ scale, rounds }: Options): Promise<void> {
  const folder = await placeOf(jiangong);
  const places = { PostgreSQL: { DATABASE_URL: await loaded(scale) }, embedded: EMBEDDED };
  const rows: string[][] = [];
  for (const [name, env] of Object.entries(places)) {
    // The first one may still have to load.
    await (await start(jiangong, folder, env)).stop();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const running = await start(jiangong, folder, env);
      times.push(running.startedIn);
      tell(`${name}: ${running.startedIn.toFixed(0)} ms`);
      await running.stop();
    }
    const { median, least, most } = spreadOf(times);
    rows.push([name, ...[median, least, most].map((each) => each.toFixed(0))]);
  }
  print(table(['start, ms', 'median', 'least', 'most'], rows));
}
