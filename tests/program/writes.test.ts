import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loadedFolders } from '../kit/program.ts';
import { lossIn, startWriter } from '../kit/writer.ts';

const KILLS = 10;

const loadedFolder = await loadedFolders();

test('kill -9 loses nothing that was acknowledged and leaves no half of a transaction', async () => {
  const folder = loadedFolder();
  const acknowledged: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const writer = startWriter(folder, `run ${kill}`);
    await writer.until(() => writer.acknowledged().length > 0);
    await sleep(Math.random() * 300);
    expect(await writer.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    expect(writer.failures()).toEqual([]);
    acknowledged.push(...writer.acknowledged());
  }
  expect(acknowledged.length).toBeGreaterThan(2 * KILLS);
  expect(await lossIn(folder, acknowledged)).toEqual({ lost: [], halves: [] });
}, 400_000);
