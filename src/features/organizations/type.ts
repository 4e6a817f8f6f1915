import { model } from '../../graphql/model.ts';
import { eventsOf, workflowFields } from '../../graphql/workflow.ts';
import { identifierList, organizationList } from './inputs.ts';
import { keeperOf, visibleTo } from './policy.ts';
import { ORGANIZATION_WORKFLOW } from './rules.ts';

export const Organization = model('Organization', {
  visibleTo,
  list: organizationList,
  columns: [
    'name',
    'nameEn',
    'shortName',
    'type',
    'ownership',
    'industryCode',
    'status',
    'validFrom',
    'validTo',
    'isDemo',
    'note',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => {
    const { one, many, path } = dialect;
    return {
      region: one('region'),
      parent: one('parent'),
      children: many('children'),
      employer: one('employer'),
      unions: many('unions'),
      identifiers: many('identifiers'),
      formerIdentifiers: many('formerIdentifiers'),
      successors: path(
        {
          model: 'Organization',
          from: 'id',
          to: 'id',
          through: { model: 'OrganizationSuccession', from: 'predecessorId', to: 'successorId' },
        },
        'The organizations that took the place of this one',
      ),
      predecessors: path(
        {
          model: 'Organization',
          from: 'id',
          to: 'id',
          through: { model: 'OrganizationSuccession', from: 'successorId', to: 'predecessorId' },
        },
        'The organizations whose place this one took',
      ),
      ...workflowFields('Organization', dialect, {
        workflow: ORGANIZATION_WORKFLOW,
        needs: ['regionId', 'parentId', 'employerId'],
        may: ({ actor }, _action, row) => keeperOf(actor, row) !== undefined,
      }),
    };
  },
});

export const OrganizationIdentifier = model('OrganizationIdentifier', {
  visibleTo,
  list: identifierList,
  columns: ['scheme', 'partner', 'value', 'isPreferred', 'endedOn', 'version', 'createdAt', 'updatedAt'],
  fields: ({ t, one }) => ({
    organization: one('organization'),
    issuedTo: one('issuedTo'),
    events: eventsOf(t, 'OrganizationIdentifier'),
  }),
});
