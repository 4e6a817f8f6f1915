import { type ModelName, models } from './models.ts';

type Words = Readonly<Record<string, unknown>>;
/** What is left of a part of a condition, or whether the part holds of every row, or of none. */
type Left<Value = unknown> = boolean | { readonly left: Value };

/**
 * The condition without what holds of every row or of none: that something is in an empty list PostgreSQL can't see, which
 * plans before it has the values. A boolean where nothing else is left.
 */
export function simplified(model: ModelName, where: Words): Words | boolean {
  const parts = Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, part: partOf(model, name, value) }));
  if (parts.some(({ part }) => part === false)) return false;
  const left = parts.flatMap(({ name, part }) => (typeof part === 'boolean' ? [] : [[name, part.left]]));
  return left.length > 0 ? Object.fromEntries(left) : true;
}

function partOf(model: ModelName, name: string, value: unknown): Left {
  const relation = models[model].relations[name];
  if (relation) return related(relation.model, value as Words | null);
  if (name === 'AND') return joined(model, value, true);
  if (name === 'OR') return joined(model, value, false);
  if (name !== 'NOT') return isNone(value) ? false : { left: value };
  // That it holds of none of them is that it does not hold of any.
  const any = joined(model, value, false);
  return typeof any === 'boolean' ? !any : any;
}

/** Several conditions, of which `neutral` says nothing and the opposite decides all. */
function joined(model: ModelName, value: unknown, neutral: boolean): Left {
  const all = [value].flat().map((where) => simplified(model, where as Words));
  if (all.includes(!neutral)) return !neutral;
  const left = all.filter((each) => each !== neutral);
  return left.length > 0 ? { left } : neutral;
}

/** A row that there must be; whatever else is said of a relation stays as it is. */
function related(model: ModelName, value: Words | null): Left {
  if (value === null || ['is', 'isNot', 'none', 'every'].some((word) => word in value))
    return { left: value };
  const inner = simplified(model, (value.some ?? value) as Words);
  return inner !== false && { left: { some: inner === true ? {} : inner } };
}

function isNone(value: unknown): boolean {
  const list = (value as { in?: unknown } | null)?.in;
  return Array.isArray(list) && list.length === 0;
}
