import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { IncompleteError } from '../../../platform/refusals.ts';

/** What a later feature still misses before a competition can be concluded: names of it, or nothing. */
type Check = (tx: Call, competition: Row<'Competition'>) => Promise<readonly string[]>;
const checks: Check[] = [];

/** From here on no competition is concluded that this misses something of. */
export function whenConcluding(check: Check): void {
  checks.push(check);
}

/** That the competition can be concluded. @throws {IncompleteError} */
export async function concludable(tx: Call, competition: Row<'Competition'>): Promise<void> {
  const missing: string[] = [];
  for (const check of checks) missing.push(...(await check(tx, competition)));
  if (missing.length > 0) throw new IncompleteError(missing);
}
