import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { EMPTY, embeddedAt } from '../src/platform/embedded.ts';
import { applyMigrations } from './migrate.ts';

// The embedded database as a first start finds it, which copies it: to make one and to migrate it takes some seconds.
// It is moved to its place whole, so that nobody copies half of one.
const making = `${EMPTY}.new`;
for (const folder of [EMPTY, making]) rmSync(folder, { recursive: true, force: true });
mkdirSync(making, { recursive: true });
const driver = await embeddedAt(making);
await applyMigrations(driver);
await driver.close();
renameSync(making, EMPTY);
