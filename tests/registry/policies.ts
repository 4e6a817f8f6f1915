import * as competitions from '../../src/features/competitions/policy.ts';
import { visibleTo as enclosureVisibleTo } from '../../src/features/enclosures/policy.ts';
import { visibleTo as entryVisibleTo } from '../../src/features/entries/policy.ts';
import { visibleTo as eventVisibleTo } from '../../src/features/history/policy.ts';
import * as innovation from '../../src/features/innovation/policy.ts';
import { detailVisibleTo } from '../../src/features/people/policy.ts';
import { titleVisibleTo } from '../../src/features/studios/policy.ts';
import * as summaries from '../../src/features/summaries/policy.ts';

/** Of each model with rows that are not for everybody: who may see what, as commands ask it. */
export const POLICIES = {
  Competition: competitions.visibleTo,
  Enclosure: enclosureVisibleTo,
  Entry: entryVisibleTo,
  InnovationResult: innovation.resultVisibleTo,
  Metric: competitions.metricVisibleTo,
  MetricValue: summaries.figureVisibleTo,
  PersonDetail: detailVisibleTo,
  ResultAdoption: innovation.adoptionVisibleTo,
  Stage: competitions.stageVisibleTo,
  StageSummary: summaries.visibleTo,
  StudioTitle: titleVisibleTo,
  Track: competitions.trackVisibleTo,
  WorkflowEvent: eventVisibleTo,
};
