import { connection } from 'postgraphile/grafast';
import { extendSchema } from 'postgraphile/utils';

/** Lists of what lies in a region or below it, by the name of their table. */
const LISTS = {
  studio: ['allStudios', 'StudioConnection'],
  project: ['allProjects', 'ProjectConnection'],
  competition: ['allCompetitions', 'CompetitionConnection'],
  award_grant: ['allAwardGrants', 'AwardGrantConnection'],
};

/** Adds these lists to Region, with all arguments that lists have. */
export const RegionPlugin = extendSchema((build) => {
  const { TYPES } = build.dataplanPg;

  function below(resource) {
    return ($region) => {
      const $rows = resource.find();
      const id = $rows.placeholder($region.get('id'), TYPES.uuid);
      $rows.where(
        (sql) => sql`${$rows.alias}.region_id = any(array(
          select h.descendant_id from region_ancestry h where h.ancestor_id = ${id}))`,
      );
      return connection($rows);
    };
  }

  const fields = Object.entries(LISTS).map(([table, [field, type]]) => {
    const resource = build.pgResources[table];
    const scope = { isPgFieldConnection: true, pgFieldResource: resource };
    return { field, type, plan: { scope, plan: below(resource) } };
  });
  return {
    typeDefs: `extend type Region {
      ${fields.map(({ field, type }) => `${field}: ${type}!`).join('\n')}
    }`,
    objects: { Region: { plans: Object.fromEntries(fields.map(({ field, plan }) => [field, plan])) } },
  };
});
