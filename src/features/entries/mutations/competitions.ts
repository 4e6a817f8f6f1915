import { IncompleteError } from '../../../platform/refusals.ts';
import { competitionStep } from '../../competitions/mutations/step.ts';
import { concludeCompetition } from '../commands/concludeCompetition.ts';
import { startCompetition } from '../commands/startCompetition.ts';

competitionStep('START', {
  description:
    'Start a competition (启动), with all its approved entries; applications close if they are open',
  run: startCompetition,
});

competitionStep('CONCLUDE', {
  description:
    'Conclude a competition (总结), with all its active entries: from then on nothing of it changes. Where somebody is to be ' +
    'praised, their notice and all objections must be closed and the decision made before; where nobody is, nothing is missing',
  run: concludeCompetition,
  refusals: [IncompleteError],
});
