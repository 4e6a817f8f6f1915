import { openDatabase } from '../../src/platform/database.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { startScript } from './program.ts';

/** Starts a process that writes pairs of rows into the folder until it is killed. */
export function startWriter(folder: string, run: string, size = 200) {
  const writer = startScript('tests/kit/writerProgram.ts', [folder, run, String(size)]);
  const told = (key: string) => writer.log().flatMap((line) => (key in line ? [String(line[key])] : []));
  return Object.assign(writer, {
    /** The names of the pairs that it was told are written. */
    acknowledged: () => told('wrote'),
    /** Why others are not, the last line of each reason. */
    failures: () => told('reason').map((reason) => reason.split('\n').at(-1)!),
  });
}

/** Of the pairs in the folder's database: which acknowledged ones are not there, and of which but one half is. */
export async function lossIn(folder: string, acknowledged: readonly string[]) {
  const db = openDatabase(await embeddedIn(folder));
  try {
    const rows = await db.prisma.organization.groupBy({
      by: ['name'],
      where: { shortName: { not: null } },
      _count: true,
    });
    const names = new Set(rows.map(({ name }) => name));
    return {
      lost: acknowledged.filter((name) => !names.has(name)),
      halves: rows.filter(({ _count }) => _count !== 2).map(({ name }) => name),
    };
  } finally {
    await db.close();
  }
}
