import { addPgTableCondition } from 'postgraphile/utils';

const STUDIO = { schemaName: 'public', tableName: 'studio' };

/** In the region with this code or below. */
const inRegion = addPgTableCondition(STUDIO, 'inRegion', (build) => {
  const { sqlValueWithCodec, TYPES } = build.dataplanPg;
  return {
    type: build.graphql.GraphQLString,
    apply(condition, code) {
      condition.where(
        (sql) => sql`${condition.alias}.region_id = any(array(
          select h.descendant_id from region_ancestry h where h.ancestor_id = (
            select r.id from region r where r.code = ${sqlValueWithCodec(code, TYPES.text)})))`,
      );
    },
  };
});

/** With this text in it; the index is on the same expression. */
const hasText = addPgTableCondition(STUDIO, 'hasText', (build) => {
  const { sqlValueWithCodec, listOfCodec, TYPES } = build.dataplanPg;
  return {
    type: build.graphql.GraphQLString,
    apply(condition, text) {
      const lower = text.toLowerCase();
      const pattern = `%${lower.replace(/[\\%_]/g, '\\$&')}%`;
      condition.where((sql) => {
        const row = condition.alias;
        const searched = sql`lower(${row}.name || ' ' || coalesce(${row}.name_en, '') || ' ' || coalesce(${row}.field, ''))`;
        return sql`grams(${searched}) @> ${sqlValueWithCodec(gramsOf(lower), listOfCodec(TYPES.text))}
          and ${searched} like ${sqlValueWithCodec(pattern, TYPES.text)}`;
      });
    },
  };
});

export const conditionPlugins = [inRegion, hasText];

/** Pairs of neighboring characters, or the one character, as the database's grams() makes them. */
function gramsOf(text) {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
