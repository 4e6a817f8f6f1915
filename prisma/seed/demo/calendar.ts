import { morning, plus } from './days.ts';
import type { NewRow } from './insert.ts';

type Competition = NewRow<'Competition'>;
export type Status = NonNullable<Competition['status']>;

/** The states through which a competition goes. */
const STATES: readonly Status[] = [
  ...(['DRAFT', 'PUBLISHED', 'APPLYING', 'RUNNING', 'SCORING', 'FROZEN'] as const),
  ...(['NOTICE', 'CONCLUDED', 'ARCHIVED'] as const),
];

/** The instants of a competition that was published on a day, and has come to a status since. */
export function course(status: Status, publishedOn: string, daysRunning: number) {
  const isHalted = status === 'SUSPENDED' || status === 'CANCELLED';
  const reached = STATES.indexOf(isHalted ? 'RUNNING' : status);
  const on = (state: Status, days: number) =>
    STATES.indexOf(state) <= reached ? morning(plus(publishedOn, days)) : null;
  const haltedAt = morning(plus(publishedOn, 60));
  return {
    publishedAt: on('PUBLISHED', 0),
    applicationsOpenedAt: on('APPLYING', 5),
    applicationsCloseAt: on('APPLYING', 38),
    startedAt: on('RUNNING', 40),
    scoringAt: on('SCORING', 40 + daysRunning),
    frozenAt: on('FROZEN', 54 + daysRunning),
    noticeOpenedAt: on('NOTICE', 61 + daysRunning),
    concludedAt: on('CONCLUDED', 75 + daysRunning),
    archivedAt: on('ARCHIVED', 90 + daysRunning),
    suspendedFrom: status === 'SUSPENDED' ? 'RUNNING' : null,
    suspendedAt: status === 'SUSPENDED' ? haltedAt : null,
    cancelledAt: status === 'CANCELLED' ? haltedAt : null,
    reason: isHalted ? '示例：承办单位调整，另行通知' : null,
  } satisfies Partial<Competition>;
}
