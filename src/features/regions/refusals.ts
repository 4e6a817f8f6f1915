import { node } from '../../graphql/refs.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { readOne } from '../../graphql/rows.ts';
import type { Row } from '../../platform/models.ts';
import { RegionEndedError } from './rules.ts';

refusalType(
  RegionEndedError,
  'The region is one of the past: records of today lie in those that took its place',
  (t) => ({
    endedOn: t.expose('endedOn', { type: 'Date', description: 'First day it was no longer valid' }),
    successors: t.field({
      type: [node('Region')],
      description: 'The regions that took its place',
      resolve: ({ successors }, _args, call, info) =>
        Promise.all(
          successors.map(({ id }) => readOne('Region', 'id', id, call, info) as Promise<Row<'Region'>>),
        ),
    }),
  }),
);
