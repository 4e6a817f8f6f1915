import * as competitions from '../../src/features/competitions/policy.ts';
import { visibleTo as entryVisibleTo } from '../../src/features/entries/policy.ts';
import { visibleTo as eventVisibleTo } from '../../src/features/history/policy.ts';
import * as innovation from '../../src/features/innovation/policy.ts';
import * as scoring from '../../src/features/scoring/policy.ts';
import * as standings from '../../src/features/standings/policy.ts';
import { titleVisibleTo } from '../../src/features/studios/policy.ts';
import { vetoVisibleTo } from '../../src/features/vetoes/policy.ts';

/** Who may see what, as commands ask Prisma for it, of models with rows that are not for everybody. */
export const POLICIES = {
  AssessorAssignment: scoring.assignmentVisibleTo,
  Competition: competitions.visibleTo,
  Criterion: scoring.criterionVisibleTo,
  Entry: entryVisibleTo,
  InnovationResult: innovation.resultVisibleTo,
  ResultAdoption: innovation.adoptionVisibleTo,
  Recusal: scoring.recusalVisibleTo,
  ScoreItem: scoring.itemVisibleTo,
  ScoreSheet: scoring.sheetVisibleTo,
  ScoringScheme: scoring.schemeVisibleTo,
  Stage: competitions.stageVisibleTo,
  Standing: standings.standingVisibleTo,
  StandingRow: standings.rowVisibleTo,
  StudioTitle: titleVisibleTo,
  Track: competitions.trackVisibleTo,
  Veto: vetoVisibleTo,
  WorkflowEvent: eventVisibleTo,
};
