import { byColumn, byYear, facets } from '../../graphql/facets.ts';
import { filter, leadsTo, localIds, textIn, yearOf } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion, regionFacets } from '../regions/inputs.ts';

export const projectList = {
  filter: filter(
    'Project',
    {
      level: 'oneOf',
      status: 'oneOf',
      industryCode: 'oneOf',
      approvalCode: 'oneOf',
      plannedInvestment: 'range',
      plannedStart: 'range',
      plannedEnd: 'range',
      isDemo: 'equals',
    },
    {
      ...inRegion('Project', 'regionId'),
      year: yearOf('Project', 'plannedStart', 'Planned to begin in these years (年度)'),
      owner: leadsTo('Organization', 'ownerId', 'Built for these organizations'),
      participant: {
        type: ['ID'],
        description: 'Built by these organizations, whatever their role',
        where: (ids: string[], _, name) => ({
          participants: { some: { organizationId: { in: localIds('Organization', ids, name) } } },
        }),
      },
      text: textIn('Project', ['name', 'nameEn', 'approvalCode']),
    },
  ),
  order: ordering('Project', ['name', 'level', 'plannedInvestment', 'plannedStart', 'plannedEnd']),
  facets: facets('Project', {
    ...regionFacets('Project', 'regionId'),
    LEVEL: byColumn('Project', 'level'),
    STATUS: byColumn('Project', 'status'),
    INDUSTRY: byColumn('Project', 'industryCode'),
    YEAR: byYear('Project', 'plannedStart'),
  }),
};

export const participantList = {
  filter: filter(
    'ProjectParticipant',
    { role: 'oneOf' },
    { organization: leadsTo('Organization', 'organizationId', 'These organizations') },
  ),
  order: ordering('ProjectParticipant', ['role', 'headcount', 'joinedOn']),
};
