import { tellOf } from './compare.ts';
import { loaded } from './databases.ts';
import { jiangong } from './jiangong.ts';
import { measure } from './measure.ts';
import type { Options } from './options.ts';
import { placeOf, start } from './processes.ts';
import { ratioTables } from './report.ts';
import { EMBEDDED } from './starts.ts';
import { summaries } from './statistics.ts';
import { askings } from './subjects.ts';
import { print } from './table.ts';

/** Prints how fast Jiangong is on the embedded database as a share of the same on PostgreSQL, with the demonstration year. */
export async function compareEmbedded(options: Options): Promise<void> {
  const url = await loaded('demo');
  const asked = await askings(options.questions, url);
  const folder = await placeOf(jiangong);
  const names = ['PostgreSQL', 'embedded'];
  const onServer = await start({ ...jiangong, name: names[0]! }, folder, { DATABASE_URL: url });
  try {
    const embedded = await start({ ...jiangong, name: names[1]! }, folder, EMBEDDED);
    try {
      const samples = await measure([onServer, embedded], asked, options, url, tellOf);
      print(ratioTables(summaries(samples, names[0]!), names));
    } finally {
      await embedded.stop();
    }
  } finally {
    await onServer.stop();
  }
}
