import type { Call } from '../../../platform/call.ts';
import { demonstrationOf } from '../../../platform/demonstration.ts';
import { holdRow } from '../../../platform/holding.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError, StateError } from '../../../platform/refusals.ts';
import { today } from '../../../platform/terms.ts';
import { REQUIRED_TEXT, textOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { actionsFrom } from '../../../platform/workflow.ts';
import { seen } from '../../../platform/writes.ts';
import { organizationInForce } from '../../organizations/reads.ts';
import { committeeRegion } from '../reads.ts';
import { MEETING } from '../rules.ts';
import { checkOffice } from './ready.ts';

export interface NewItem {
  readonly meetingId: string;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: Date;
  readonly competitionId?: string | null | undefined;
  /** One of the competition; it names the competition too. */
  readonly entryId?: string | null | undefined;
}

/** Hands something to an organization to do, as a meeting that is being held settled. */
export function addItem(call: Call, input: NewItem): Promise<Row<'ActionItem'>> {
  const { meetingId, ownerId, dueOn, entryId = null } = input;
  return inTransaction(call, async (tx) => {
    await holdRow(tx, 'CommitteeMeeting', meetingId, 'IN_TURN');
    const meeting = await seen(tx, 'CommitteeMeeting', meetingId, ['meeting']);
    const regionId = await committeeRegion(tx, meeting.committeeId);
    const as = checkOffice(tx, regionId, ['meeting']);
    if (meeting.status !== 'HELD') {
      const possible = actionsFrom(MEETING, meeting.status);
      throw new StateError(meeting.status, 'ADD', possible, ['meeting']);
    }
    const owner = await organizationInForce(tx, ownerId, ['owner']);
    const entry = entryId ? await seen(tx, 'Entry', entryId, ['entry']) : null;
    const competitionId = input.competitionId ?? entry?.competitionId ?? null;
    const competition = competitionId ? await seen(tx, 'Competition', competitionId, ['competition']) : null;
    if (entry && entry.competitionId !== competitionId) {
      throw new InvalidError('It is an entry of another competition.', '该立项不属于所选竞赛。', ['entry']);
    }
    const text = textOf(input.text, REQUIRED_TEXT, ['text']);
    if (dueOn < today(tx)) {
      throw new InvalidError('This day is over.', '办理期限不得早于今天。', ['dueOn']);
    }
    const isDemo = demonstrationOf({ owner, competition, entry }, meeting.isDemo);
    return make(tx, {
      type: 'ActionItem',
      action: 'actionItemAdd',
      as,
      data: { meetingId, text, ownerId, dueOn, competitionId, entryId, isDemo },
      step: { action: 'ADD', to: 'OPEN' },
      place: () => ({ regionId, organizationId: ownerId }),
    });
  });
}
