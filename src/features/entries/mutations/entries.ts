import { batchMutation } from '../../../graphql/batch.ts';
import { globalId, idGiven, idIfGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { refusalType } from '../../../graphql/refusals.ts';
import {
  ConflictOfInterestError,
  DeadlineError,
  ForbiddenError,
  IncompleteError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../../platform/refusals.ts';
import { approveEntry } from '../commands/approve.ts';
import { createEntry } from '../commands/create.ts';
import { recommendEntry, rejectEntry, returnEntry } from '../commands/decide.ts';
import { submitEntry } from '../commands/submit.ts';
import { updateEntry } from '../commands/update.ts';
import { withdrawEntry } from '../commands/withdraw.ts';
import { contents, idsGiven, stepFields, subjectFields, subjectGiven } from '../inputs.ts';
import { DuplicateEntryError } from '../rules.ts';

refusalType(DuplicateEntryError, 'The same takes part in this track already, or is about to', (t) => ({
  earlier: t.id({
    description: 'Global id of the earlier entry, whether you may see it or not',
    resolve: ({ entryId }) => globalId('Entry', entryId),
  }),
}));

const payload = { entry: { model: 'Entry', description: 'The entry' } } as const;
const ofStep = [NotFoundError, ForbiddenError, VersionConflictError, StateError] as const;
const ofDecision = [...ofStep, ConflictOfInterestError] as const;
const withReason = [...ofDecision, OpinionRequiredError] as const;
type Command = typeof submitEntry;

mutation('entryCreate', {
  description:
    'Draft an entry (起草立项申报) for what takes part in a competition: a project, an organization, a studio, a result or a ' +
    'team of the unit. An officer of the unit may, once the competition is published and before its applications close.',
  input: (t) => ({
    competition: t.id({ required: true, description: 'The competition' }),
    applicant: t.id({ required: true, description: 'The unit that applies (申报单位)' }),
    ...subjectFields(t),
    ...contents(t),
  }),
  payload,
  refusals: [NotFoundError, ForbiddenError, StateError, DeadlineError, InvalidError, DuplicateEntryError],
  run: async (call, { competition, applicant, track, enclosures, ...rest }) => {
    const { id } = await createEntry(call, {
      ...rest,
      competitionId: idGiven('Competition', competition, ['competition']),
      applicantId: idGiven('Organization', applicant, ['applicant']),
      trackId: idIfGiven('Track', track, ['track']),
      subject: subjectGiven(rest),
      enclosureIds: idsGiven('Enclosure', 'enclosures', enclosures),
    });
    return { entry: id };
  },
});

mutation('entryUpdate', {
  description:
    'Change what an entry says (修改), while it is a draft or was returned; what is not given stays, null takes it away',
  input: (t) => ({ ...stepFields(t), ...contents(t) }),
  payload,
  refusals: [...ofStep, InvalidError, DuplicateEntryError],
  run: async (call, { id, track, enclosures, ...rest }) => {
    const after = await updateEntry(call, {
      ...rest,
      id: idGiven('Entry', id),
      trackId: idIfGiven('Track', track, ['track']),
      enclosureIds: idsGiven('Enclosure', 'enclosures', enclosures),
    });
    return { entry: after.id };
  },
});

step(
  'entrySubmit',
  submitEntry,
  [...ofStep, DeadlineError, IncompleteError],
  [
    'Apply (申报): from here on the entry goes level by level along the route of its track or competition, without the levels',
    'that nobody in its region stands for. It needs a plan, a leading group, a head count and, where there are any, a track.',
  ],
);
step('entryReturn', returnEntry, withReason, [
  'Return an entry to its unit for changes (退回修改), with an opinion; the level that has it before it may.',
]);
step('entryRecommend', recommendEntry, ofDecision, [
  'Recommend an entry to the next level (推荐); the level that has it before it may, unless it is the last one.',
]);
step('entryApprove', approveEntry, ofDecision, [
  'Approve an entry and give it its number (批准立项); the last level of its route may, and the office of the committee. Where',
  'the competition runs already, the entry takes part from now on.',
]);
step('entryReject', rejectEntry, withReason, [
  'Reject an entry (不予立项), with an opinion; the level that has it before it may. The same may be applied for again.',
]);
step('entryWithdraw', withdrawEntry, ofStep, [
  'Take an entry back (撤回); an officer of the unit may until it is concluded. The same may be applied for again.',
]);

batch('entriesApprove', approveEntry, ofDecision, 'Approve many entries with one opinion (批量批准).');
batch('entriesReturn', returnEntry, withReason, 'Return many entries with one opinion (批量退回).');

function step(
  name: string,
  command: Command,
  refusals: Parameters<typeof mutation>[1]['refusals'],
  description: readonly string[],
): void {
  mutation(name, {
    description: description.join(' '),
    input: stepFields,
    payload,
    refusals,
    run: async (call, { id, ...rest }) => ({
      entry: (await command(call, { ...rest, id: idGiven('Entry', id) })).id,
    }),
  });
}

function batch(
  name: string,
  command: Command,
  refusals: Parameters<typeof mutation>[1]['refusals'],
  description: string,
): void {
  batchMutation(name, {
    description,
    model: 'Entry',
    rows: 'entries',
    row: 'entry',
    input: (t) => ({ opinion: t.string({ description: 'Why, for the record of each' }) }),
    refusals,
    run: (call, row, { opinion }) => command(call, { ...row, opinion }),
  });
}
