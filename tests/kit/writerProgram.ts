import { randomBytes } from 'node:crypto';
import { applyMigrations } from '../../prisma/migrate.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { embeddedIn } from '../../src/platform/embedded.ts';

/**
 * Writes organizations into the folder until it is killed, two of one name in a transaction, and tells of
 * each pair once it is acknowledged, or why it is not.
 */
const [folder = '', run = '', size = ''] = process.argv.slice(2);
const driver = await embeddedIn(folder);
await applyMigrations(driver);
const { prisma } = openDatabase(driver);

const country = {
  code: '100000',
  path: '100000/',
  name: '示例地区',
  level: 'COUNTRY',
  isInGb2260: false,
} as const;
const { id: regionId } = await prisma.region.upsert({
  where: { path: country.path },
  create: country,
  update: {},
});

for (let count = 0; ; count++) {
  const name = `${run}.${count}`;
  // Random, so that it can't be stored in less.
  const note = randomBytes(Number(size) / 2).toString('hex');
  try {
    await prisma.$transaction(async (tx) => {
      for (const shortName of ['first', 'second'])
        await tx.organization.create({ data: { name, shortName, type: 'OTHER', regionId, note } });
    });
    tell({ wrote: name });
  } catch (error) {
    tell({ failed: name, reason: (error as Error).message });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
