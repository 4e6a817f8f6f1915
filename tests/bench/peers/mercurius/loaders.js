import { rows } from './database.js';
import { sizeOf } from './ids.js';
import { breakdowns } from './scores.js';
import { movers, statesOfPlay } from './stateOfPlay.js';
import { COLUMNS, TABLES, VISIBLE } from './tables.js';

/** What a key leads to, for all keys of a request by one statement. */
const one = (type, key) => async (queries) => {
  const keys = [...new Set(queries.flatMap(({ obj }) => obj[key] ?? []))];
  if (keys.length === 0) return queries.map(() => null);
  const found = await rows(
    `select ${COLUMNS[type]} from ${TABLES[type]} where id = any($1::uuid[]) and ${VISIBLE[type] ?? 'true'}`,
    [keys],
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  return queries.map(({ obj }) => byId.get(obj[key]) ?? null);
};

/** The first rows of each parent, by one statement; `parent` is the column with the parent's id. */
const pages = (type, parent, order, where = VISIBLE[type] ?? 'true') => async (queries) => {
  const size = sizeOf(queries[0].obj.first);
  const found = await rows(
    `select k.n, r.* from unnest($1::uuid[]) with ordinality k (id, n)
      cross join lateral (select ${COLUMNS[type]} from ${TABLES[type]}
        where ${parent} = k.id and ${where} order by ${order} limit ${size}) r`,
    [queries.map(({ obj }) => obj.parent)],
  );
  const lists = queries.map(() => []);
  for (const row of found) lists[row.n - 1].push(row);
  return lists;
};

/** How many rows each parent has, by one statement. */
const counts = (type, parent, where = VISIBLE[type] ?? 'true') => async (queries) => {
  const found = await rows(
    `select ${parent} as parent, count(*)::int as count from ${TABLES[type]}
      where ${parent} = any($1::uuid[]) and ${where} group by 1`,
    [queries.map(({ obj }) => obj.parent)],
  );
  const byParent = new Map(found.map(({ parent, count }) => [parent, count]));
  return queries.map(({ obj }) => byParent.get(obj.parent) ?? 0);
};

const IN_FORCE = `status = 'EFFECTIVE'`;
const grantsOfPeople = pages('AwardGrant', 'person_id', 'granted_on desc, id desc', IN_FORCE);

export const loaders = {
  Region: { parent: one('Region', 'parentId') },
  Organization: { region: one('Region', 'regionId') },
  Studio: { region: one('Region', 'regionId'), lead: one('Person', 'leadId') },
  StudioTitleConnection: { nodes: pages('StudioTitle', 'studio_id', 'level, id') },
  Competition: { stateOfPlay: statesOfPlay },
  StateOfPlay: { movers },
  Entry: { project: one('Project', 'projectId') },
  EntryConnection: {
    nodes: pages('Entry', 'competition_id', 'entry_no, id'),
    totalCount: counts('Entry', 'competition_id'),
  },
  Project: { region: one('Region', 'regionId'), owner: one('Organization', 'ownerId') },
  ProjectParticipantConnection: { nodes: pages('ProjectParticipant', 'project_id', 'role, id') },
  ProjectParticipant: { organization: one('Organization', 'organizationId') },
  AwardGrant: {
    awardType: one('AwardType', 'awardTypeId'),
    person: one('Person', 'personId'),
    organization: one('Organization', 'organizationId'),
    project: one('Project', 'projectId'),
    studio: one('Studio', 'studioId'),
    result: one('InnovationResult', 'resultId'),
  },
  AwardGrantConnection: {
    // A list from the root or of a region has its page already; those of people are read together.
    nodes: (queries) =>
      queries[0].obj.page
        ? Promise.all(queries.map(async ({ obj }) => (await obj.page()).nodes))
        : grantsOfPeople(queries),
    totalCount: counts('AwardGrant', 'project_id', IN_FORCE),
  },
  Standing: { competition: one('Competition', 'competitionId') },
  StandingRowConnection: {
    // Who sees a standing sees its rows.
    nodes: pages('StandingRow', 'standing_id', 'ordinal, id', 'true'),
    totalCount: counts('StandingRow', 'standing_id', 'true'),
  },
  StandingRow: {
    entry: one('Entry', 'entryId'),
    region: one('Region', 'regionId'),
    breakdown: breakdowns,
  },
  FacetGroup: { node: one('Region', 'regionId') },
};
