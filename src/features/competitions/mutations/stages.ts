import type { StageKind } from '../../../generated/prisma/client.ts';
import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { enumType } from '../../../graphql/types.ts';
import { ForbiddenError, InvalidError, NotFoundError, StateError } from '../../../platform/refusals.ts';
import { createStage, removeStage, updateStage } from '../commands/stages.ts';
import { REFUSALS } from './step.ts';

const SAYS = {
  name: 'Name in Chinese (名称)',
  kind: 'Kind (阶段类别)',
  startsOn: 'First day (开始日期)',
  endsOn: 'Last day (结束日期)',
  summaryDueOn: 'Day on which the stage summaries are due (总结报送截止日期), the last day or later',
  weight: 'Weight in the year (权重), above 0; together the stages weigh 1',
  ordinal: 'Place among the stages, from 1 (序号); a new one is the last unless given',
};

mutation('stageCreate', {
  description: 'Give a competition another stage (新增阶段), until applications open',
  input: (t) => ({
    competition: t.id({ required: true, description: 'The competition' }),
    name: t.string({ required: true, description: SAYS.name }),
    kind: t.field({ type: enumType('StageKind'), required: true, description: SAYS.kind }),
    startsOn: t.field({ type: 'Date', required: true, description: SAYS.startsOn }),
    endsOn: t.field({ type: 'Date', required: true, description: SAYS.endsOn }),
    summaryDueOn: t.field({ type: 'Date', required: true, description: SAYS.summaryDueOn }),
    weight: t.field({ type: 'Decimal', required: true, description: SAYS.weight }),
    ordinal: t.int({ description: SAYS.ordinal }),
  }),
  payload: { stage: { model: 'Stage', description: 'The new stage' } },
  refusals: [NotFoundError, ForbiddenError, StateError, InvalidError],
  run: async (call, { competition, kind, ...rest }) => {
    const { id } = await createStage(call, {
      ...rest,
      kind: kind as StageKind,
      competitionId: idGiven('Competition', competition, ['competition']),
    });
    return { stage: id };
  },
});

mutation('stageUpdate', {
  description:
    'Change a stage (修改阶段): its weight and place until applications open, its kind and days until it opens, its name until the competition is concluded. What is absent stays',
  input: (t) => ({
    id: t.id({ required: true, description: 'The stage' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    name: t.string({ description: SAYS.name }),
    kind: t.field({ type: enumType('StageKind'), description: SAYS.kind }),
    startsOn: t.field({ type: 'Date', description: SAYS.startsOn }),
    endsOn: t.field({ type: 'Date', description: SAYS.endsOn }),
    summaryDueOn: t.field({ type: 'Date', description: SAYS.summaryDueOn }),
    weight: t.field({ type: 'Decimal', description: SAYS.weight }),
    ordinal: t.int({ description: SAYS.ordinal }),
  }),
  payload: { stage: { model: 'Stage', description: 'The stage as it is now' } },
  refusals: [...REFUSALS, InvalidError],
  run: async (call, { id, kind, ...rest }) => {
    const { id: updated } = await updateStage(call, {
      ...rest,
      kind: kind as StageKind | null | undefined,
      id: idGiven('Stage', id),
    });
    return { stage: updated };
  },
});

mutation('stageRemove', {
  description: 'Take a stage away (删除阶段), until applications open',
  input: (t) => ({
    id: t.id({ required: true, description: 'The stage' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  }),
  payload: { competition: { model: 'Competition', description: 'The competition without it' } },
  refusals: [...REFUSALS],
  run: async (call, { id, version }) => ({
    competition: (await removeStage(call, { id: idGiven('Stage', id), version })).id,
  }),
});
