import { builder } from '../../graphql/builder.ts';
import { ROWS } from '../../graphql/connections.ts';
import { rowField } from '../../graphql/fields.ts';
import { enumType } from '../../graphql/types.ts';
import { countsOf } from '../summaries/report.ts';
import { SummaryCounts } from '../summaries/reported.ts';
import { moversOfPlay, regionsOfPlay, vetoesOfPlay } from './derived.ts';
import {
  averageOf,
  MOST_MOVERS,
  MOST_REGIONS,
  MOST_VETOES,
  type Mover,
  type RegionStanding,
  regionsOf,
  type StateOfPlay,
  sizeOf,
  sumOf,
  USUAL_MOVERS,
  type VetoInForce,
} from './tallies.ts';

const AVERAGE =
  'Mean of the totals of those who are ranked, in the last standing of it that you may see, rounded half up to 2 places; ' +
  'absent where there is none (平均总分)';

const RegionOfPlay = builder.objectRef<RegionStanding>('RegionStateOfPlay').implement({
  description: 'How those of one region stand in a competition or a stage (分地区战况)',
  fields: (t) => ({
    region: rowField(t, 'Region', 'regionId', 'The region that they are counted for'),
    entries: t.exposeInt('entries', { description: 'Entries that were set up (立项数)' }),
    active: t.exposeInt('active', { description: 'Of these, competing (参赛中)' }),
    vetoed: t.exposeInt('vetoed', { description: 'Of these, disqualified by a veto (一票否决)' }),
    headcount: t.exposeInt('headcount', { description: 'Workers who take part in them (参赛人数)' }),
    averageTotal: t.field({
      type: 'Decimal',
      nullable: true,
      description: AVERAGE,
      resolve: ({ averageTotal }) => averageTotal,
    }),
    overdue: t.int({
      description: 'Stage summaries that are past their last day and have still to be handed in (逾期)',
      resolve: ({ summaries }) => summaries.overdue,
    }),
    summaries: t.field({
      type: SummaryCounts,
      description: 'How many stage summaries there are',
      extensions: ROWS,
      resolve: ({ summaries }) => summaries,
    }),
  }),
});

const MoverOfPlay = builder.objectRef<Mover>('StateOfPlayMover').implement({
  description: 'An entry whose rank is another one than in the standing before (名次变化)',
  fields: (t) => ({
    entry: rowField(t, 'Entry', 'entryId', 'The entry'),
    rank: t.exposeInt('rank', { description: 'Rank (名次)' }),
    previousRank: t.exposeInt('previousRank', { description: 'Rank in the standing before (上次名次)' }),
    movement: t.int({
      description: 'Ranks gained, below 0 for ranks lost (升降)',
      resolve: ({ rank, previousRank }) => previousRank - rank,
    }),
  }),
});

const VetoOfPlay = builder.objectRef<VetoInForce>('StateOfPlayVeto').implement({
  description: 'A confirmed veto on an entry, as it was then (一票否决)',
  fields: (t) => ({
    veto: rowField(t, 'Veto', 'vetoId', 'The veto as it is today'),
    entry: rowField(t, 'Entry', 'entryId', 'The entry that is disqualified'),
    reason: t.field({
      type: enumType('VetoReason'),
      description: 'Why (一票否决事由)',
      resolve: ({ reason }) => reason,
    }),
    occurredOn: t.expose('occurredOn', { type: 'Date', description: 'Day of what it is about (发生日期)' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      description: 'When it was confirmed (确认时间)',
    }),
  }),
});

/** How a competition stands: what is counted is what the viewer may see, or what the office saw when it was kept. */
export const StateOfPlayType = builder.objectRef<StateOfPlay>('StateOfPlay').implement({
  description:
    'How a competition or one of its stages stands (战况): who takes part, who has summed up, who gains and who loses',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When it stood like this (截至时间)' }),
    competition: rowField(t, 'Competition', 'competitionId', 'The competition'),
    stage: rowField(t, 'Stage', 'stageId', 'The stage; absent where it is of the whole competition'),
    entries: t.int({
      description: 'Entries that were set up (立项数): approved, competing, disqualified or concluded',
      resolve: async ({ entries }) => sumOf(await entries(), 'entries'),
    }),
    active: t.int({
      description: 'Of these, competing (参赛中)',
      resolve: async ({ entries }) => sumOf(await entries(), 'active'),
    }),
    vetoed: t.int({
      description: 'Of these, disqualified by a veto (一票否决)',
      resolve: async ({ entries }) => sumOf(await entries(), 'vetoed'),
    }),
    headcount: t.int({
      description: 'Workers who take part in them; an entry that tells no number counts 0 (参赛人数)',
      resolve: async ({ entries }) => sumOf(await entries(), 'headcount'),
    }),
    averageTotal: t.field({
      type: 'Decimal',
      nullable: true,
      description: AVERAGE,
      resolve: async ({ totals }) => averageOf(await totals()),
    }),
    summaries: t.field({
      type: SummaryCounts,
      description: 'How many stage summaries there are, of the stage or of all stages (报送情况)',
      extensions: ROWS,
      resolve: async ({ summaries }) => countsOf(await summaries()),
    }),
    byRegion: t.field({
      type: [RegionOfPlay],
      description: `The regions with entries, those with most of them first, then by code; ${MOST_REGIONS} at most`,
      extensions: { declared: { kind: 'derived', derived: regionsOfPlay }, atMost: MOST_REGIONS },
      resolve: async ({ entries, summaries, totals }) =>
        regionsOf(...(await Promise.all([entries(), summaries(), totals()]))),
    }),
    movers: t.field({
      type: [MoverOfPlay],
      description:
        'Who gained or lost most ranks in the last standing of it that you may see, against the one before; then by rank',
      args: {
        first: t.arg.int({ description: `How many, 0 to ${MOST_MOVERS}; ${USUAL_MOVERS} unless given` }),
      },
      extensions: { declared: { kind: 'derived', derived: moversOfPlay }, atMost: MOST_MOVERS },
      resolve: async ({ movers }, { first }) => (await movers()).slice(0, sizeOf(first)),
    }),
    vetoes: t.field({
      type: [VetoOfPlay],
      description: `Confirmed vetoes on entries, the latest first; ${MOST_VETOES} at most`,
      extensions: { declared: { kind: 'derived', derived: vetoesOfPlay }, atMost: MOST_VETOES },
      resolve: async ({ vetoes }) => [...(await vetoes())],
    }),
  }),
});
