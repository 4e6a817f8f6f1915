import { localId } from '../../graphql/ids.ts';
import {
  count,
  type Derived,
  type DerivedColumn,
  decimal,
  key,
  type Place,
  type Values,
} from '../../platform/derived.ts';
import { visible } from '../../platform/visibility.ts';
import { NOW } from '../../platform/where.ts';
import { OWED } from '../summaries/rules.ts';
import { entriesOf, moversOf, type Of, pastOf, rankedOf, summedUp, vetoesOf } from './parts.ts';
import { LARGEST, MOST_REGIONS, PLACES, sizeOf } from './tallies.ts';

const FIGURES = ['entries', 'active', 'vetoed', 'headcount'] as const;
const MEAN = `round(sum(total) / count(*), ${PLACES})`;

const IS_OWED = `m.status in (${OWED.map((status) => `'${status}'`).join()})`;
/** Which summaries are counted as what. */
const COUNTED: Readonly<Record<string, (of: Of) => string>> = {
  total: () => 'true',
  notDue: () => "m.status = 'NOT_DUE'",
  due: () => IS_OWED,
  overdue: (of) => `${IS_OWED} and ${pastOf(of)}`,
  submitted: () => "m.status = 'SUBMITTED'",
  accepted: () => "m.status = 'ACCEPTED'",
  waived: () => "m.status = 'WAIVED'",
};

function countsOf(of: Of): string {
  const counts = Object.entries(COUNTED).map(
    ([name, where]) => `count(*) filter (where ${where(of)}) as "${name}"`,
  );
  return `select m.region_id as "regionId", ${counts} ${summedUp(of)} group by 1`;
}

/** A column under each of these names. */
function columns(
  names: Iterable<string>,
  textOf: (name: string) => string,
): Readonly<Record<string, DerivedColumn>> {
  return Object.fromEntries([...names].map((name) => [name, count(textOf(name))]));
}

/** How a competition stands, or the stage of it that is asked for. */
export const competitionOfPlay = derivedState({
  needs: ['id'],
  asked: ({ stageId }) => {
    if (stageId == null) return { stageId: null };
    const id = localId('Stage', stageId as string);
    return id === undefined ? undefined : { stageId: id };
  },
  subject: ({ column, asked }) => ({
    competitionId: column('id'),
    stageId: `${asked('stageId') ?? 'null'}::uuid`,
  }),
  isThere: ({ column, asked, call, bind }) => {
    const stageId = asked('stageId');
    return stageId
      ? `exists (select 1 from stage s where s.id = ${stageId}::uuid and s.competition_id = ${column('id')}
          and ${visible('Stage', call, bind, 's')})`
      : 'true';
  },
});

/** How a stage stands. */
export const stageOfPlay = derivedState({
  needs: ['id', 'competitionId'],
  subject: ({ column }) => ({ competitionId: column('competitionId'), stageId: column('id') }),
});

interface State extends Pick<Derived, 'needs' | 'asked'> {
  readonly subject: (place: Place) => Pick<Of, 'competitionId' | 'stageId'>;
  /** A condition without which there is none. */
  readonly isThere?: (place: Place) => string;
}

function derivedState({ needs, asked, subject, isThere = () => 'true' }: State): Derived {
  return {
    needs,
    ...(asked && { asked }),
    columns: {
      asOf: { text: 'p.as_of', type: 'DateTime', sql: 'timestamptz', nullable: false },
      competitionId: key('p.competition_id'),
      stageId: key('p.stage_id'),
      ...columns(FIGURES, (name) => `(select least(coalesce(sum(${name}), 0), ${LARGEST}) from set_up)`),
      averageTotal: decimal(`(select ${MEAN} from ranked)`, true),
      ...columns(Object.keys(COUNTED), (name) => `(select coalesce(sum("${name}"), 0) from summed_up)`),
    },
    parts: (place) => {
      const of = { ...subject(place), call: place.call, bind: place.bind };
      return `set_up as (${entriesOf(of)}), summed_up as (${countsOf(of)}), ranked as (${rankedOf(of)}),
        vetoed as (${vetoesOf(of)})`;
    },
    from: (place) => {
      const { competitionId, stageId } = subject(place);
      return `(select ${competitionId} as competition_id, ${stageId} as stage_id,
        ${place.bind(NOW)}::timestamptz as as_of) p where ${isThere(place)}`;
    },
  };
}

/** Its regions. */
export const regionsOfPlay: Derived = {
  needs: [],
  columns: {
    regionId: key('u."regionId"'),
    ...columns(FIGURES, (name) => `u.${name}`),
    averageTotal: decimal('a.mean', true),
    ...columns(Object.keys(COUNTED), (name) => `coalesce(m."${name}", 0)`),
  },
  from: () => `set_up u left join summed_up m on m."regionId" = u."regionId"
    left join (select region_id, ${MEAN} as mean from ranked group by 1) a on a.region_id = u."regionId"
    order by u.entries desc, (coalesce(u.code, '~') || ' ' || u."regionId") collate "C" limit ${MOST_REGIONS}`,
};

/** Who moved. */
export const moversOfPlay: Derived = {
  needs: [],
  asked: ({ first }): Values => ({ first: sizeOf(first as number | null | undefined) }),
  columns: {
    entryId: key('m."entryId"'),
    rank: count('m.rank'),
    previousRank: count('m."previousRank"'),
    movement: count('m."previousRank" - m.rank'),
  },
  from: ({ asked }) => `(${moversOf('ranked', `${asked('first')}::int`)}) m`,
};

/** Vetoes in force. */
export const vetoesOfPlay: Derived = {
  needs: [],
  columns: {
    vetoId: key('v."vetoId"'),
    entryId: key('v."entryId"'),
    reason: { text: 'v.reason', type: 'VetoReason', sql: '"VetoReason"', nullable: false },
    occurredOn: { text: 'v."occurredOn"', type: 'DateTime', sql: 'date', nullable: false },
    confirmedAt: { text: 'v."confirmedAt"', type: 'DateTime', sql: 'timestamptz', nullable: false },
  },
  from: () => 'vetoed v',
};
