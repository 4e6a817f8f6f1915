import type { ProjectLevel, ProjectStatus } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { regionInForce } from '../../regions/reads.ts';
import { PROJECT_KEEPERS, placeOf, projectKeeperOf } from '../policy.ts';
import { PROJECT_WORKFLOW } from '../rules.ts';
import { checkFacts, type ProjectFacts, TEXTS } from './checks.ts';

export interface NewProject extends ProjectFacts {
  readonly name: string;
  readonly level: ProjectLevel;
  readonly regionId: string;
  readonly ownerId: string;
  /** Planned, unless work has begun. */
  readonly status?: ProjectStatus | null | undefined;
}

const BEGINNINGS: readonly ProjectStatus[] = PROJECT_WORKFLOW.CREATE.to;

/** Enters a project in the registry. */
export function createProject(call: Call, input: NewProject): Promise<Row<'Project'>> {
  const { level, regionId, ownerId, industryCode, plannedInvestment, plannedStart, plannedEnd } = input;
  return inTransaction(call, async (tx) => {
    await regionInForce(tx, regionId);
    const owner = await organizationInForce(tx, ownerId, ['owner']);
    const as = projectKeeperOf(tx.actor, input);
    if (!as) throw new ForbiddenError(['ADMIN', ...PROJECT_KEEPERS]);
    const texts = textsOf(input, { name: NAME, ...TEXTS });
    checkFacts(input);
    const status = input.status ?? 'PLANNED';
    if (!BEGINNINGS.includes(status)) {
      throw new InvalidError(
        `A project begins as ${BEGINNINGS.join(' or ')}.`,
        '项目登记时只能为筹建或在建。',
        ['status'],
      );
    }
    const isDemo = demonstrationOf({ owner });
    const plan = { industryCode, plannedInvestment, plannedStart, plannedEnd };
    return make(tx, {
      type: 'Project',
      action: 'projectCreate',
      as,
      data: { ...texts, ...plan, level, regionId, ownerId, status, isDemo },
      step: { action: 'CREATE', to: status },
      place: placeOf,
    });
  });
}
