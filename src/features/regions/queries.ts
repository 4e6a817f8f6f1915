import { builder } from '../../graphql/builder.ts';
import { list, lookup } from '../../graphql/model.ts';
import { checkRegionCode } from './rules.ts';

builder.queryField('regions', list('Region', 'Regions, from the country down'));

builder.queryField(
  'region',
  lookup('Region', 'code', 'The region with this GB/T 2260 code, valid or not any more', checkRegionCode),
);
