import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder, Enums } from './builder.js';
import { Entry } from './competitions.js';
import { Region } from './places.js';
import { averageOf, countOf, LAST_STANDING, moversOf, regionsOf, stateOfPlay } from './tallies.js';

const RegionStateOfPlay = builder.objectRef('RegionStateOfPlay').implement({
  fields: (t) => ({
    region: t.field({ type: Region, resolve: ({ region }) => region }),
    entries: t.exposeInt('entries'),
    averageTotal: t.expose('averageTotal', { type: 'Decimal', nullable: true }),
    // Stage summaries are not public.
    overdue: t.int({ resolve: () => 0 }),
  }),
});

const StateOfPlayMover = builder.objectRef('StateOfPlayMover').implement({
  fields: (t) => ({
    entry: t.field({ type: Entry, nullable: true, resolve: ({ entry }) => entry }),
    rank: t.exposeInt('rank'),
    previousRank: t.exposeInt('previousRank'),
  }),
});

const StateOfPlayVeto = builder.objectRef('StateOfPlayVeto').implement({
  fields: (t) => ({ reason: t.expose('reason', { type: Enums.VetoReason }) }),
});

const USUAL_MOVERS = 10;

const StateOfPlay = builder.objectRef('StateOfPlay').implement({
  fields: (t) => ({
    entries: t.int({ resolve: async ({ entries }) => countOf(await entries()) }),
    active: withStatus(t, 'ACTIVE'),
    vetoed: withStatus(t, 'VETOED'),
    headcount: t.int({
      resolve: async ({ entries }) =>
        (await entries()).reduce((sum, { _sum }) => sum + (_sum.headcount ?? 0), 0),
    }),
    averageTotal: t.field({
      type: 'Decimal',
      nullable: true,
      resolve: async ({ totals }) => averageOf(await totals()),
    }),
    byRegion: t.field({
      type: [RegionStateOfPlay],
      resolve: (state, _args, context, info) =>
        regionsOf(state, queryFromInfo({ context, info, path: ['region'], select: { id: true, code: true } })),
    }),
    movers: t.field({
      type: [StateOfPlayMover],
      args: { first: t.arg.int() },
      resolve: (state, { first }, context, info) =>
        moversOf(state, first ?? USUAL_MOVERS, queryFromInfo({ context, info, path: ['entry'] })),
    }),
    // Vetoes are not public.
    vetoes: t.field({ type: [StateOfPlayVeto], resolve: () => [] }),
  }),
});

function withStatus(t, status) {
  return t.int({
    resolve: async ({ entries }) => countOf((await entries()).filter((group) => group.status === status)),
  });
}

builder.prismaObjectField('Competition', 'stateOfPlay', (t) =>
  t.field({
    type: StateOfPlay,
    select: { id: true, standings: LAST_STANDING },
    resolve: stateOfPlay,
  }),
);
