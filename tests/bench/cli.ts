import { compare } from './compare.ts';
import { compareEmbedded } from './embedded.ts';
import { explainFairness } from './fairness.ts';
import { grow } from './growth/grow.ts';
import { watchMemory } from './memory.ts';
import { readOptions, USAGE } from './options.ts';
import { explainPlans } from './plans.ts';
import { timeStarts } from './starts.ts';
import { timeWrites } from './writes.ts';

try {
  const options = readOptions(process.argv.slice(2));
  switch (options.mode) {
    case 'fairness':
      await explainFairness(options);
      break;
    case 'growth':
      process.exitCode = (await grow(options)) ? 0 : 1;
      break;
    case 'memory':
      await watchMemory(options);
      break;
    case 'start':
      await timeStarts(options);
      break;
    case 'embedded':
      await compareEmbedded(options);
      break;
    case 'writes':
      await timeWrites(options);
      break;
    case 'plans':
      process.exitCode = (await explainPlans()) ? 0 : 1;
      break;
    case 'compare':
    case 'short':
      process.exitCode = (await compare(options)) ? 0 : 1;
  }
} catch (error) {
  if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error;
  process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
  process.exitCode = 64;
}
