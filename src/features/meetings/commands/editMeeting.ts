import type { MeetingKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { LONG_TEXT, NAME, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act } from '../../../platform/writes.ts';
import { meetingStep, readyMeeting, type Selected } from './ready.ts';

/** What is not given stays as it is. */
export interface MeetingEdit extends Omit<Selected, 'opinion'> {
  readonly title?: string | null | undefined;
  readonly kind?: MeetingKind | null | undefined;
  readonly heldAt?: Date | null | undefined;
  readonly agenda?: string | null | undefined;
  readonly minutes?: string | null | undefined;
}

/** Changes what is kept of a meeting, until its minutes are final. */
export function editMeeting(call: Call, input: MeetingEdit): Promise<Row<'CommitteeMeeting'>> {
  const { title, agenda, minutes } = input;
  return inTransaction(call, async (tx) => {
    const ready = await readyMeeting(tx, 'EDIT', input);
    const { status } = ready.before;
    if (minutes != null && status === 'PLANNED') {
      throw new InvalidError('There are no minutes before it is held.', '会议召开前没有纪要。', ['minutes']);
    }
    if (input.heldAt && status === 'HELD') {
      throw new InvalidError('When it was held is settled.', '会议已召开,时间不能再改。', ['heldAt']);
    }
    const texts = textsOf({ agenda, minutes }, { agenda: LONG_TEXT, minutes: LONG_TEXT });
    const data = {
      ...texts,
      ...(title !== undefined && textsOf({ title }, { title: NAME })),
      ...(input.kind && { kind: input.kind }),
      ...(input.heldAt && { heldAt: input.heldAt }),
    };
    return act(tx, { ...meetingStep(ready, 'EDIT'), data, to: status });
  });
}
