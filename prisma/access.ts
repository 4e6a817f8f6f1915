import { parseArgs } from 'node:util';
import { grantRole } from '../src/features/access/commands/grantRole.ts';
import { type AssignedRole, SCOPES } from '../src/features/access/rules.ts';
import { PUBLIC } from '../src/platform/actor.ts';
import { readConfig } from '../src/platform/config.ts';
import type { Database } from '../src/platform/database.ts';
import { DomainError, OperatorError } from '../src/platform/errors.ts';
import { openLog } from '../src/platform/log.ts';
import { commandLine, usageError } from './commandLine.ts';
import { migrated } from './prepare.ts';

const ROLES = Object.keys(SCOPES) as AssignedRole[];
const USAGE = `npm run access -- grant --subject <sub> --role <role> [--name <name>] [--region <code>]
    give somebody a role, as the first administrator: --role ADMIN
    <sub> is the claim sub of their tokens, <role> one of ${ROLES.join(', ')},
    <code> the GB/T 2260 code of the region that the role reaches over`;

await commandLine(USAGE, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      subject: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      region: { type: 'string' },
    },
  });
  const { subject, name } = values;
  const role = ROLES.find((each) => each === values.role);
  if (positionals.join() !== 'grant' || !subject || !role) throw usageError('Say whom to give which role.');
  const config = readConfig(process.env);
  const db = await migrated(config, openLog(config));
  try {
    const call = { db, actor: PUBLIC, now: () => new Date() };
    await grantRole(call, { subject, role, name, regionId: await regionOf(db, values.region) }, true);
    process.stdout.write(`${subject} is ${role} from now on\n`);
  } catch (error) {
    throw error instanceof DomainError ? new OperatorError(65, error.message, { cause: error }) : error;
  } finally {
    await db.close();
  }
});

async function regionOf({ prisma }: Database, code: string | undefined): Promise<string | undefined> {
  if (code === undefined) return undefined;
  const region = await prisma.region.findUnique({ where: { code } });
  if (!region) throw new OperatorError(65, `There is no region with the code ${code}.`);
  return region.id;
}
