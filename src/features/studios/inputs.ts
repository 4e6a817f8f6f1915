import { byColumn, byYear, facets } from '../../graphql/facets.ts';
import { filter, leadsTo, localIds, textIn, yearOf } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion, regionFacets } from '../regions/inputs.ts';

export const studioList = {
  filter: filter(
    'Studio',
    { kind: 'oneOf', level: 'oneOf', status: 'oneOf', foundedOn: 'range', isDemo: 'equals' },
    {
      ...inRegion('Studio', 'regionId'),
      year: yearOf('Studio', 'foundedOn', 'Founded in these years (年度)'),
      employer: leadsTo('Organization', 'employerId', 'Of these organizations'),
      lead: leadsTo('Person', 'leadId', 'Led by these people'),
      member: {
        type: ['ID'],
        description: 'In which these people work, besides the lead',
        where: (ids: string[], _, name) => ({
          members: { some: { personId: { in: localIds('Person', ids, name) } } },
        }),
      },
      text: textIn('Studio', ['name', 'nameEn', 'field']),
    },
  ),
  order: ordering('Studio', ['name', 'level', 'foundedOn']),
  facets: facets('Studio', {
    ...regionFacets('Studio', 'regionId'),
    LEVEL: byColumn('Studio', 'level'),
    KIND: byColumn('Studio', 'kind'),
    STATUS: byColumn('Studio', 'status'),
    YEAR: byYear('Studio', 'foundedOn'),
  }),
};

export const memberList = {
  filter: filter(
    'StudioMember',
    { role: 'oneOf' },
    { person: leadsTo('Person', 'personId', 'These people') },
  ),
  order: ordering('StudioMember', ['role', 'joinedOn']),
};

export const titleList = {
  filter: filter('StudioTitle', { level: 'oneOf', grade: 'oneOf', status: 'oneOf', batchYear: 'oneOf' }),
  order: ordering('StudioTitle', ['level', 'batchYear', 'validFrom', 'nextReviewOn']),
};
