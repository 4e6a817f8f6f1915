import type { AdminLevel, RecipientKind } from '../../../generated/prisma/client.ts';
import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { enumType } from '../../../graphql/types.ts';
import { ForbiddenError, InvalidError, NotFoundError, StateError } from '../../../platform/refusals.ts';
import { createTrack, removeTrack, updateTrack } from '../commands/tracks.ts';
import { REFUSALS } from './step.ts';

const SAYS = {
  name: 'Name in Chinese (名称)',
  recipientKind: 'Who or what takes part (对象类别)',
  eligibility: 'Who may take part, in words (参赛条件)',
  ordinal: 'Place among the tracks, from 1 (序号); a new one is the last unless given',
  route:
    "The route of its entries, where it is another one than the competition's (申报路径); empty where it is the same",
};

mutation('trackCreate', {
  description: 'Give a competition another track (新增赛道), until applications open',
  input: (t) => ({
    competition: t.id({ required: true, description: 'The competition' }),
    name: t.string({ required: true, description: SAYS.name }),
    recipientKind: t.field({
      type: enumType('RecipientKind'),
      required: true,
      description: SAYS.recipientKind,
    }),
    eligibility: t.string({ description: SAYS.eligibility }),
    ordinal: t.int({ description: SAYS.ordinal }),
    route: t.field({ type: [enumType('AdminLevel')], description: SAYS.route }),
  }),
  payload: { track: { model: 'Track', description: 'The new track' } },
  refusals: [NotFoundError, ForbiddenError, StateError, InvalidError],
  run: async (call, { competition, recipientKind, route, ...rest }) => {
    const { id } = await createTrack(call, {
      ...rest,
      recipientKind: recipientKind as RecipientKind,
      route: route as AdminLevel[] | null | undefined,
      competitionId: idGiven('Competition', competition, ['competition']),
    });
    return { track: id };
  },
});

mutation('trackUpdate', {
  description: 'Change a track (修改赛道), until applications open. What is absent stays',
  input: (t) => ({
    id: t.id({ required: true, description: 'The track' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    name: t.string({ description: SAYS.name }),
    recipientKind: t.field({ type: enumType('RecipientKind'), description: SAYS.recipientKind }),
    eligibility: t.string({ description: SAYS.eligibility }),
    ordinal: t.int({ description: SAYS.ordinal }),
    route: t.field({ type: [enumType('AdminLevel')], description: SAYS.route }),
  }),
  payload: { track: { model: 'Track', description: 'The track as it is now' } },
  refusals: [...REFUSALS, InvalidError],
  run: async (call, { id, recipientKind, route, ...rest }) => {
    const { id: updated } = await updateTrack(call, {
      ...rest,
      recipientKind: recipientKind as RecipientKind | null | undefined,
      route: route as AdminLevel[] | null | undefined,
      id: idGiven('Track', id),
    });
    return { track: updated };
  },
});

mutation('trackRemove', {
  description: 'Take a track away (删除赛道), until applications open',
  input: (t) => ({
    id: t.id({ required: true, description: 'The track' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  }),
  payload: { competition: { model: 'Competition', description: 'The competition without it' } },
  refusals: [...REFUSALS, InvalidError],
  run: async (call, { id, version }) => ({
    competition: (await removeTrack(call, { id: idGiven('Track', id), version })).id,
  }),
});
