import type { Bind } from '../../platform/where.ts';

/** Text of a statement, and places whose text is made anew for the variables of each request. */
export type Sql = string | Late | readonly Sql[];
export type Late = (run: Run) => Sql;

/** What a statement is made for. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Keeps a value and gives its placeholder. */
  readonly bind: Bind;
  /** The placeholder of a value that is the same for all requests. */
  readonly fixed: (index: number) => string;
}

export function sql(strings: TemplateStringsArray, ...parts: Sql[]): Sql {
  return strings.flatMap((text, i) => (i < parts.length ? [text, parts[i]!] : [text]));
}

/** Stands in text around the number of a value that is the same for all requests. */
const MARK = '\0';

/** Values that are the same for all requests. Which of them a statement needs shows when it is made. */
export class FixedValues {
  readonly values: unknown[] = [];
  readonly bind: Bind = (value) => `${MARK}${this.values.push(value) - 1}${MARK}`;
}

const LITERAL = /^'(?:[^']|'')*'$/;

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One text after another, as an expression; neighboring literals become one. */
export function concatenated(parts: readonly Sql[]): Sql {
  const merged: Sql[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string' && LITERAL.test(part) && LITERAL.test(last)) {
      merged[merged.length - 1] = `${last.slice(0, -1)}${part.slice(1)}`;
    } else merged.push(part);
  }
  return merged.flatMap((part, i) => (i === 0 ? [part] : [' || ', part]));
}

/** The same with as few parts as possible. */
export function settled(part: Sql): Sql {
  const parts: Sql[] = [];
  add(part);
  return parts.length === 1 ? parts[0]! : parts;

  function add(part: Sql): void {
    if (typeof part === 'object') for (const each of part) add(each);
    else if (typeof part === 'string' && typeof parts.at(-1) === 'string')
      parts.push(`${parts.pop()}${part}`);
    else parts.push(part);
  }
}

/** The text of the statement for this run. */
export function rendered(part: Sql, run: Run): string {
  if (typeof part === 'function') return rendered(part(run), run);
  if (typeof part === 'object') return part.map((each) => rendered(each, run)).join('');
  if (!part.includes(MARK)) return part;
  return part
    .split(MARK)
    .map((text, i) => (i % 2 === 1 ? run.fixed(Number(text)) : text))
    .join('');
}
