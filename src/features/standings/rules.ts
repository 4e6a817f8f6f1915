import type { StandingStatus } from '../../generated/prisma/client.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

export type StandingAction = 'START' | 'COMPUTE' | 'PUBLISH' | 'SUPERSEDE';

export const STANDING: Workflow<StandingStatus, StandingAction> = {
  START: { description: 'Compute it for the first time (首次计算)', from: [], to: 'DRAFT' },
  COMPUTE: { description: 'Compute it again (重新计算)', from: ['DRAFT'], to: 'DRAFT' },
  PUBLISH: { description: 'Publish it, for good (公布)', from: ['DRAFT'], to: 'PUBLISHED' },
  SUPERSEDE: {
    description: 'Replaced by one that takes up a correction (更正)',
    from: ['PUBLISHED'],
    to: 'SUPERSEDED',
    isAutomatic: true,
  },
};

/** What it rests on has changed since it was computed. */
export class StandingOutdatedError extends Refusal {
  readonly code = 'STANDING_OUTDATED';
  readonly messageZh = '得分或否决情况在计算后有变化,请重新计算排名。';

  constructor() {
    super('Scores or vetoes have changed since it was computed: compute it again.', ['id']);
  }
}
