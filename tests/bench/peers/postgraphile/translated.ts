import { globalId } from '../../workload/ids.ts';
import type { Data, Question } from '../../workload/question.ts';
import { RESHAPED } from './reshaped.ts';

const DECIMALS = new Set([
  'siteArea',
  'annualFunding',
  'plannedInvestment',
  'total',
  'toNext',
  'weight',
  'self',
  'assessed',
  'confirmed',
  'maxPoints',
  'averageTotal',
]);

/** An answer of PostGraphile in our words: how its lists hang together, ids, decimals and instants. */
export function translated({ name }: Question, data: Data): Data {
  return value(RESHAPED[name]?.(data) ?? data) as Data;
}

function value(it: unknown, name = ''): unknown {
  if (typeof it === 'string') return text(it, name);
  if (Array.isArray(it)) return it.map((item) => value(item));
  if (typeof it !== 'object' || it === null) return it;
  if ('keys' in it) return group(it as Group);
  const isCounty = 'value' in it;
  return Object.fromEntries(
    Object.entries(it).map(([key, each]) => [key, value(each, isCounty && key === 'value' ? 'id' : key)]),
  );
}

function text(it: string, name: string): string {
  if (name === 'id') {
    const [type, id] = JSON.parse(Buffer.from(it, 'base64').toString());
    return globalId(type, id);
  }
  if (name.endsWith('At')) return new Date(it).toISOString();
  return DECIMALS.has(name) && it.includes('.') ? it.replace(/\.?0+$/, '') : it;
}

interface Group {
  readonly keys: readonly unknown[];
  readonly count: { readonly rowId: number };
}

function group({ keys: [value], count }: Group): object {
  return { value, count: count.rowId };
}
