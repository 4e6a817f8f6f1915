import { bodyOf, type Contestant } from './contestant.ts';
import type { Data, Question, Subject } from './workload/question.ts';

/** Where a contestant answers. */
export interface Asked {
  readonly contestant: Contestant;
  readonly url: string;
}

/** What a contestant answers, in the words and the order of our schema. */
export async function ask({ contestant, url }: Asked, question: Question, subject: Subject): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(bodyOf(contestant, question, subject)),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown };
  if (!data || errors) {
    throw new Error(`${contestant.name} answers ${question.name} with ${response.status}: ${text}`);
  }
  return normal(contestant.translated?.(question, data) ?? data) as Data;
}

const CURSORS = new Set(['cursor', 'startCursor', 'endCursor']);

/** Without what each may do in its own way: the text of cursors, and the order of a facet's groups. */
function normal(value: unknown, name = ''): unknown {
  if (CURSORS.has(name)) return value == null ? null : 'a cursor';
  if (Array.isArray(value)) {
    const items = value.map((each) => normal(each));
    return items.every(isGroup) ? items.sort((a, b) => order(a.value, b.value)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normal(each, name)]));
}

interface Group {
  readonly value: unknown;
  readonly count: number;
}

function isGroup(item: unknown): item is Group {
  return typeof item === 'object' && item !== null && 'value' in item && 'count' in item;
}

function order(a: unknown, b: unknown): number {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Where two answers differ first, in words; undefined where they agree. */
export function difference(one: unknown, other: unknown, path = 'data'): string | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? undefined : `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  }
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(one[name as never], other[name as never], `${path}.${name}`);
    if (found) return found;
  }
  return undefined;
}
