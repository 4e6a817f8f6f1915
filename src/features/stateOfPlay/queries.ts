import { localId } from '../../graphql/ids.ts';
import { extend } from '../../graphql/model.ts';
import { rowLoader } from '../../graphql/rows.ts';
import { stateOfPlay } from './reads.ts';
import { StateOfPlayType } from './type.ts';

const WHAT_COUNTS = 'What you may not see is not counted';

extend('Competition', ({ t, computed }) => ({
  stateOfPlay: t.field({
    type: StateOfPlayType,
    nullable: true,
    description: `How it stands now (战况). ${WHAT_COUNTS}. Absent for a stage of another competition`,
    args: { stageId: t.arg.id({ description: 'One of its stages; the whole competition unless given' }) },
    extensions: computed('id'),
    resolve: async ({ id: competitionId }, { stageId: given }, call) => {
      if (given == null) return stateOfPlay(call, { competitionId, stageId: null });
      const stageId = localId('Stage', given);
      if (stageId === undefined) return null;
      const stage = await rowLoader('Stage', 'id', new Set(['id', 'competitionId']), call).load(stageId);
      return stage?.competitionId === competitionId ? stateOfPlay(call, { competitionId, stageId }) : null;
    },
  }),
}));

extend('Stage', ({ t, computed }) => ({
  stateOfPlay: t.field({
    type: StateOfPlayType,
    description: `How it stands now (战况). ${WHAT_COUNTS}`,
    extensions: computed('id', 'competitionId'),
    resolve: ({ id: stageId, competitionId }, _args, call) => stateOfPlay(call, { competitionId, stageId }),
  }),
}));
