import { plannedRows, rows } from './database.js';
import { encodeCursor, fromCursor, globalId, sizeOf } from './ids.js';
import { COLUMNS, TABLES, VISIBLE } from './tables.js';

/** The order of each list: columns in SQL, a comparison with a cursor's value and id, and the field that a cursor names. */
const ORDERS = {
  Studio: { by: 'name, id', after: (n) => `(name, id) > ($${n}, $${n + 1}::uuid)`, field: 'name', direction: 'asc' },
  Competition: {
    by: 'year desc, id desc',
    after: (n) => `(year, id) < ($${n}::int, $${n + 1}::uuid)`,
    field: 'year',
    direction: 'desc',
  },
  AwardGrant: {
    by: 'granted_on desc, id desc',
    after: (n) => `(granted_on, id) < ($${n}::date, $${n + 1}::uuid)`,
    field: 'grantedOn',
    direction: 'desc',
  },
};

/** Conditions with their values: `where('name = ?', name)`. */
function conditions(type) {
  const texts = [VISIBLE[type] ?? 'true'];
  const values = [];
  return {
    values,
    where(text, ...given) {
      let at = values.length;
      texts.push(text.replace(/\?/g, () => `$${++at}`));
      values.push(...given);
    },
    text: () => texts.join(' and '),
  };
}

const BELOW = `region_id = any(array(select descendant_id from region_ancestry where ancestor_id = ?::uuid))`;
const BELOW_CODE = `region_id = any(array(select h.descendant_id from region_ancestry h
  where h.ancestor_id = (select r.id from region r where r.code = ?)))`;
const TEXT = `lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(field, ''))`;

/** A list of studios, competitions or awards; its page, its total and its facets are read when they are asked for. */
export function list(type, { first, after, filter = {} }, region) {
  const found = conditions(type);
  if (type === 'AwardGrant') found.where(`status = 'EFFECTIVE'`);
  if (region) found.where(BELOW, region);
  if (filter.kind) found.where('kind = any(?::"CompetitionKind"[])', filter.kind);
  if (filter.level) found.where('level = any(?::"AdminLevel"[])', filter.level);
  if (filter.regionCode) found.where(filter.includeDescendants ? BELOW_CODE : 'region_id = (select id from region where code = ?)', filter.regionCode);
  if (filter.text) {
    const text = filter.text.toLowerCase();
    found.where(`grams(${TEXT}) @> ?::text[] and ${TEXT} like ?`, gramsOf(text), `%${text.replace(/[\\%_]/g, '\\$&')}%`);
  }
  let page;
  return {
    page: () => (page ??= readPage(type, found, first, after, filter.text ? plannedRows : rows)),
    totalCount: async () =>
      (await rows(`select count(*)::int as count from ${TABLES[type]} where ${found.text()}`, found.values))[0].count,
    facets: ({ by }) => groups(type, found, by),
  };
}

async function readPage(type, found, first, after, read) {
  const { by, after: beyond, field, direction } = ORDERS[type];
  const size = sizeOf(first);
  const cursor = after ? fromCursor(after) : [];
  const place = after ? ` and ${beyond(found.values.length + 1)}` : '';
  const nodes = await read(
    `select ${COLUMNS[type]} from ${TABLES[type]} where ${found.text()}${place} order by ${by} limit ${size + 1}`,
    [...found.values, ...cursor],
  );
  const hasNextPage = nodes.length > size;
  if (hasNextPage) nodes.pop();
  const last = nodes.at(-1);
  const value = type === 'AwardGrant' && last ? `${last.grantedOn}T00:00:00.000Z` : last?.[field];
  return { nodes, hasNextPage, endCursor: last ? encodeCursor(field, direction, value, last.id) : null };
}

/** Rows counted by a column; counties are found once for each region that rows are of. */
async function groups(type, found, by) {
  if (by !== 'COUNTY') {
    return rows(
      `select ${by.toLowerCase()} as value, count(*)::int as count from ${TABLES[type]}
        where ${found.text()} group by 1 order by 2 desc, 1::text`,
      found.values,
    );
  }
  const counted = await rows(
    `select (select r.id from region_ancestry h join region r on r.id = h.ancestor_id
        where h.descendant_id = g.region_id and r.level in ('COUNTY', 'FUNCTIONAL_ZONE')
        order by r.valid_to is not null, r.code, r.id limit 1) as "regionId", sum(g.count)::int as count
      from (select region_id, count(*) as count from ${TABLES[type]} where ${found.text()} group by 1) g
      group by 1 order by 2 desc, 1::text`,
    found.values,
  );
  return counted.map((group) => ({ ...group, value: group.regionId && globalId('Region', group.regionId) }));
}

function gramsOf(text) {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
