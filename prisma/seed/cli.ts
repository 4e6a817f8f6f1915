import { parseArgs } from 'node:util';
import { readConfig } from '../../src/platform/config.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { openLog } from '../../src/platform/log.ts';
import { inProject } from '../../src/platform/root.ts';
import { commandLine } from '../commandLine.ts';
import { loadPublished, migrated } from '../prepare.ts';
import { readData } from './data.ts';
import { verifyQuotes } from './verify.ts';

const USAGE = `npm run seed                          load the published figures, or check that they are loaded
npm run seed -- --verify <folder>     compare every quote with the texts of the documents in the folder`;

await commandLine(USAGE, async (args) => {
  const { verify } = parseArgs({ args, options: { verify: { type: 'string' } } }).values;
  if (verify !== undefined) return compare(verify);
  const config = readConfig(process.env);
  const log = openLog(config);
  const db = await migrated(config, log);
  try {
    await loadPublished(db, log);
  } finally {
    await db.close();
  }
});

function compare(folder: string): void {
  const { documents, quotes, problems } = verifyQuotes(readData(inProject('prisma', 'data')), folder);
  process.stdout.write(`${quotes} quotes in ${documents} documents: ${problems.length} problems\n`);
  if (problems.length > 0) throw new OperatorError(65, problems.join('\n'));
}
