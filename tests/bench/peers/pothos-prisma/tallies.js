import { prisma } from './database.js';
import { Prisma } from './generated/prisma/client.ts';
import { entryApproved } from './visibility.js';

/** The last public standing of a whole competition: what is selected of the competition. */
export const LAST_STANDING = {
  where: { stageId: null, trackId: null, publishedAt: { not: null } },
  orderBy: { revision: 'desc' },
  take: 1,
  select: { id: true },
};

/** How a competition stands; what several of its fields need is read once. */
export function stateOfPlay({ id, standings: [last] }) {
  return {
    standingId: last?.id,
    entries: once(() => entriesOf(id)),
    totals: once(async () => (last ? totalsOf(last.id) : [])),
  };
}

function once(read) {
  let found;
  return () => (found ??= read());
}

function entriesOf(competitionId) {
  return prisma.entry.groupBy({
    by: ['regionId', 'status'],
    where: { competitionId, ...entryApproved },
    _count: true,
    _sum: { headcount: true },
  });
}

function totalsOf(standingId) {
  return prisma.standingRow.groupBy({
    by: ['regionId'],
    where: { standingId, rank: { not: null } },
    _count: true,
    _sum: { total: true },
  });
}

export const countOf = (groups) => groups.reduce((sum, { _count }) => sum + _count, 0);

/** The mean of all totals, rounded half up to 2 places; null where there is none. */
export function averageOf(totals) {
  if (totals.length === 0) return null;
  const sum = totals.reduce((all, { _sum }) => all.plus(_sum.total), new Prisma.Decimal(0));
  return sum.div(countOf(totals)).toDecimalPlaces(2, Prisma.Decimal.ROUND_HALF_UP);
}

/** The regions with entries, those with most of them first, then by code; `query` is what is asked of each. */
export async function regionsOf({ entries, totals }, query) {
  const [counted, summed] = await Promise.all([entries(), totals()]);
  const ids = [...new Set(counted.map(({ regionId }) => regionId))];
  const regions = await prisma.region.findMany({ ...query, where: { id: { in: ids } } });
  const isOf = (region) => (group) => group.regionId === region.id;
  return regions
    .map((region) => ({
      region,
      entries: countOf(counted.filter(isOf(region))),
      averageTotal: averageOf(summed.filter(isOf(region))),
    }))
    .sort((a, b) => b.entries - a.entries || (place(a) < place(b) ? -1 : 1));
}

/** Regions without a code come after those with one. */
const place = ({ region: { code, id } }) => `${code ?? '~'} ${id}`;

/** Who gained or lost most ranks. Prisma can't order by a difference: they are found by SQL, and their entries read after. */
export async function moversOf({ standingId }, size, query) {
  if (!standingId) return [];
  const movers = await prisma.$queryRaw`
    select entry_id as "entryId", rank, previous_rank as "previousRank"
    from standing_row
    where standing_id = ${standingId}::uuid and previous_rank <> rank
    order by abs(previous_rank - rank) desc, rank, entry_id limit ${size}`;
  if (movers.length === 0) return movers;
  const ids = movers.map(({ entryId }) => entryId);
  const entries = await prisma.entry.findMany({ ...query, where: { id: { in: ids }, ...entryApproved } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return movers.map(({ entryId, ...ranks }) => ({ ...ranks, entry: byId.get(entryId) }));
}
