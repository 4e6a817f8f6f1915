import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const noticeList = {
  filter: filter(
    'PublicNotice',
    { status: 'oneOf', scope: 'oneOf', opensOn: 'range', closesOn: 'range', isDemo: 'equals' },
    { competition: leadsTo('Competition', 'competitionId', 'Of these competitions') },
  ),
  order: ordering('PublicNotice', ['closesOn', 'opensOn'], 'desc'),
};

export const objectionList = {
  filter: filter(
    'Objection',
    { status: 'oneOf', outcome: 'oneOf', receivedAt: 'range', isDemo: 'equals' },
    { notice: leadsTo('PublicNotice', 'noticeId', 'Against these notices') },
  ),
  order: ordering('Objection', ['receivedAt']),
};
