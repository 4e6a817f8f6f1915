import { columnOf, type FieldName, fieldOf, type ModelName } from './models.ts';
import { type Knowledge, literal, type Term } from './where.ts';

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

/**
 * Rows that have `text` in one of the fields, upper and lower case of a to z alike. The grams find them through
 * the index, LIKE decides. A text that is surely common is looked for row by row: enough of them turn up in any
 * order, and PostgreSQL expects so of a position, but not of LIKE.
 */
export function having<M extends ModelName>(model: M, fields: readonly FieldName<M>[], text: string): Term {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const grams = gramsOf(lower);
  const isBroad = (knowledge: Knowledge) => shareAtLeast(model, grams, knowledge) >= knowledge.common;
  const term: Term = (bind, table, knowledge) => {
    const expression = searched(model, fields, table);
    if (knowledge && isBroad(knowledge)) return `strpos(${expression}, ${bind(lower)}) > 0`;
    return `(grams(${expression}) @> ${bind(grams)}::text[]
      and ${expression} like ${bind(`%${literal(lower)}%`)})`;
  };
  return Object.assign(term, { isBroad });
}

/** The share of the rows that must have all the grams, whatever goes together. */
function shareAtLeast(model: ModelName, grams: readonly string[], knowledge: Knowledge): number {
  return grams.reduce((share, gram) => share - (1 - knowledge.shareOf(model, gram)), 1);
}

/** The pairs of neighboring characters, or the one character. */
function gramsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
