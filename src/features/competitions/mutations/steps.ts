import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { DeadlineError, IncompleteError, InvalidError } from '../../../platform/refusals.ts';
import { archiveCompetition, beginScoring, freezeCompetition, openNotice } from '../commands/advance.ts';
import { closeApplications } from '../commands/closeApplications.ts';
import { cancelCompetition, resumeCompetition, suspendCompetition } from '../commands/halt.ts';
import { openApplications } from '../commands/openApplications.ts';
import { publishCompetition } from '../commands/publish.ts';
import { competitionStep, REFUSALS } from './step.ts';

competitionStep('PUBLISH', {
  description:
    'Publish a competition (发布): everybody sees it from then on. It needs somebody who holds it, a route, a track, and ' +
    'stages whose weights add up to 1',
  run: publishCompetition,
  refusals: [IncompleteError],
});

mutation('competitionOpenApplications', {
  description:
    'Open applications (开放申报) until an instant, or give them another one (延期), also where they have closed',
  input: (t) => ({
    id: t.id({ required: true, description: 'The competition' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    applicationsCloseAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When applications close, later than now',
    }),
    opinion: t.string({ description: 'Why, for the record' }),
  }),
  payload: { competition: { model: 'Competition', description: 'The competition, as far as it is now' } },
  refusals: [...REFUSALS, InvalidError, IncompleteError],
  run: async (call, { id, ...rest }) => ({
    competition: (await openApplications(call, { ...rest, id: idGiven('Competition', id) })).id,
  }),
});

competitionStep('CLOSE_APPLICATIONS', {
  description: 'Close applications now (截止申报), before their end: no entry can be applied for any longer',
  run: closeApplications,
  refusals: [DeadlineError],
});

competitionStep('BEGIN_SCORING', {
  description: 'End the work of a competition and begin its assessment (转入考评)',
  run: beginScoring,
});

competitionStep('FREEZE', {
  description:
    'End the assessment of a competition and freeze its standing (封榜): units see what was scored of themselves alone. ' +
    'Who takes part stays public',
  run: freezeCompetition,
});

competitionStep('OPEN_NOTICE', {
  description: 'Open the public notice of the outcome (公示)',
  run: openNotice,
});

competitionStep('ARCHIVE', { description: 'Archive what is concluded (归档)', run: archiveCompetition });

competitionStep('SUSPEND', {
  description:
    'Suspend a competition (暂停), and say why: nothing but to resume or cancel it is possible then',
  run: suspendCompetition,
});

competitionStep('RESUME', {
  description: 'Let a competition go on (恢复) where it was suspended',
  run: resumeCompetition,
});

competitionStep('CANCEL', {
  description: 'Cancel a competition for good (取消), and say why',
  run: cancelCompetition,
});
