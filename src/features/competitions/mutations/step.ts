import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import type { RefusalClass } from '../../../graphql/refusals.ts';
import type { Call } from '../../../platform/call.ts';
import {
  ForbiddenError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../../platform/refusals.ts';
import { mutationOf, type Transition } from '../../../platform/workflow.ts';
import type { Step } from '../commands/step.ts';
import { COMPETITION_WORKFLOW, type CompetitionAction } from '../rules.ts';

/** What every change of a competition may be refused for. */
export const REFUSALS = [NotFoundError, ForbiddenError, VersionConflictError, StateError] as const;

interface CompetitionStep {
  readonly description: string;
  readonly run: (call: Call, input: Step) => Promise<{ readonly id: string }>;
  /** What else it may be refused for. */
  readonly refusals?: readonly RefusalClass[];
}

/** Declares the mutation of an action that needs nothing but the competition and, some of them, why. */
export function competitionStep(
  action: CompetitionAction,
  { description, run, refusals = [] }: CompetitionStep,
): void {
  const { needsOpinion = false }: Transition<string> = COMPETITION_WORKFLOW[action];
  mutation(mutationOf('competition', action), {
    description,
    input: (t) => ({
      id: t.id({ required: true, description: 'The competition' }),
      version: t.int({ required: true, description: 'The version that you have read' }),
      opinion: t.string({ description: needsOpinion ? 'Why: it must be said' : 'Why, for the record' }),
    }),
    payload: { competition: { model: 'Competition', description: 'The competition, as far as it is now' } },
    refusals: [...REFUSALS, ...(needsOpinion ? [OpinionRequiredError] : []), ...refusals],
    run: async (call, { id, ...rest }) => ({
      competition: (await run(call, { ...rest, id: idGiven('Competition', id) })).id,
    }),
  });
}
