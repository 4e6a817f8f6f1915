import { applyMigrations } from '../../prisma/migrate.ts';
import { postgres } from '../../src/platform/postgres.ts';

/** Applies the migrations of a folder to a server's database. */
const [url = '', folder = ''] = process.argv.slice(2);
const driver = postgres(url, { connections: 1, statementTimeout: 0 });
await applyMigrations(driver, folder);
await driver.close();
