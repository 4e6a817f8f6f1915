import fc from 'fast-check';
import type { SummaryStatus } from '../../src/generated/prisma/client.ts';

export const WHO = [
  'admin',
  'unit',
  'county',
  'industrial',
  'municipal',
  'office',
  'both',
  'stranger',
] as const;
export type Who = (typeof WHO)[number];
export const ACTIONS = ['SAVE', 'SUBMIT', 'RETURN', 'ACCEPT', 'WAIVE'] as const;
export type Action = (typeof ACTIONS)[number];

const MAY: Record<Action, readonly Who[]> = {
  SAVE: ['admin', 'unit', 'both'],
  SUBMIT: ['admin', 'unit', 'both'],
  RETURN: ['admin', 'county', 'industrial', 'office', 'both'],
  ACCEPT: ['admin', 'county', 'industrial', 'office', 'both'],
  WAIVE: ['admin', 'municipal', 'office'],
};
/** Whence and whither; written once more here. */
const WAYS: Record<Action, Partial<Record<SummaryStatus, SummaryStatus>>> = {
  SAVE: { DUE: 'DRAFT', DRAFT: 'DRAFT', RETURNED: 'RETURNED' },
  SUBMIT: { DRAFT: 'SUBMITTED', RETURNED: 'SUBMITTED' },
  RETURN: { SUBMITTED: 'RETURNED' },
  ACCEPT: { SUBMITTED: 'ACCEPTED' },
  WAIVE: { DUE: 'WAIVED' },
};
const DECISIONS: readonly Action[] = ['RETURN', 'ACCEPT', 'WAIVE'];

/** A summary as it must be. */
export class Model {
  status: SummaryStatus = 'DUE';
  version = 1;
  text: string | null = null;
  figure: string | null = null;
  readonly submitters = new Set<Who>();
  readonly steps: string[] = [];
}

export const steps = fc.record({
  who: fc.constantFrom<Who>(...WHO, 'unit', 'unit', 'unit', 'county', 'county'),
  // What leads on comes more often.
  action: fc.constantFrom<Action>(...ACTIONS, 'SAVE', 'SUBMIT', 'SUBMIT', 'RETURN'),
  isStale: fc.nat(9).map((n) => n === 0),
  opinion: fc.constantFrom('示例意见', '示例意见', ' ', undefined),
  text: fc.constantFrom('示例小结', '示例小结', '', undefined),
  figure: fc.constantFrom('1', '2.5', '2.5', null, undefined),
});
export type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** What must come of the step: the name of a refusal, or how the summary is then, which the model becomes. */
export function expected(model: Model, { who, action, isStale, opinion, text, figure }: Step): string {
  if (who === 'stranger') return 'NotFoundError';
  if (!MAY[action].includes(who)) return 'ForbiddenError';
  if (DECISIONS.includes(action) && (who === 'both' || model.submitters.has(who)))
    return 'ConflictOfInterestError';
  if (isStale) return 'VersionConflictError';
  const to = WAYS[action][model.status];
  if (!to) return 'StateError';
  if ((action === 'RETURN' || action === 'WAIVE') && !opinion?.trim()) return 'OpinionRequiredError';
  if (action === 'SUBMIT' && !(model.text && model.figure)) return 'IncompleteError';
  if (action === 'SAVE' && text !== undefined) model.text = text || null;
  if (action === 'SAVE' && figure !== undefined) model.figure = figure;
  if (action === 'SUBMIT') model.submitters.add(who);
  if (action !== 'SAVE' || model.status === 'DUE') model.steps.push(`${action} ${model.status} ${to}`);
  Object.assign(model, { status: to, version: model.version + 1 });
  return `${model.status} ${model.version}`;
}
