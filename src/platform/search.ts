import { PLANNED_ANEW } from './driver.ts';
import { columnOf, type FieldName, fieldOf, type ModelName } from './models.ts';
import { literal, type Term } from './where.ts';

/**
 * The text of a row that a search looks through, as an SQL expression. An index on grams() of the very
 * same expression must exist: PostgreSQL's trigrams can't serve two Chinese characters.
 */
export function searched<M extends ModelName>(
  model: M,
  fields: readonly FieldName<M>[],
  table?: string,
): string {
  const parts = fields.map((name) => {
    const { column, nullable } = fieldOf(model, name);
    const text = table ? columnOf(model, name, table) : column;
    return nullable ? `coalesce(${text}, '')` : text;
  });
  return `lower(${parts.join(" || ' ' || ")})`;
}

/** Rows that have `text` in one of the fields, upper and lower case of a to z alike. The grams find, LIKE decides. */
export function having<M extends ModelName>(model: M, fields: readonly FieldName<M>[], text: string): Term {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return (bind, table) => {
    const expression = searched(model, fields, table);
    return `(${PLANNED_ANEW} grams(${expression}) @> ${bind(gramsOf(lower))}::text[]
      and ${expression} like ${bind(`%${literal(lower)}%`)})`;
  };
}

/** The pairs of neighboring characters, or the one character. */
function gramsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
