import { parseArgs } from 'node:util';
import { readConfig } from '../../src/platform/config.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { openLog } from '../../src/platform/log.ts';
import { inProject } from '../../src/platform/root.ts';
import { commandLine } from '../commandLine.ts';
import { loadMadeUp, loadPublished, migrated } from '../prepare.ts';
import { readData } from './data.ts';
import { SCALES, type Scale } from './demo/load.ts';
import { verifyQuotes } from './verify.ts';

const USAGE = `npm run seed                          load the published figures, or check that they are loaded
npm run seed -- --scale <scale>       load made-up records as well: demo (a city's year in small), city or nation
npm run seed -- --verify <folder>     compare every quote with the texts of the documents in the folder`;

await commandLine(USAGE, async (args) => {
  const options = { verify: { type: 'string' }, scale: { type: 'string' } } as const;
  const { verify, scale: word } = parseArgs({ args, options }).values;
  if (verify !== undefined) return compare(verify);
  const scale = word === undefined ? undefined : scaleOf(word);
  const config = readConfig(process.env);
  const log = openLog(config);
  const db = await migrated(config, log, { statementTimeout: 0 });
  try {
    await loadPublished(db, log);
    if (scale) await loadMadeUp(db, scale, log);
  } finally {
    await db.close();
  }
});

function scaleOf(word: string): Scale {
  const scale = SCALES.find((scale) => scale === word);
  if (scale) return scale;
  // As parseArgs tells of what it can't use.
  const code = 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
  throw Object.assign(new TypeError(`Option '--scale' takes ${SCALES.join(', ')}, and not '${word}'`), {
    code,
  });
}

function compare(folder: string): void {
  const { documents, quotes, problems } = verifyQuotes(readData(inProject('prisma', 'data')), folder);
  process.stdout.write(`${quotes} quotes in ${documents} documents: ${problems.length} problems\n`);
  if (problems.length > 0) throw new OperatorError(65, problems.join('\n'));
}
