import type { VetoReason } from '../../generated/prisma/client.ts';
import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { enumType } from '../../graphql/types.ts';
import {
  ConflictOfInterestError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { confirmVeto } from './commands/confirmVeto.ts';
import { liftVeto } from './commands/liftVeto.ts';
import { raiseVeto } from './commands/raiseVeto.ts';

const payload = { veto: { model: 'Veto', description: 'The veto' } } as const;
const deciding = [
  NotFoundError,
  ForbiddenError,
  ConflictOfInterestError,
  VersionConflictError,
  StateError,
] as const;

mutation('vetoRaise', {
  description:
    'Raise a veto (提出一票否决) on an entry, an organization or a person, to be looked into. Officers, the committee, its ' +
    'members and supervisors may in their region.',
  input: (t) => ({
    entry: t.id({ description: 'The entry; or one of the two others' }),
    organization: t.id({ description: 'The organization' }),
    person: t.id({ description: 'The person' }),
    reason: t.field({ type: enumType('VetoReason'), required: true, description: 'Why (一票否决事由)' }),
    occurredOn: t.field({ type: 'Date', required: true, description: 'Day of what it is about (发生日期)' }),
    description: t.string({ required: true, description: 'What happened (情况说明)' }),
    evidence: t.string({ description: 'What proves it, in words, such as the number of a document (依据)' }),
    blocksUntil: t.field({
      type: 'Date',
      description:
        'Last day on which nobody is nominated on account of it; unless given, three years from an accident, a serious ' +
        'hazard or a mass incident, and the end of the year for the rest (否决期限)',
    }),
  }),
  payload,
  refusals: [NotFoundError, ForbiddenError, InvalidError],
  run: async (call, { entry, organization, person, reason, ...rest }) => {
    const { id } = await raiseVeto(call, {
      ...rest,
      reason: reason as VetoReason,
      entryId: entry == null ? null : idGiven('Entry', entry, ['entry']),
      organizationId: organization == null ? null : idGiven('Organization', organization, ['organization']),
      personId: person == null ? null : idGiven('Person', person, ['person']),
    });
    return { veto: id };
  },
});

mutation('vetoConfirm', {
  description:
    'Confirm a veto (确认一票否决): its entry is vetoed at once. The committee office of the region may, but for whoever ' +
    'raised it and for whose own unit it is.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The veto' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload,
  refusals: deciding,
  run: async (call, { id, ...rest }) => ({
    veto: (await confirmVeto(call, { ...rest, id: idGiven('Veto', id) })).id,
  }),
});

mutation('vetoLift', {
  description:
    'Lift a veto (解除一票否决), or give up one that is not confirmed: its entry competes again at once, unless another ' +
    'veto holds. The committee office of the region may.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The veto' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ description: 'Why; needed' }),
  }),
  payload,
  refusals: [...deciding, OpinionRequiredError],
  run: async (call, { id, ...rest }) => ({
    veto: (await liftVeto(call, { ...rest, id: idGiven('Veto', id) })).id,
  }),
});
