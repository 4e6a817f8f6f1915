import { type Entry, rankedRows, SET_UP, type Standing, type World } from './world.ts';

/** Who looks: at everything, at what is published, at the first county besides, or at the unit's own besides. */
export type Who = 'office' | 'public' | 'county' | 'unit';

const OWED: readonly string[] = ['DUE', 'DRAFT', 'RETURNED'];

/** What a state of play tells, in plain words: loops over what was made up. `stage` is none for the whole competition. */
export function expected(
  { isFrozen, entries, standings }: World,
  who: Who,
  stage: 0 | 1 | null,
  names: { readonly codes: readonly string[]; readonly entryIds: readonly string[] },
) {
  const looksAfter = (each: Entry) =>
    who === 'office' || (who === 'county' && each.county === 0) || (who === 'unit' && isOwn(each));
  const setUp = entries.filter(({ status }) => SET_UP.includes(status));
  const summariesOf = (each: Entry) =>
    looksAfter(each) ? each.summaries.filter((_, n) => stage === null || n === stage) : [];
  const countsOf = (all: readonly Entry[]) => {
    const summaries = all.flatMap(summariesOf);
    const owed = summaries.filter(({ status }) => OWED.includes(status));
    return {
      due: owed.length,
      submitted: summaries.filter(({ status }) => status === 'SUBMITTED').length,
      accepted: summaries.filter(({ status }) => status === 'ACCEPTED').length,
      overdue: owed.filter(({ isPast }) => isPast).length,
    };
  };
  const rows = latest(standings, who, stage)
    .flatMap((standing) => rankedRows(entries, standing))
    .filter(({ n, rank }) => rank !== null && (!isFrozen || looksAfter(entries[n]!)));
  const averageOf = (county?: 0 | 1) => {
    const totals = rows
      .filter(({ n }) => county === undefined || entries[n]!.county === county)
      .map(({ total }) => Math.round(total! * 100));
    return totals.length === 0 ? null : mean(totals);
  };
  const counted = (all: readonly Entry[]) => ({
    entries: all.length,
    active: all.filter(({ status }) => status === 'ACTIVE').length,
    vetoed: all.filter(({ status }) => status === 'VETOED').length,
    headcount: all.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
  });
  const regions = ([0, 1] as const)
    .map((county) => ({ county, all: setUp.filter((each) => each.county === county) }))
    .filter(({ all }) => all.length > 0)
    .toSorted((one, other) => other.all.length - one.all.length || one.county - other.county);
  return {
    ...counted(setUp),
    averageTotal: averageOf(),
    summaries: countsOf(setUp),
    byRegion: regions.map(({ county, all }) => ({
      region: { code: names.codes[county] },
      ...counted(all),
      averageTotal: averageOf(county),
      overdue: countsOf(all).overdue,
    })),
    movers: rows
      .filter(({ rank, previousRank }) => previousRank !== null && previousRank !== rank)
      .map(({ n, rank, previousRank }) => ({
        entry: { id: btoa(`Entry:${names.entryIds[n]}`) },
        ...{ rank: rank!, previousRank: previousRank!, movement: previousRank! - rank! },
      }))
      .toSorted(
        (one, other) =>
          Math.abs(other.movement) - Math.abs(one.movement) ||
          one.rank - other.rank ||
          (atob(one.entry.id) < atob(other.entry.id) ? -1 : 1),
      ),
    vetoes: entries
      .map((each, n) => ({ each, n }))
      .filter(({ each }) => each.veto === 'CONFIRMED' && looksAfter(each))
      .toReversed()
      // An entry that is not approved is for its unit and for those of its region: whoever sees the veto sees it.
      .map(({ n }) => ({
        entry: { id: btoa(`Entry:${names.entryIds[n]}`) },
        reason: 'FRAUD',
        occurredOn: `2026-01-${String(n + 1).padStart(2, '0')}`,
        confirmedAt: '2026-01-05T01:00:00.000Z',
      })),
  };
}

function isOwn({ isOfUnit, county }: Entry): boolean {
  return isOfUnit && county === 0;
}

/** The standing of all entries, or the one of the track: a draft where those in charge look, since it is the later one. */
function latest(standings: readonly Standing[], who: Who, stage: 0 | 1 | null): Standing[] {
  const seen = standings.filter((each) => each.stage === stage && (each.isPublished || who === 'office'));
  const of = (what: Standing['of']) => {
    const all = seen.filter((each) => each.of === what);
    return all.find(({ isPublished }) => !isPublished) ?? all[0];
  };
  const found = of('ALL') ?? of('TRACK');
  return found ? [found] : [];
}

/** To 2 places, rounded half up, as a decimal is told: without zeros at its end. */
function mean(hundredths: readonly number[]): string {
  const sum = hundredths.reduce((all, each) => all + each, 0);
  const rounded = Math.floor((2 * sum + hundredths.length) / (2 * hundredths.length));
  return String(rounded / 100);
}
