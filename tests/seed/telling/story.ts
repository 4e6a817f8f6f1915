// Who may see what is declared with the types.
import '../../../src/schema.ts';
import type { Places } from '../../../prisma/seed/demo/places.ts';
import { PROGRAM } from '../../../src/platform/actor.ts';
import { writeChanges } from '../../../src/platform/changes.ts';
import type { Connection } from '../../../src/platform/database.ts';
import { apply } from './applying.ts';
import { meet } from './meeting.ts';
import { notice } from './noticing.ts';
import { allege, publish, veto } from './ranking.ts';
import { prepareScoring, ROUNDS, score } from './scoring.ts';
import { FIRST, SECOND, sumUp } from './summing.ts';
import { telling } from './telling.ts';

/**
 * A competition of the demonstration year as people go through it, by the commands that they would use, up to the
 * middle of the year, and the end of its last edition.
 */
export async function tell(db: Connection, places: Places): Promise<void> {
  const story = await telling(db, places);
  const entries = await apply(story);
  const ranked = entries.filter(({ entry }) => entry.organizationId !== null);
  const scheme = await prepareScoring(story, ranked);
  story.on('2026-04-01');
  await story.tick();
  await sumUp(story, entries, FIRST);
  await score(story, ranked, scheme, ROUNDS[0]!);
  await publish(story, 0, '2026-04-24');
  await veto(story, entries);
  story.on('2026-06-01');
  await story.tick();
  await sumUp(story, entries, SECOND);
  await score(story, ranked, scheme, ROUNDS[1]!);
  await publish(story, 1, '2026-06-24');
  await allege(story, entries);
  await notice(story);
  await meet(story, entries);
  await writeChanges({ db, actor: PROGRAM, now: () => new Date() });
}
