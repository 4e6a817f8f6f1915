import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Driver, withScripts } from './driver.ts';
import { OperatorError } from './errors.ts';
import { lockFolder } from './lock.ts';
import { inProject } from './root.ts';
import { encode, parsers } from './values.ts';

const MEGABYTE = 2 ** 20;
/** What an empty database and its first data take, with some to spare. */
const NEEDED = 120 * MEGABYTE;
/** PGlite never checkpoints by itself, and until then its journal grows by all that is written. */
const CHECKPOINT_EVERY = 5 * 60_000;

/** Where the build leaves an embedded database without data, migrated. */
export const EMPTY = inProject('.build', 'postgres');

const extensions = { btree_gist };

/** A PostgreSQL that lives in this process: over an open PGlite, or a new one in memory. */
export function embedded(pglite = new PGlite({ extensions })): Driver {
  const adapter = withScripts(new PrismaPGlite(pglite), (script) => pglite.exec(script));
  // Its own shadow database would lack the extensions.
  adapter.connectToShadowDb = () => embedded().adapter.connect();
  return {
    isEmbedded: true,
    adapter,
    query: async (text, values, signal) => {
      // One statement runs at a time and none can be stopped; those that wait need not begin.
      signal?.throwIfAborted();
      return (await pglite.query(text, values.map(encode), { parsers })).rows;
    },
    close: () => pglite.close(),
  };
}

/** A copy of a database that was dumped into a tar file. */
export function embeddedFrom(dump: Blob): Driver {
  return embedded(new PGlite({ loadDataDir: dump, extensions }));
}

/** The embedded database whose files are these, made if the folder is empty. Nobody keeps others away. */
export async function embeddedAt(folder: string): Promise<Driver> {
  return embedded(await PGlite.create({ dataDir: folder, extensions }));
}

/**
 * The embedded database that keeps its files in `folder`, made there if it is missing: a copy of the one that lies in
 * `empty`, where there is one.
 * @throws {OperatorError} when the folder is in use (75), can't be written (73) or can't be read (74)
 */
export async function embeddedIn(folder: string, empty = EMPTY): Promise<Driver> {
  const unlock = attempt(73, `The folder ${folder} can't be written`, () => {
    mkdirSync(folder, { recursive: true });
    return lockFolder(folder);
  });
  const database = join(folder, 'postgres');
  try {
    if (!existsSync(database)) await makeDatabase(folder, database, empty);
    const pglite = await PGlite.create({ dataDir: database, extensions });
    endOnPanic(pglite, folder);
    const driver = embedded(pglite);
    // One that fails is made up for by the next one.
    const checkpoint = () => void pglite.query('checkpoint').catch(() => {});
    const checkpoints = setInterval(checkpoint, CHECKPOINT_EVERY).unref();
    return {
      ...driver,
      close: async () => {
        clearInterval(checkpoints);
        await driver.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    if (error instanceof OperatorError) throw error;
    const reason = `The embedded database in ${database} can't be opened.`;
    throw new OperatorError(74, `${reason} ${space(folder)} ${messageOf(error)}`, { cause: error });
  }
}

/** Made beside its place and moved there whole, so that an interrupted start leaves nothing half made. */
async function makeDatabase(folder: string, database: string, empty: string): Promise<void> {
  const isLeftover = (name: string) => name.startsWith('postgres.new-');
  for (const name of readdirSync(folder).filter(isLeftover))
    rmSync(join(folder, name), { recursive: true, force: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED) {
    const needed = `A new database needs ${NEEDED / MEGABYTE} MB.`;
    throw new OperatorError(73, `${needed} ${space(folder)} Name another folder with DATA_DIR.`);
  }
  const making = join(folder, `postgres.new-${process.pid}`);
  try {
    if (existsSync(empty)) cpSync(empty, making, { recursive: true });
    else await (await embeddedAt(making)).close();
    renameSync(making, database);
  } catch (error) {
    const reason = `A new database can't be made in ${folder}. ${space(folder)} ${messageOf(error)}`;
    rmSync(making, { recursive: true, force: true });
    throw new OperatorError(73, reason, { cause: error });
  }
}

/** Errors of PGlite's file system are but numbers. */
function messageOf(error: unknown): string {
  const { message, errno } = error as { message?: string; errno?: number };
  return message ?? (errno === undefined ? String(error) : `It ended with error ${errno}.`);
}

/**
 * PostgreSQL stops itself when it can't keep what it is about to acknowledge, as on a full disk. Statements
 * that came afterwards would never end, and nothing else in this process would ever run.
 */
function endOnPanic(pglite: PGlite, folder: string): void {
  const { mod } = pglite as unknown as { mod: { onAbort: () => void } };
  mod.onAbort = () => {
    const what = `The embedded database in ${folder} has stopped. ${space(folder)}`;
    process.stderr.write(`${what} What was acknowledged is kept: make room and start again.\n`);
    process.exit(74);
  };
}

function space(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  return `The disk of ${folder} has ${Math.floor((bavail * bsize) / MEGABYTE)} MB left.`;
}

function attempt<Result>(exitCode: OperatorError['exitCode'], what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(exitCode, `${what}: ${(error as Error).message}`, { cause: error });
  }
}
