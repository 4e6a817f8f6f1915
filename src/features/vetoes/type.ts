import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { mayDecide } from './commands/mayVeto.ts';
import { vetoList } from './inputs.ts';
import { vetoVisibleTo } from './policy.ts';
import { VETO } from './rules.ts';

export const Veto = model('Veto', {
  visibleTo: vetoVisibleTo,
  list: vetoList,
  columns: [
    'reason',
    'occurredOn',
    'description',
    'evidence',
    'blocksUntil',
    'status',
    'confirmedAt',
    'liftedAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    region: dialect.one('region'),
    unit: dialect.one('unit'),
    entry: dialect.one('entry'),
    organization: dialect.one('organization'),
    person: dialect.one('person'),
    raisedBy: dialect.one('raisedBy'),
    raiser: dialect.one('raiser'),
    ...workflowFields('Veto', dialect, {
      workflow: VETO,
      needs: ['entryId', 'regionId', 'unitId', 'raiserId'],
      may: mayDecide,
    }),
  }),
});
