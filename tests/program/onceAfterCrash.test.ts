import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openOnce } from '../kit/onceEffect.ts';
import { loadedFolders, startScript } from '../kit/program.ts';

const KILLS = 3;
/** Enough to be killed in the middle of the next one. */
const BEFORE = 2;
const loadedFolder = await loadedFolders();

test('what was killed between its effect and its answer is done once, however often it is sent again', async () => {
  const folder = loadedFolder();
  const begun: string[] = [];
  const done: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const program = startScript('tests/kit/onceProgram.ts', [folder, `run ${kill}`]);
    const told = (what: string) =>
      program.log().flatMap((line) => (what in line ? [String(line[what])] : []));
    await program.until(() => told('did').length >= BEFORE);
    await sleep(Math.random() * 100);
    await program.kill('SIGKILL');
    begun.push(...told('begins'));
    done.push(...told('did'));
  }
  expect(done.length).toBeGreaterThanOrEqual(KILLS * BEFORE);

  const partner = await openOnce(folder);
  const before = new Map((await partner.made()).map(({ name, id }) => [name, id]));
  expect(done.filter((key) => !before.has(key))).toEqual([]);
  for (const key of [...begun, ...begun]) {
    const { outcome, isNew } = await partner.do(key);
    expect([key, isNew]).toEqual([key, !before.has(key)]);
    if (isNew) before.set(key, outcome.organization!);
    expect([key, outcome]).toEqual([key, { organization: before.get(key) }]);
  }
  const after = (await partner.made()).map(({ name }) => name);
  expect(after.sort()).toEqual([...begun].sort());
  await partner.db.close();
}, 400_000);
