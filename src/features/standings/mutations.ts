import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { ForbiddenError, NotFoundError, StateError, VersionConflictError } from '../../platform/refusals.ts';
import { NoSchemeError, ScoringClosedError } from '../scoring/rules.ts';
import { computeStanding } from './commands/computeStanding.ts';
import { publishStanding } from './commands/publishStanding.ts';
import { StandingOutdatedError } from './rules.ts';

refusalType(StandingOutdatedError, 'What it rests on has changed since it was computed');

const payload = { standing: { model: 'Standing', description: 'The standing' } } as const;
const ranking = [
  NotFoundError,
  ForbiddenError,
  ScoringClosedError,
  NoSchemeError,
  VersionConflictError,
] as const;

mutation('standingCompute', {
  description:
    'Compute who stands where (计算排名) from the confirmed scores: in a stage, or over the year by the weights of all ' +
    'stages. A draft is computed anew. The committee office of the competition’s region may.',
  input: (t) => ({
    competition: t.id({ required: true, description: 'The competition' }),
    track: t.id({ description: 'The track; all entries together unless given' }),
    stage: t.id({ description: 'The stage; the year unless given' }),
    version: t.int({ description: 'The version of the draft that you have read, if any' }),
  }),
  payload,
  refusals: ranking,
  run: async (call, { competition, track, stage, version }) => {
    const { id } = await computeStanding(call, {
      version,
      competitionId: idGiven('Competition', competition, ['competition']),
      trackId: track == null ? null : idGiven('Track', track, ['track']),
      stageId: stage == null ? null : idGiven('Stage', stage, ['stage']),
    });
    return { standing: id };
  },
});

mutation('standingPublish', {
  description:
    'Publish a standing (公布排名), for good, with the scores that it rests on. One that was published before for the same ' +
    'is superseded, and stays readable. The committee office of the competition’s region may.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The standing' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload,
  refusals: [...ranking, StateError, StandingOutdatedError],
  run: async (call, { id, ...rest }) => ({
    standing: (await publishStanding(call, { ...rest, id: idGiven('Standing', id) })).id,
  }),
});
