import fc from 'fast-check';
import type { ShortlistStatus } from '../../src/generated/prisma/client.ts';

/** The office settles as a rule; its colleague decides then. */
const WHO = ['office', 'colleague', 'citizen'] as const;
const ACTIONS = [
  'EXCLUDE',
  'INCLUDE',
  'SUBMIT',
  'NOTICE',
  'OBJECT',
  'UPHOLD',
  'DISMISS',
  'ELAPSE',
  'CLOSE',
  'VETO',
  'DECIDE',
  'WITHDRAW',
  'CONCLUDE',
] as const;

const steps = fc.record({
  who: fc.constantFrom<(typeof WHO)[number]>(...WHO, 'office', 'office', 'colleague', 'colleague'),
  // What leads on comes more often.
  action: fc.constantFrom<(typeof ACTIONS)[number]>(
    ...ACTIONS,
    ...(['SUBMIT', 'SUBMIT', 'NOTICE', 'NOTICE', 'ELAPSE', 'CLOSE', 'CLOSE', 'DECIDE', 'DECIDE'] as const),
  ),
  /** Which of the two candidates. */
  at: fc.nat(1),
  isStale: fc.nat(9).map((n) => n === 0),
  opinion: fc.constantFrom('示例意见', '示例意见', '示例意见', undefined),
});
export type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** The straight way, of which some begin with a part, so that what comes late is tried as often as what comes first. */
const WAY = (
  [
    ['office', 'SUBMIT'],
    ['office', 'NOTICE'],
    ['office', 'ELAPSE'],
    ['office', 'CLOSE'],
    ['colleague', 'DECIDE'],
    ['office', 'CONCLUDE'],
  ] as const
).map(([who, action]): Step => ({ who, action, at: 0, isStale: false, opinion: '示例意见' }));
export const attempts = fc
  .tuple(fc.nat(WAY.length), fc.array(steps, { maxLength: 14 }))
  .map(([length, more]) => [...WAY.slice(0, length), ...more]);

/** A shortlist of one place and two candidates as it must be, with its notice, the objections and the competition. */
export class Model {
  status: ShortlistStatus = 'DRAFT';
  version = 1;
  readonly selected = [true, false];
  readonly vetoed = [false, false];
  readonly lost = [false, false];
  submitter: string | undefined;
  notice: 'OPEN' | 'CLOSED' | undefined;
  isOver = false;
  /** Whom the open objection is about. */
  objection: number | undefined;
  grants = 0;
  isConcluded = false;
}

/** What must come of the step: OK, or the code of a refusal; the model becomes what is then. */
export function expected(model: Model, step: Step): string {
  const { who, action, at } = step;
  const { status, selected } = model;
  const isPublic = model.notice !== undefined;
  switch (action) {
    case 'ELAPSE':
      model.isOver ||= isPublic;
      return 'OK';
    case 'VETO':
      model.vetoed[at] = true;
      return 'OK';
    case 'OBJECT': {
      if (!isPublic) return 'NONE';
      if (who === 'citizen' && !selected[at]) return 'NOT_FOUND';
      if (model.notice !== 'OPEN') return 'INVALID_STATE';
      if (model.isOver) return 'DEADLINE';
      if (model.objection !== undefined) return 'NONE';
      model.objection = at;
      return 'OK';
    }
    case 'UPHOLD':
    case 'DISMISS': {
      if (model.objection === undefined) return 'NONE';
      const about = model.objection;
      model.objection = undefined;
      if (action === 'UPHOLD' && selected[about] && status === 'NOTICED') {
        Object.assign(model, { version: model.version + 1 });
        selected[about] = false;
        model.lost[about] = true;
      }
      return 'OK';
    }
    case 'CLOSE':
      if (!isPublic) return 'NONE';
      if (who === 'citizen') return 'FORBIDDEN';
      if (model.notice !== 'OPEN') return 'INVALID_STATE';
      if (!model.isOver) return 'DEADLINE';
      if (model.objection !== undefined) return 'OPEN_OBJECTIONS';
      model.notice = 'CLOSED';
      return 'OK';
    case 'CONCLUDE':
      if (who === 'citizen') return 'FORBIDDEN';
      if (model.isConcluded) return 'INVALID_STATE';
      if (model.notice === 'OPEN' || model.objection !== undefined) return 'INCOMPLETE';
      if (status !== 'DECIDED' && status !== 'WITHDRAWN') return 'INCOMPLETE';
      model.isConcluded = true;
      return 'OK';
    default:
      return ofShortlist(model, step);
  }
}

