import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';

/** What a later feature does in the same transaction with what a notice shows. */
interface Follower {
  /** As the notice is opened; may refuse it. */
  readonly opened: (tx: Call, notice: Row<'PublicNotice'>, as: HeldRole) => Promise<unknown>;
  /** As an objection about a candidate is found to be right. */
  readonly upheld: (tx: Call, objection: Row<'Objection'>, as: HeldRole) => Promise<unknown>;
}
const followers: Follower[] = [];

/** From here on this follows all notices. */
export function followNotices(follower: Follower): void {
  followers.push(follower);
}

export async function opened(tx: Call, notice: Row<'PublicNotice'>, as: HeldRole): Promise<void> {
  for (const follower of followers) await follower.opened(tx, notice, as);
}

export async function upheld(tx: Call, objection: Row<'Objection'>, as: HeldRole): Promise<void> {
  for (const follower of followers) await follower.upheld(tx, objection, as);
}
