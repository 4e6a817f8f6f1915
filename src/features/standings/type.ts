import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import { rowField } from '../../graphql/fields.ts';
import { model } from '../../graphql/model.ts';
import { workflowFields } from '../../graphql/workflow.ts';
import { mayRank } from './commands/mayStanding.ts';
import { rowList, standingList } from './inputs.ts';
import { rowVisibleTo, standingVisibleTo } from './policy.ts';
import { BREAKDOWN, breakdowns, type Explained, MOST_EXPLAINED } from './reads.ts';
import { type Difference, differencesOf } from './recomputed.ts';
import { STANDING } from './rules.ts';

const MOST_DIFFERENCES = 100;

const Breakdown = builder.objectRef<Explained>('ScoreBreakdown').implement({
  description: 'What one criterion contributes to a total (得分明细)',
  fields: (t) => ({
    criterion: rowField(t, 'Criterion', 'criterionId', 'The criterion'),
    stage: rowField(t, 'Stage', 'stageId', 'The stage that it was scored for'),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight of the stage in the total (权重)' }),
    self: t.expose('self', {
      type: 'Decimal',
      nullable: true,
      description: 'What the unit gave itself (自评)',
    }),
    assessed: t.expose('assessed', {
      type: 'Decimal',
      nullable: true,
      description: 'What the assessors gave together (考评)',
    }),
    confirmed: t.expose('confirmed', { type: 'Decimal', description: 'What counts (核定)' }),
    maxPoints: t.expose('maxPoints', { type: 'Decimal', description: 'What it gives at most (分值)' }),
  }),
});

const RecomputationDifference = builder.objectRef<Difference>('RecomputationDifference').implement({
  description: 'Where what is stored is not what the scores give',
  fields: (t) => ({
    entry: rowField(t, 'Entry', 'entryId', 'The entry'),
    field: t.exposeString('field', { description: 'Which figure' }),
    stored: t.exposeString('stored', { nullable: true, description: 'As it is stored' }),
    computed: t.exposeString('computed', { nullable: true, description: 'As it comes out' }),
  }),
});

const Recomputation = builder.objectRef<readonly Difference[]>('Recomputation').implement({
  description: 'A standing computed once more from the very points that it rests on (复核计算)',
  fields: (t) => ({
    isEqual: t.boolean({
      description: 'Whether all comes out as it is stored',
      resolve: (differences) => differences.length === 0,
    }),
    differences: t.field({
      type: [RecomputationDifference],
      description: `What does not; ${MOST_DIFFERENCES} at most`,
      extensions: { atMost: MOST_DIFFERENCES },
      resolve: (differences) => differences.slice(0, MOST_DIFFERENCES),
    }),
  }),
});

const differences = batched(differencesOf);
const explained = batched(breakdowns);

export const Standing = model('Standing', {
  visibleTo: standingVisibleTo,
  list: standingList,
  columns: ['revision', 'status', 'computedAt', 'publishedAt', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: (dialect) => ({
    competition: dialect.one('competition'),
    track: dialect.one('track'),
    stage: dialect.one('stage'),
    scheme: dialect.one('scheme'),
    previous: dialect.one('previous'),
    next: dialect.many('next'),
    supersedes: dialect.one('supersedes'),
    corrections: dialect.many('corrections'),
    rows: dialect.many('rows'),
    recomputation: dialect.t.field({
      type: Recomputation,
      nullable: true,
      description: 'It computed once more, and compared; for those who may publish it, and absent for others',
      extensions: dialect.computed('id', 'competitionId'),
      resolve: async (standing, args, call) =>
        (await mayRank(call, standing.competitionId)) ? differences(standing, args, call) : null,
    }),
    ...workflowFields('Standing', dialect, {
      workflow: STANDING,
      needs: ['competitionId'],
      may: (call, _action, { competitionId }) => mayRank(call, competitionId),
    }),
  }),
});

export const StandingRow = model('StandingRow', {
  visibleTo: rowVisibleTo,
  list: rowList,
  columns: ['ordinal', 'rank', 'unrankedReason', 'total', 'previousRank', 'toNext', 'isTied', 'createdAt'],
  fields: ({ t, one, path, computed }) => ({
    standing: one('standing'),
    sheets: path(
      {
        model: 'ScoreSheet',
        from: 'id',
        to: 'id',
        through: { model: 'StandingPart', from: 'rowId', to: 'sheetId' },
      },
      'The confirmed scores that its total rests on (核定评分表)',
    ),
    entry: one('entry'),
    region: one('region'),
    movement: t.int({
      nullable: true,
      description:
        'Ranks gained since the standing before, below 0 for ranks lost; absent where either has none (升降)',
      extensions: computed('rank', 'previousRank'),
      resolve: ({ rank, previousRank }) =>
        rank === null || previousRank === null ? null : previousRank - rank,
    }),
    breakdown: t.field({
      type: [Breakdown],
      description: `What the total rests on, criterion by criterion; ${MOST_EXPLAINED} at most (得分明细)`,
      extensions: { declared: { kind: 'derived', derived: BREAKDOWN }, atMost: MOST_EXPLAINED },
      resolve: explained,
    }),
  }),
});
