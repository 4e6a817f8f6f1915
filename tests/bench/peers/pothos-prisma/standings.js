import { builder, Enums } from './builder.js';
import { Entry } from './competitions.js';
import { isApproved, standingVisible } from './visibility.js';

builder.prismaNode('Standing', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, ...standingVisible }),
  fields: (t) => ({
    status: t.expose('status', { type: Enums.StandingStatus }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    competition: t.relation('competition'),
    // Who sees this sees its rows, so its condition need not be repeated.
    rows: t.relatedConnection('rows', {
      cursor: 'id',
      totalCount: true,
      query: { orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

builder.prismaNode('StandingRow', {
  id: { field: 'id' },
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id, standing: standingVisible }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal'),
    rank: t.exposeInt('rank', { nullable: true }),
    total: t.expose('total', { type: 'Decimal', nullable: true }),
    toNext: t.expose('toNext', { type: 'Decimal', nullable: true }),
    previousRank: t.exposeInt('previousRank', { nullable: true }),
    isTied: t.exposeBoolean('isTied'),
    // Prisma takes no condition on a relation to one, so it is read along and asked.
    entry: t.field({
      type: Entry,
      nullable: true,
      select: (_args, _context, nested) => ({ entry: nested({ select: { status: true } }) }),
      resolve: ({ entry }) => (isApproved(entry) ? entry : null),
    }),
    region: t.relation('region'),
    breakdown: t.field({
      type: [CriterionScore],
      // The items lie two relations away; of their criteria is read what is asked for.
      select: (_args, _context, nested) => ({
        parts: partsWith(nested({ select: { maxPoints: true } }, ['criterion'])),
      }),
      resolve: ({ parts }) =>
        parts.flatMap(({ weight, sheet }) => sheet.items.map((item) => ({ ...item, weight }))),
    }),
  }),
});

function partsWith(criterion) {
  const items = {
    select: { points: true, selfPoints: true, assessedPoints: true, criterion },
    orderBy: { ordinal: 'asc' },
  };
  return { select: { weight: true, sheet: { select: { items } } }, orderBy: { ordinal: 'asc' } };
}

const Criterion = builder.prismaObject('Criterion', {
  select: { id: true },
  fields: (t) => ({
    id: t.globalID({ resolve: ({ id }) => ({ type: 'Criterion', id }) }),
    code: t.exposeString('code'),
    name: t.exposeString('name'),
  }),
});

/** What a criterion gives: an item of a sheet, with the weight of the sheet's part. */
const CriterionScore = builder.objectRef('CriterionScore').implement({
  fields: (t) => ({
    criterion: t.field({ type: Criterion, resolve: ({ criterion }) => criterion }),
    weight: t.expose('weight', { type: 'Decimal' }),
    self: t.expose('selfPoints', { type: 'Decimal', nullable: true }),
    assessed: t.expose('assessedPoints', { type: 'Decimal', nullable: true }),
    confirmed: t.expose('points', { type: 'Decimal' }),
    maxPoints: t.field({ type: 'Decimal', resolve: ({ criterion }) => criterion.maxPoints }),
  }),
});
