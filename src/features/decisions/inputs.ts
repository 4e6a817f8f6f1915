import { filter, leadsTo, textIn, yearOf } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { inRegion } from '../regions/inputs.ts';
import { checkDocNo } from './rules.ts';

export const decisionList = {
  filter: filter(
    'Decision',
    { kind: 'oneOf', nature: 'oneOf', issuedOn: 'range', isDemo: 'equals' },
    {
      ...inRegion('Decision', 'regionId'),
      docNo: {
        type: 'String',
        description: 'With this document number (文号); brackets of any kind are read as 〔〕',
        where: (text: string) => ({ docNo: checkDocNo(text, 'filter.docNo') }),
      },
      year: yearOf('Decision', 'issuedOn', 'Issued in these years (年度)'),
      issuer: leadsTo('Organization', 'issuerId', 'Issued by these organizations'),
      committee: leadsTo('Committee', 'committeeId', 'Issued by these committees'),
      text: textIn('Decision', ['title', 'docNo']),
    },
  ),
  order: ordering('Decision', ['issuedOn', 'docNo', 'title'], 'desc'),
};
