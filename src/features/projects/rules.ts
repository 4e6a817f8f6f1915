import type { ProjectStatus } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export const PROJECT_WORKFLOW = {
  CREATE: { from: [], to: ['PLANNED', 'UNDER_CONSTRUCTION'], description: 'Enter it in the registry (登记)' },
  START: { from: ['PLANNED'], to: 'UNDER_CONSTRUCTION', description: 'Begin to build (开工)' },
  SUSPEND: {
    from: ['UNDER_CONSTRUCTION'],
    to: 'SUSPENDED',
    description: 'Stop building (停工), with the reason',
    needsOpinion: true,
  },
  RESUME: { from: ['SUSPENDED'], to: 'UNDER_CONSTRUCTION', description: 'Build again (复工)' },
  COMPLETE: { from: ['UNDER_CONSTRUCTION'], to: 'COMPLETED', description: 'Complete it (竣工)' },
} as const satisfies Workflow<ProjectStatus>;

/** The organization has this part in the project already, at that time or a part of it. */
export class ParticipationHeldError extends Refusal {
  readonly code = 'PARTICIPATION_HELD';
  readonly messageZh = '该单位在此期间已以该角色参建本项目。';

  constructor() {
    super('The organization has this very part in the project already, at that time or a part of it.', [
      'organization',
    ]);
  }
}