const FROM = {
  EXCLUDE: ['DRAFT', 'NOTICED'],
  INCLUDE: ['DRAFT'],
  SUBMIT: ['DRAFT'],
  NOTICE: ['SUBMITTED'],
  DECIDE: ['NOTICED'],
  WITHDRAW: ['DRAFT', 'SUBMITTED', 'NOTICED'],
} as const;

function ofShortlist(model: Model, { who, action, at, isStale, opinion }: Step): string {
  const { status, selected, vetoed, version } = model;
  const isOutdated = vetoed.some((each) => each);
  if (who === 'citizen') return model.notice === undefined ? 'NOT_FOUND' : 'FORBIDDEN';
  const from: readonly string[] = FROM[action as keyof typeof FROM];
  if (action === 'NOTICE') {
    if (model.isConcluded || !from.includes(status)) {
      // It is shown already, or there is nothing more to show.
      return model.notice === 'OPEN' && !model.isConcluded ? 'NOTICE_OPEN' : 'INVALID_STATE';
    }
    if (isOutdated) return 'SHORTLIST_OUTDATED';
    Object.assign(model, { status: 'NOTICED', version: version + 1, notice: 'OPEN' });
    return 'OK';
  }
  if (isStale) return 'CONFLICT';
  if (!from.includes(status)) return 'INVALID_STATE';
  if (action !== 'SUBMIT' && action !== 'DECIDE' && !opinion) return 'OPINION_REQUIRED';
  const refusal = refusalOf(model, { who, action, at });
  if (refusal) return refusal;
  model.version++;
  if (action === 'EXCLUDE' || action === 'INCLUDE') selected[at] = action === 'INCLUDE';
  else {
    const to = { SUBMIT: 'SUBMITTED', DECIDE: 'DECIDED', WITHDRAW: 'WITHDRAWN' } as const;
    model.status = to[action as keyof typeof to];
  }
  if (action === 'SUBMIT') model.submitter = who;
  if (action === 'DECIDE') model.grants = selected.filter((each) => each).length;
  return 'OK';
}

function refusalOf(
  { selected, vetoed, submitter, notice, objection }: Model,
  { who, action, at }: Pick<Step, 'who' | 'action' | 'at'>,
): string | undefined {
  const count = selected.filter((each) => each).length;
  switch (action) {
    case 'EXCLUDE':
      return selected[at] ? undefined : 'INVALID';
    case 'INCLUDE':
      if (selected[at]) return 'INVALID';
      if (vetoed[at]) return 'CANDIDATE_BARRED';
      return count > 0 ? 'QUOTA_EXCEEDED' : undefined;
    case 'SUBMIT':
      if (vetoed.some((each) => each)) return 'SHORTLIST_OUTDATED';
      return count === 0 ? 'INCOMPLETE' : undefined;
    case 'DECIDE':
      if (who === submitter) return 'CONFLICT_OF_INTEREST';
      if (notice !== 'CLOSED' || objection !== undefined) return 'NOTICE_NOT_CLOSED';
      if (count === 0) return 'INCOMPLETE';
      return selected.some((each, n) => each && vetoed[n]) ? 'CANDIDATES_VETOED' : undefined;
    default:
      return undefined;
  }
}
