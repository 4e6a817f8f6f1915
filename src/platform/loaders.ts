import DataLoader from 'dataloader';
import type { Call } from './call.ts';

type Loaders = Map<unknown, Map<unknown, DataLoader<unknown, unknown>>>;

const calls = new WeakMap<Call, Loaders>();

/**
 * The loader of one `use` (a relation, a batch function) with one `shape` (arguments, columns): all
 * that is asked of it in one tick goes into one statement. Outside of commands nothing is read twice in a call.
 */
export function loader<Key, Value>(
  call: Call,
  use: unknown,
  shape: unknown,
  batch: (keys: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  const loaders = entry<unknown, Loaders>(calls as never, call, () => new Map());
  const shapes = entry(loaders, use, () => new Map());
  // A command must see what it has just written.
  return entry(
    shapes,
    shape,
    () => new DataLoader(batch as never, { cache: !call.db.isTransaction }),
  ) as never;
}

/** After a command: what was read before it is read again. */
export function forgetLoaded(call: Call): void {
  calls.delete(call);
}

export function entry<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
