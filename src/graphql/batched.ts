import type { Call } from '../platform/call.ts';
import { loader } from '../platform/loaders.ts';

/** A resolver over a batch function of a feature's reads.ts: values in key order, for all parents at once. */
export function batched<Value>(batch: (ids: readonly string[], call: Call) => Promise<Value[]>) {
  return (parent: { id: string }, _args: unknown, call: Call): Promise<Value> =>
    loader(call, batch, '', (ids: readonly string[]) => batch(ids, call)).load(parent.id);
}
