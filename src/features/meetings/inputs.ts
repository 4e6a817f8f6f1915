import { filter, leadsTo, overdue } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const meetingList = {
  filter: filter(
    'CommitteeMeeting',
    { kind: 'oneOf', status: 'oneOf', heldAt: 'range', isDemo: 'equals' },
    { committee: leadsTo('Committee', 'committeeId', 'Of these committees') },
  ),
  order: ordering('CommitteeMeeting', ['heldAt'], 'desc'),
};

export const attendanceList = {
  filter: filter(
    'MeetingAttendance',
    { presence: 'oneOf' },
    { organization: leadsTo('Organization', 'organizationId', 'Of these organizations') },
  ),
  order: ordering('MeetingAttendance', ['ordinal']),
};

export const snapshotList = {
  filter: filter(
    'StateOfPlaySnapshot',
    { takenAt: 'range', isDemo: 'equals' },
    {
      competition: leadsTo('Competition', 'competitionId', 'Of these competitions'),
      stage: leadsTo('Stage', 'stageId', 'Of these stages'),
    },
  ),
  order: ordering('StateOfPlaySnapshot', ['takenAt'], 'desc'),
};

export const itemList = {
  filter: filter(
    'ActionItem',
    { status: 'oneOf', dueOn: 'range', isDemo: 'equals' },
    {
      owner: leadsTo('Organization', 'ownerId', 'For these organizations to do'),
      competition: leadsTo('Competition', 'competitionId', 'About these competitions'),
      entry: leadsTo('Entry', 'entryId', 'About these entries'),
      isOverdue: overdue(
        'ActionItem',
        ['OPEN'],
        'Whether the last day is over and it has still to be reported as done (逾期)',
      ),
    },
  ),
  order: ordering('ActionItem', ['dueOn']),
};
