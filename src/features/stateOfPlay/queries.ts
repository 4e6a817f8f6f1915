import { localId } from '../../graphql/ids.ts';
import { extend } from '../../graphql/model.ts';
import { rowLoader } from '../../graphql/rows.ts';
import { competitionOfPlay, stageOfPlay } from './derived.ts';
import { stateOfPlay } from './reads.ts';
import { StateOfPlayType } from './type.ts';

const WHAT_COUNTS = 'What you may not see is not counted';

extend('Competition', ({ t }) => ({
  stateOfPlay: t.field({
    type: StateOfPlayType,
    nullable: true,
    description: `How it stands now (战况). ${WHAT_COUNTS}. Absent for a stage of another competition`,
    args: { stageId: t.arg.id({ description: 'One of its stages; the whole competition unless given' }) },
    extensions: { declared: { kind: 'derived', derived: competitionOfPlay } },
    resolve: async ({ id: competitionId }, { stageId: given }, call) => {
      if (given == null) return stateOfPlay(call, { competitionId, stageId: null });
      const stageId = localId('Stage', given);
      if (stageId === undefined) return null;
      const stage = await rowLoader('Stage', 'id', new Set(['id', 'competitionId']), call).load(stageId);
      return stage?.competitionId === competitionId ? stateOfPlay(call, { competitionId, stageId }) : null;
    },
  }),
}));

extend('Stage', ({ t }) => ({
  stateOfPlay: t.field({
    type: StateOfPlayType,
    description: `How it stands now (战况). ${WHAT_COUNTS}`,
    extensions: { declared: { kind: 'derived', derived: stageOfPlay } },
    resolve: ({ id: stageId, competitionId }, _args, call) => stateOfPlay(call, { competitionId, stageId }),
  }),
}));
