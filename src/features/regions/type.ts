import { model } from '../../graphql/model.ts';
import { regionList } from './inputs.ts';
import { visibleTo } from './policy.ts';

export const Region = model('Region', {
  visibleTo,
  list: regionList,
  columns: [
    'code',
    'name',
    'nameEn',
    'level',
    'path',
    'isInGb2260',
    'validFrom',
    'validTo',
    'note',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one, many, path }) => ({
    parent: one('parent'),
    children: many('children'),
    successors: path(
      {
        model: 'Region',
        from: 'id',
        to: 'id',
        through: { model: 'RegionSuccession', from: 'predecessorId', to: 'successorId' },
      },
      'The regions that took the place of this one',
    ),
    predecessors: path(
      {
        model: 'Region',
        from: 'id',
        to: 'id',
        through: { model: 'RegionSuccession', from: 'successorId', to: 'predecessorId' },
      },
      'The regions whose place this one took',
    ),
  }),
});
