import { idGiven, idIfGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import {
  ConflictOfInterestError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../../platform/refusals.ts';
import { OrganizationEndedError } from '../../organizations/rules.ts';
import { addItem } from '../commands/addItem.ts';
import { cancelItem, confirmItem, reopenItem, reportItem } from '../commands/stepItem.ts';

const payload = { actionItem: { model: 'ActionItem', description: 'The action item as it is now' } } as const;
const STEPPING = [NotFoundError, ForbiddenError, InvalidError, VersionConflictError, StateError] as const;
const ID = { required: true, description: 'The action item' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const OFFICE = 'The office of the committee may';
const itemOf = (id: string) => idGiven('ActionItem', id);

mutation('actionItemAdd', {
  description: `Hand something to an organization to do, at a meeting that is being held (交办事项). ${OFFICE}.`,
  input: (t) => ({
    meeting: t.id({ required: true, description: 'The meeting' }),
    text: t.string({ required: true, description: 'What is to be done (事项内容)' }),
    owner: t.id({ required: true, description: 'The organization that is to do it (责任单位)' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'Last day (办理期限)' }),
    competition: t.id({ description: 'The competition that it is about' }),
    entry: t.id({ description: 'The entry that it is about' }),
  }),
  payload,
  refusals: [NotFoundError, ForbiddenError, InvalidError, StateError, OrganizationEndedError],
  run: async (call, { meeting, owner, competition, entry, ...rest }) => {
    const { id } = await addItem(call, {
      ...rest,
      meetingId: idGiven('CommitteeMeeting', meeting, ['meeting']),
      ownerId: idGiven('Organization', owner, ['owner']),
      competitionId: idIfGiven('Competition', competition, ['competition']),
      entryId: idIfGiven('Entry', entry, ['entry']),
    });
    return { actionItem: id };
  },
});

mutation('actionItemReport', {
  description:
    'Report an action item as done (反馈办理情况). Officers of its organization may, or of what that lies under; of a ' +
    'federation, officers of its region.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    report: t.string({ required: true, description: 'What was done (办理情况)' }),
  }),
  payload,
  refusals: STEPPING,
  run: async (call, { id, ...rest }) => ({
    actionItem: (await reportItem(call, { ...rest, id: itemOf(id) })).id,
  }),
});

mutation('actionItemConfirm', {
  description: `Confirm that an action item is done (核销). ${OFFICE}, but for whoever reported it.`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload,
  refusals: [...STEPPING, ConflictOfInterestError],
  run: async (call, { id, ...rest }) => ({
    actionItem: (await confirmItem(call, { ...rest, id: itemOf(id) })).id,
  }),
});

mutation('actionItemReopen', {
  description: `Send an action item back, which is not done yet or not well (退回重办). ${OFFICE}.`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'Why; needed' }),
  }),
  payload,
  refusals: [...STEPPING, OpinionRequiredError],
  run: async (call, { id, ...rest }) => ({
    actionItem: (await reopenItem(call, { ...rest, id: itemOf(id) })).id,
  }),
});

mutation('actionItemCancel', {
  description: `Cancel an action item (取消交办事项). ${OFFICE}.`,
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ description: 'Why; needed' }),
  }),
  payload,
  refusals: [...STEPPING, OpinionRequiredError],
  run: async (call, { id, ...rest }) => ({
    actionItem: (await cancelItem(call, { ...rest, id: itemOf(id) })).id,
  }),
});
