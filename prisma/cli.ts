import { parseArgs } from 'node:util';
import { readConfig } from '../src/platform/config.ts';
import { openLog } from '../src/platform/log.ts';
import { commandLine } from './commandLine.ts';
import { writeMigration } from './pending.ts';
import { migrated } from './prepare.ts';

const USAGE = `npm run migrate                       apply the migrations that the database lacks
npm run migrate -- --write <name>     write what was changed in the models as a new migration`;

await commandLine(USAGE, async (args) => {
  const { write } = parseArgs({ args, options: { write: { type: 'string' } } }).values;
  if (write === undefined) {
    const config = readConfig(process.env);
    const db = await migrated(config, openLog(config));
    return db.close();
  }
  const written = await writeMigration(write, new Date());
  process.stdout.write(
    written ? `wrote prisma/migrations/${written}\n` : 'The migrations lead to the models already.\n',
  );
});
