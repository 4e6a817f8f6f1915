import { byColumn, byYear, facets } from '../../graphql/facets.ts';
import { filter, leadsTo, localIds, textIn, yearOf } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion, regionFacets } from '../regions/inputs.ts';

export const groupList = {
  filter: filter(
    'InnovationGroup',
    { status: 'oneOf', memberCount: 'range', foundedOn: 'range', isDemo: 'equals' },
    {
      ...inRegion('InnovationGroup', 'regionId'),
      year: yearOf('InnovationGroup', 'foundedOn', 'Founded in these years (年度)'),
      employer: leadsTo('Organization', 'employerId', 'Of these organizations'),
      leader: leadsTo('Person', 'leaderId', 'Led by these people'),
      studio: leadsTo('Studio', 'studioId', 'Of these studios'),
      text: textIn('InnovationGroup', ['name', 'topic']),
    },
  ),
  order: ordering('InnovationGroup', ['name', 'memberCount', 'foundedOn']),
};

export const pairList = {
  filter: filter(
    'MentorPair',
    { status: 'oneOf', trade: 'oneOf', startsOn: 'range', endsOn: 'range', isDemo: 'equals' },
    {
      ...inRegion('MentorPair', 'regionId'),
      year: yearOf('MentorPair', 'startsOn', 'Begun in these years (年度)'),
      organization: leadsTo('Organization', 'organizationId', 'In these organizations'),
      mentor: leadsTo('Person', 'mentorId', 'In which these people teach'),
      apprentice: leadsTo('Person', 'apprenticeId', 'In which these people learn'),
      studio: leadsTo('Studio', 'studioId', 'Of these studios'),
      text: textIn('MentorPair', ['trade', 'agreementNo']),
    },
  ),
  order: ordering('MentorPair', ['startsOn', 'endsOn', 'trade'], 'desc'),
};

export const resultList = {
  filter: filter(
    'InnovationResult',
    {
      category: 'oneOf',
      grade: 'oneOf',
      status: 'oneOf',
      completedOn: 'range',
      benefitAmount: 'range',
      isDemo: 'equals',
    },
    {
      ...inRegion('InnovationResult', 'regionId'),
      year: yearOf('InnovationResult', 'completedOn', 'Completed in these years (年度)'),
      organization: leadsTo('Organization', 'organizationId', 'Made in these organizations'),
      studio: leadsTo('Studio', 'studioId', 'Made in these studios'),
      group: leadsTo('InnovationGroup', 'groupId', 'Made in these groups'),
      contributor: {
        type: ['ID'],
        description: 'Made by these people',
        where: (ids: string[], _, name) => ({
          contributions: { some: { personId: { in: localIds('Person', ids, name) } } },
        }),
      },
      text: textIn('InnovationResult', ['title', 'problem', 'solution']),
    },
  ),
  order: ordering('InnovationResult', ['completedOn', 'benefitAmount', 'title'], 'desc'),
  facets: facets('InnovationResult', {
    ...regionFacets('InnovationResult', 'regionId'),
    CATEGORY: byColumn('InnovationResult', 'category'),
    GRADE: byColumn('InnovationResult', 'grade'),
    STATUS: byColumn('InnovationResult', 'status'),
    YEAR: byYear('InnovationResult', 'completedOn'),
  }),
};

export const adoptionList = {
  filter: filter('ResultAdoption', { adoptedOn: 'range', benefitAmount: 'range' }),
  order: ordering('ResultAdoption', ['adoptedOn', 'benefitAmount'], 'desc'),
};
