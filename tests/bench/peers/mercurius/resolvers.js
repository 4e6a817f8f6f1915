import { rows } from './database.js';
import { fromGlobalId, globalId } from './ids.js';
import { list } from './lists.js';
import { COLUMNS, TABLES, VISIBLE } from './tables.js';

async function node(text) {
  const [type, id] = fromGlobalId(text);
  if (!TABLES[type]) return null;
  const [row] = await rows(
    `select ${COLUMNS[type]} from ${TABLES[type]} where id = $1 and ${VISIBLE[type] ?? 'true'}`,
    [id],
  );
  return row ? { ...row, type_: type } : null;
}

const ids = Object.fromEntries(
  Object.keys(TABLES).map((type) => [type, { id: ({ id }) => globalId(type, id) }]),
);

/** What was counted of a state of play. */
const counted = Object.fromEntries(
  ['entries', 'active', 'vetoed', 'headcount', 'averageTotal', 'byRegion'].map((field) => [
    field,
    async (state) => (await state.counted())[field],
  ]),
);

/** A list of whole rows below a region. */
const below = (type) => (region, args) => list(type, args, region.id);
/** What a connection's loaders need to know. */
const of = ({ id }, { first }) => ({ parent: id, first });

const page = {
  nodes: async (connection) => (await connection.page()).nodes,
  pageInfo: (connection) => connection.page(),
};
const count = { totalCount: (connection) => connection.totalCount() };
const facets = { facets: (connection, args) => connection.facets(args) };

export const resolvers = {
  ...ids,
  Node: { resolveType: ({ type_ }) => type_ ?? 'Region' },
  Query: {
    node: (_, { id }) => node(id),
    region: async (_, { code }) =>
      (await rows(`select ${COLUMNS.Region} from region where code = $1`, [code]))[0] ?? null,
    studios: (_, args) => list('Studio', args),
    competitions: (_, args) => list('Competition', args),
    awardGrants: (_, args) => list('AwardGrant', args),
  },
  Region: {
    ...ids.Region,
    studios: below('Studio'),
    projects: below('Project'),
    competitions: below('Competition'),
    awardGrants: below('AwardGrant'),
  },
  Person: { ...ids.Person, awardGrants: of },
  Studio: { ...ids.Studio, titles: of },
  Competition: { ...ids.Competition, entries: of },
  Project: { ...ids.Project, participants: of, awardGrants: of },
  Standing: { ...ids.Standing, rows: of },
  // Its row has the criterion's columns.
  CriterionScore: { criterion: (row) => row },
  Criterion: { id: ({ id }) => globalId('Criterion', id) },
  // Vetoes are not public, and neither are stage summaries.
  StateOfPlay: { ...counted, vetoes: () => [] },
  RegionStateOfPlay: { region: (row) => row, overdue: () => 0 },
  StateOfPlayMover: { entry: (row) => (row.id ? row : null) },
  StudioConnection: { ...page, ...count, ...facets },
  CompetitionConnection: { ...page, ...count },
  ProjectConnection: { ...count, ...facets },
  AwardGrantConnection: { pageInfo: page.pageInfo },
};
