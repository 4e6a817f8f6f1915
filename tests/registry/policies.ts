import * as competitions from '../../src/features/competitions/policy.ts';
import { visibleTo as enclosureVisibleTo } from '../../src/features/enclosures/policy.ts';
import { visibleTo as entryVisibleTo } from '../../src/features/entries/policy.ts';
import { visibleTo as eventVisibleTo } from '../../src/features/history/policy.ts';
import * as innovation from '../../src/features/innovation/policy.ts';
import * as meetings from '../../src/features/meetings/policy.ts';
import * as notices from '../../src/features/notices/policy.ts';
import { detailVisibleTo } from '../../src/features/people/policy.ts';
import * as praise from '../../src/features/praise/policy.ts';
import * as scoring from '../../src/features/scoring/policy.ts';
import * as standings from '../../src/features/standings/policy.ts';
import { titleVisibleTo } from '../../src/features/studios/policy.ts';
import * as summaries from '../../src/features/summaries/policy.ts';
import { vetoVisibleTo } from '../../src/features/vetoes/policy.ts';

/** Of each model with rows that are not for everybody: who may see what, as commands ask it. */
export const POLICIES = {
  ActionItem: meetings.itemVisibleTo,
  AssessorAssignment: scoring.assignmentVisibleTo,
  CommitteeMeeting: meetings.meetingVisibleTo,
  Competition: competitions.visibleTo,
  Criterion: scoring.criterionVisibleTo,
  Enclosure: enclosureVisibleTo,
  Entry: entryVisibleTo,
  InnovationResult: innovation.resultVisibleTo,
  MeetingAttendance: meetings.attendanceVisibleTo,
  Metric: competitions.metricVisibleTo,
  MetricValue: summaries.figureVisibleTo,
  Objection: notices.objectionVisibleTo,
  PersonDetail: detailVisibleTo,
  PublicNotice: notices.noticeVisibleTo,
  QuotaRule: praise.quotaRuleVisibleTo,
  Recusal: scoring.recusalVisibleTo,
  ResultAdoption: innovation.adoptionVisibleTo,
  ScoreItem: scoring.itemVisibleTo,
  ScoreSheet: scoring.sheetVisibleTo,
  ScoringScheme: scoring.schemeVisibleTo,
  SelectionReason: praise.reasonVisibleTo,
  Shortlist: praise.shortlistVisibleTo,
  ShortlistCandidate: praise.candidateVisibleTo,
  Stage: competitions.stageVisibleTo,
  StageSummary: summaries.visibleTo,
  Standing: standings.standingVisibleTo,
  StandingRow: standings.rowVisibleTo,
  StateOfPlaySnapshot: meetings.snapshotVisibleTo,
  StudioTitle: titleVisibleTo,
  Track: competitions.trackVisibleTo,
  Veto: vetoVisibleTo,
  WorkflowEvent: eventVisibleTo,
};
