import { model } from '../../graphql/model.ts';
import { identifierList, organizationList } from './inputs.ts';
import { visibleTo } from './policy.ts';

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
  fields: ({ one, many, path }) => ({
    region: one('region'),
    parent: one('parent'),
    children: many('children'),
    employer: one('employer'),
    unions: many('unions'),
    identifiers: many('identifiers'),
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
  }),
});

export const OrganizationIdentifier = model('OrganizationIdentifier', {
  visibleTo,
  list: identifierList,
  columns: ['scheme', 'partner', 'value', 'isPreferred', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ organization: one('organization') }),
});
