import { filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';

export const initiativeList = {
  filter: filter(
    'Initiative',
    { code: 'oneOf', kind: 'oneOf' },
    {
      ...inRegion('Initiative', 'regionId'),
      text: textIn('Initiative', ['name', 'nameEn', 'summary', 'quote']),
    },
  ),
  order: ordering('Initiative', ['code', 'name', 'kind']),
};
