import type { RecipientKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';

/** @throws {NotFoundError | InvalidError} unless the track is one of the competition, and for what takes part */
export async function checkTrack(
  tx: Call,
  trackId: string,
  competitionId: string,
  kind: RecipientKind,
): Promise<void> {
  const track = await seen(tx, 'Track', trackId, ['track']);
  if (track.competitionId !== competitionId) {
    throw new InvalidError('The track is one of another competition.', '该赛道不属于本竞赛。', ['track']);
  }
  if (track.recipientKind !== kind) {
    throw new InvalidError(
      `The track is for ${track.recipientKind}, not for ${kind}.`,
      `该赛道的对象类别为 ${track.recipientKind},不能以 ${kind} 参赛。`,
      ['track'],
    );
  }
}
