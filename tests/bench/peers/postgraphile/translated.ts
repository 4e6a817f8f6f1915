import { globalId } from '../../workload/ids.ts';
import type { Data } from '../../workload/question.ts';

const DECIMALS = new Set(['siteArea', 'annualFunding', 'plannedInvestment']);

/** An answer of PostGraphile in our words: ids, decimals, instants, and the groups of facets. */
export function translated(data: Data): Data {
  const { byCounty, ...region } = (data.region ?? {}) as Data;
  if (!byCounty) return value(data) as Data;
  const groups = (byCounty as { nodes: County[] }).nodes.map(({ count, region }) => ({
    value: region?.id ?? null,
    count,
    node: region,
  }));
  const studios = { ...(region.studios as Data), byCounty: groups };
  return value({ region: { ...region, studios } }) as Data;
}

interface County {
  readonly count: number;
  readonly region: { readonly id: string } | null;
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
