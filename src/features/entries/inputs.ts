import { filter, leadsTo, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { enumType } from '../../graphql/types.ts';
import { inRegion } from '../regions/inputs.ts';

export const entryList = {
  filter: filter(
    'Entry',
    { status: 'oneOf', entryNo: 'oneOf', headcount: 'range', approvedAt: 'range', isDemo: 'equals' },
    {
      ...inRegion('Entry', 'regionId'),
      competition: leadsTo('Competition', 'competitionId', 'In these competitions'),
      track: leadsTo('Track', 'trackId', 'In these tracks'),
      applicant: leadsTo('Organization', 'applicantId', 'Applied for by these organizations'),
      project: leadsTo('Project', 'projectId', 'Of these projects'),
      organization: leadsTo('Organization', 'organizationId', 'Of these organizations as a whole'),
      studio: leadsTo('Studio', 'studioId', 'Of these studios'),
      result: leadsTo('InnovationResult', 'resultId', 'Of these results'),
      year: {
        type: ['Int'],
        description: 'In competitions of these years (年度)',
        where: (years: number[]) => ({ competition: { year: { in: years } } }),
      },
      level: {
        type: [enumType('AdminLevel')],
        description: 'In competitions of these levels (级别)',
        where: (levels: string[]) => ({ competition: { level: { in: levels as never } } }),
      },
      text: textIn('Entry', ['entryNo', 'teamName', 'plan']),
    },
  ),
  order: ordering('Entry', ['entryNo', 'headcount', 'submittedAt', 'approvedAt']),
};
