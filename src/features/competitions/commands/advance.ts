import type { Call } from '../../../platform/call.ts';
import { type Step, step } from './step.ts';

/** Ends the work of a competition and begins its assessment. */
export function beginScoring(call: Call, input: Step) {
  return step(call, 'BEGIN_SCORING', input, (_tx, _managed, scoringAt) => ({ scoringAt }));
}

/** Ends the assessment: what was scored stays as it is, and units see their own alone. */
export function freezeCompetition(call: Call, input: Step) {
  return step(call, 'FREEZE', input, (_tx, _managed, frozenAt) => ({ frozenAt }));
}

/** Opens the public notice of the outcome. */
export function openNotice(call: Call, input: Step) {
  return step(call, 'OPEN_NOTICE', input, (_tx, _managed, noticeOpenedAt) => ({ noticeOpenedAt }));
}

/** Puts what is concluded away. */
export function archiveCompetition(call: Call, input: Step) {
  return step(call, 'ARCHIVE', input, (_tx, _managed, archivedAt) => ({ archivedAt }));
}
