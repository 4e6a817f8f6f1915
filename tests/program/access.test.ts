import { expect, test } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';
import { loadedFolders, run } from '../kit/program.ts';

const loadedFolder = await loadedFolders();

test('access makes the first administrator, and an officer of a region, and says so in the log of changes', async () => {
  const DATA_DIR = loadedFolder();
  const admin = await run('access', { DATA_DIR }, [
    'grant',
    '--subject',
    'first',
    '--role',
    'ADMIN',
    '--name',
    '示例',
  ]);
  expect([admin.code, admin.output.split('\n').at(-2)]).toEqual([0, 'first is ADMIN from now on']);
  const officer = ['grant', '--subject', 'officer', '--role', 'MUNICIPAL_OFFICER', '--region', '370600'];
  expect((await run('access', { DATA_DIR }, officer)).code).toBe(0);

  const { code, errors } = await run('access', { DATA_DIR }, [
    'grant',
    '--subject',
    'first',
    '--role',
    'ADMIN',
  ]);
  expect([code, errors]).toEqual([65, 'They hold this very role already, at that time or a part of it.\n']);

  const db = openDatabase(await embeddedIn(DATA_DIR));
  try {
    const assignments = await db.prisma.roleAssignment.findMany({
      select: {
        role: true,
        endsAt: true,
        user: { select: { subject: true, name: true } },
        region: { select: { code: true } },
      },
      orderBy: { role: 'asc' },
    });
    expect(assignments).toEqual([
      { role: 'ADMIN', endsAt: null, user: { subject: 'first', name: '示例' }, region: null },
      {
        role: 'MUNICIPAL_OFFICER',
        endsAt: null,
        user: { subject: 'officer', name: null },
        region: { code: '370600' },
      },
    ]);
    expect(
      await db.prisma.changeEvent.findMany({ select: { action: true, actorUserId: true, actorRole: true } }),
    ).toEqual(Array(2).fill({ action: 'roleAssignmentGrant', actorUserId: null, actorRole: null }));
  } finally {
    await db.close();
  }
});

test.each([
  [['grant', '--subject', 'a', '--role', 'BOSS'], 64, 'Say whom to give which role.'],
  [['grant', '--role', 'ADMIN'], 64, 'Say whom to give which role.'],
  [['end', '--subject', 'a', '--role', 'ADMIN'], 64, 'Say whom to give which role.'],
  [
    ['grant', '--subject', 'a', '--role', 'MUNICIPAL_OFFICER', '--region', '999999'],
    65,
    'There is no region with the code 999999.',
  ],
  [
    ['grant', '--subject', 'a', '--role', 'MUNICIPAL_OFFICER'],
    65,
    'MUNICIPAL_OFFICER is held for a region of these levels: PREFECTURE.',
  ],
])('access %j ends with %i', async (args, exitCode, message) => {
  const { code, errors } = await run('access', { DATA_DIR: loadedFolder() }, args);
  expect([code, errors.split('\n')[0]]).toEqual([exitCode, message]);
});
