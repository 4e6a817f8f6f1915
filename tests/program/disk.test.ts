import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { canMount, fillDisk, loadedFolders, mounted, newFolder, run, startScript } from '../kit/program.ts';
import { lossIn, startWriter } from '../kit/writer.ts';

const loadedFolder = await loadedFolders();

describe.skipIf(!canMount())('a full disk', () => {
  test('that is too small for a new database ends the start before anything is made', async () => {
    const folder = mounted('size=20m');
    const { code, output } = await run('main', { DATA_DIR: folder });
    const words = `A new database needs 120 MB. The disk of ${folder} has 19 MB left. Name another folder with DATA_DIR.\n`;
    expect([code, output]).toEqual([73, words]);
    expect(readdirSync(folder)).toEqual(['lock.1']);
  });

  test('without room for a lock ends the start in words', async () => {
    const folder = mounted('size=1m');
    fillDisk(folder);
    const { code, output } = await run('main', { DATA_DIR: folder });
    expect([code, output]).toEqual([
      73,
      `The folder ${folder} can't be written: ENOSPC: no space left on device, write\n`,
    ]);
    expect(readdirSync(folder)).toEqual(['full']);
  });

  test('that fills up while the database is made leaves nothing half made', async () => {
    const folder = mounted('size=130m');
    const first = startScript('tests/kit/makingProgram.ts', [folder]);
    await first.until(() => readdirSync(folder).some((name) => name.startsWith('postgres.new-')));
    fillDisk(folder);
    expect(await first.ended).toEqual({ code: 73, signal: null });
    expect(first.output()).toMatch(
      new RegExp(`^A new database can't be made in ${folder}. The disk of ${folder} has 0 MB left. `),
    );
    expect(readdirSync(folder)).toEqual(['full', 'lock.1']);
  });

  test('that the copy of a database does not fit into is left as it was', async () => {
    const [folder, large] = [mounted('size=130m'), newFolder()];
    writeFileSync(join(large, 'large'), Buffer.alloc(140 * 2 ** 20));
    await expect(embeddedIn(folder, large)).rejects.toMatchObject({
      exitCode: 73,
      message: expect.stringMatching(/^A new database can't be made in .*: no space left on device/s),
    });
    expect(readdirSync(folder)).toEqual(['lock.1']);
  });

  test('refuses a write in words, and takes the next one once there is room', async () => {
    const folder = loadedFolder(mounted('size=130m'));
    const writer = startWriter(folder, 'run', 2000);
    await writer.until(() => writer.acknowledged().length > 0);
    const free = fillDisk(folder);
    await writer.until(() => writer.failures().length > 0);
    expect(writer.failures()[0]).toMatch(/No space left on device`$/);
    free();
    const before = writer.acknowledged().length;
    await writer.until(() => writer.acknowledged().length > before);
    await writer.kill('SIGKILL');
    expect(await lossIn(folder, writer.acknowledged())).toEqual({ lost: [], halves: [] });
  });

  test('that has no room for the database’s journal ends the process, and all acknowledged is there', async () => {
    const folder = loadedFolder(mounted('size=200m'));
    const room = await journalRoom(folder);
    const writer = startWriter(folder, 'run', 200_000);
    await writer.until(() => writer.acknowledged().length > 0);
    // Rows take as much of the disk as of the journal: it is the journal that finds no room for its next file.
    const free = fillDisk(folder, room + 4);
    expect(await writer.ended).toEqual({ code: 74, signal: null });
    expect(writer.errors()).toMatch(
      /^The embedded database in \S+ has stopped. The disk of \S+ has \d MB left. What was acknowledged is kept: make room and start again.\n$/,
    );
    free();
    expect(await lossIn(folder, writer.acknowledged())).toEqual({ lost: [], halves: [] });
  });
});

/** Megabytes that the database can write before its journal needs another file. */
async function journalRoom(folder: string): Promise<number> {
  const driver = await embeddedIn(folder);
  try {
    const [row] = await driver.query(
      `select file_name as file, file_offset as used from pg_walfile_name_offset(pg_current_wal_lsn())`,
      [],
    );
    const { file, used } = row as { file: string; used: number };
    const files = readdirSync(join(folder, 'postgres', 'pg_wal')).filter((name) =>
      /^[0-9A-F]{24}$/.test(name),
    );
    return 16 * files.filter((name) => name >= file).length - used / 2 ** 20;
  } finally {
    await driver.close();
  }
}
