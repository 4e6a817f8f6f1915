import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { DeadlineError } from '../../../platform/refusals.ts';
import { isTooLate } from '../rules.ts';

/** @throws {DeadlineError} where applications have closed */
export function checkOpen(
  { now }: Call,
  { applicationsCloseAt }: Pick<Row<'Competition'>, 'applicationsCloseAt'>,
  path: readonly string[],
): void {
  if (!applicationsCloseAt || !isTooLate(applicationsCloseAt, now())) return;
  const at = applicationsCloseAt.toISOString();
  throw new DeadlineError(
    `Applications closed at ${at}.`,
    `申报已于 ${at} 截止。`,
    applicationsCloseAt,
    path,
  );
}
