import type { Bind } from '../../platform/where.ts';

/** Text of a statement, places whose text is made anew for the variables of each request, and values. */
export type Sql = string | Late | Fixed | readonly Sql[];
export type Late = (run: Run) => Sql;

/** The number of a value that is the same for all requests. */
type Fixed = number;

/** What a statement is made for. */
export interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  /** What each of the statement's shaped parts was asked for. */
  readonly asked: readonly unknown[];
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

/** Stands for a value that each request gives anew, in a text that is kept. */
export class Given {
  constructor(readonly get: (asked: readonly unknown[]) => unknown) {}
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
    else if (typeof part !== 'string') parts.push(part);
    else for (const [i, text] of part.split(MARK).entries()) addText(i % 2 === 1 ? Number(text) : text);
  }

  function addText(text: string | Fixed): void {
    const last = parts.at(-1);
    if (typeof text === 'string' && typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
  }
}

/** The text of the statement for this run. */
export function rendered(part: Sql, run: Run): string {
  switch (typeof part) {
    case 'string':
      return part.includes(MARK) ? rendered(settled(part), run) : part;
    case 'number':
      return run.fixed(part);
    case 'function':
      return rendered(part(run), run);
    default: {
      let text = '';
      for (const each of part) text += rendered(each, run);
      return text;
    }
  }
}
