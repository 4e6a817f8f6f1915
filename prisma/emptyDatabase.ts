import { mkdirSync, rmSync } from 'node:fs';
import { EMPTY, embeddedAt } from '../src/platform/embedded.ts';
import { applyMigrations } from './migrate.ts';

// The embedded database as a first start finds it, which copies it: to make one and to migrate it takes some seconds.
rmSync(EMPTY, { recursive: true, force: true });
mkdirSync(EMPTY, { recursive: true });
const driver = await embeddedAt(EMPTY);
await applyMigrations(driver);
await driver.close();
