import type { ProjectLevel } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import type { Row } from '../../../platform/models.ts';
import { checkVersion, ForbiddenError } from '../../../platform/refusals.ts';
import { NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { edit, seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { regionInForce } from '../../regions/reads.ts';
import { PROJECT_KEEPERS, projectKeeperOf } from '../policy.ts';
import { checkFacts, type ProjectFacts, TEXTS } from './checks.ts';

/** What is absent stays; what is null is taken away. */
export interface ProjectChanges extends ProjectFacts {
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly level?: ProjectLevel | null | undefined;
  readonly regionId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
}

/** Changes what is kept of a project. Whoever moves it, to a region or an owner, must reach it there too. */
export function updateProject(call: Call, input: ProjectChanges): Promise<Row<'Project'>> {
  return inTransaction(call, async (tx) => {
    const before = await seen(tx, 'Project', input.id);
    const as = projectKeeperOf(tx.actor, before);
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    checkVersion(before, input.version);
    const regionId = input.regionId ?? before.regionId;
    const ownerId = input.ownerId ?? before.ownerId;
    if (regionId !== before.regionId) await regionInForce(tx, regionId);
    const owner = ownerId === before.ownerId ? null : await organizationInForce(tx, ownerId, ['owner']);
    if (!projectKeeperOf(tx.actor, { regionId, ownerId })) {
      throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    }
    demonstrationOf({ owner }, before.isDemo);

    const texts = textsOf(input, { name: NAME, ...TEXTS });
    const { industryCode, plannedInvestment } = input;
    const { plannedStart = before.plannedStart, plannedEnd = before.plannedEnd } = input;
    const plan = { industryCode, plannedInvestment, plannedStart, plannedEnd };
    checkFacts(plan);
    const data = { ...texts, ...plan, level: input.level ?? before.level, regionId, ownerId };
    return edit(tx, { type: 'Project', before, action: 'projectUpdate', as, data });
  });
}
