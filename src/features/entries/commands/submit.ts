import type { Call } from '../../../platform/call.ts';
import { latest } from '../../../platform/days.ts';
import { IncompleteError } from '../../../platform/refusals.ts';
import { usualRoute } from '../../competitions/rules.ts';
import { levelsOver } from '../reads.ts';
import { stepsOf } from '../rules.ts';
import { checkOpen } from './checkOpen.ts';
import { type Entry, type Step, step } from './step.ts';

/** What an entry must say before it is applied for. */
const NEEDED = ['plan', 'leadingGroup', 'headcount'] as const satisfies (keyof Entry)[];

/** Applies: from here on the entry goes along the route as it is now. */
export function submitEntry(call: Call, input: Step) {
  return step(call, 'SUBMIT', input, async (tx, before) => {
    const { competitionId, trackId, regionId, submittedAt } = before;
    const { tracks, ...competition } = await tx.db.prisma.competition.findUniqueOrThrow({
      where: { id: competitionId },
      include: { tracks: true },
    });
    checkOpen(tx, competition, ['id']);
    const missing: string[] = NEEDED.filter((name) => before[name] === null);
    if (tracks.length > 0 && !trackId) missing.push('track');
    if (missing.length > 0) throw new IncompleteError(missing);
    const own = tracks.find(({ id }) => id === trackId)?.route ?? [];
    const [route = usualRoute(competition.level)] = [own, competition.route].filter(
      ({ length }) => length > 0,
    );
    return {
      route: stepsOf(route, await levelsOver(tx, regionId)),
      step: 0,
      submittedAt: latest(tx.now(), submittedAt),
    };
  });
}
