import { join } from 'node:path';
import { applyMigrations } from '../../prisma/migrate.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { OperatorError } from '../../src/platform/errors.ts';

// Makes an embedded database in the folder that is named, without a copy of the build's, and migrates it.
const [folder = ''] = process.argv.slice(2);
try {
  const driver = await embeddedIn(folder, join(folder, 'none'));
  await applyMigrations(driver);
  const regions = await driver.query('select count(*)::int as regions from region', []);
  process.stdout.write(`${JSON.stringify(regions)}\n`);
  await driver.close();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}
