import type { ModelName } from '../../../src/platform/models.ts';
import type { Row, World } from './world.ts';

/** Who looks: a role over a region with everything below, or over these organizations. */
export interface Viewer {
  readonly role: string;
  readonly regionId?: string;
  readonly organizationIds?: readonly string[];
  readonly scopes?: readonly string[];
  readonly userId?: string;
}

interface Belonging {
  readonly regionId: unknown;
  /** Where else those who look after it may be. */
  readonly otherRegionId?: unknown;
  /** Whose own work it is. */
  readonly userId?: unknown;
  readonly organizationIds: readonly unknown[];
  /** What opens it to partners; nothing does where there is none. */
  readonly scope?: string;
  readonly isConfidential?: boolean;
  /** Whether committees and supervisors do not see it either. */
  readonly isForOfficers?: boolean;
  /** Whether members of the committee do not see it. */
  readonly isForOffice?: boolean;
}

/** Of what is not for everybody: where it lies and whose it is. Written once more here: the tests must not believe the policies. */
const BELONGING: Partial<Record<ModelName, (row: Row, of: World) => Belonging>> = {
  Competition: ({ id, regionId }, of) => ({
    regionId,
    organizationIds: of.having('CompetitionHost', 'competitionId', id).map((host) => host.organizationId),
    scope: 'READ_COMPETITIONS',
  }),
  Track: ({ competitionId }, of) => belonging(of, 'Competition', competitionId),
  Stage: ({ competitionId }, of) => belonging(of, 'Competition', competitionId),
  Metric: ({ competitionId }, of) => belonging(of, 'Competition', competitionId),
  StageSummary: ({ regionId, organizationId }) => ({ regionId, organizationIds: [organizationId] }),
  MetricValue: ({ summaryId }, of) => belonging(of, 'StageSummary', summaryId),
  Entry: ({ regionId, applicantId, organizationId, competitionId }, of) => ({
    regionId,
    organizationIds: [
      applicantId,
      organizationId,
      ...of.having('CompetitionHost', 'competitionId', competitionId).map((host) => host.organizationId),
    ],
    scope: 'READ_ENTRIES',
  }),
  // What is enclosed with nothing belongs to whoever sent it in alone.
  Enclosure: ({ entryId, summaryId }, of) => {
    if (entryId) return belonging(of, 'Entry', entryId);
    return summaryId ? belonging(of, 'StageSummary', summaryId) : { regionId: null, organizationIds: [] };
  },
  InnovationResult: ({ regionId, organizationId, isConfidential }) => ({
    regionId,
    organizationIds: [organizationId],
    scope: 'READ_RESULTS',
    isConfidential: isConfidential as boolean,
  }),
  ResultAdoption: ({ resultId }, of) => belonging(of, 'InnovationResult', resultId),
  PersonDetail: ({ personId }, of) => {
    const { employerId } = of.find('Person', personId)!;
    const { regionId } = of.find('Organization', employerId)!;
    return { regionId, organizationIds: [employerId], isForOfficers: true };
  },
  WorkflowEvent: ({ regionId, organizationId }) => ({ regionId, organizationIds: [organizationId] }),
  ScoringScheme: ({ competitionId }, of) =>
    competitionId === null
      ? { regionId: undefined, organizationIds: [] }
      : { ...belonging(of, 'Competition', competitionId), organizationIds: [] },
  Criterion: ({ schemeId }, of) => belonging(of, 'ScoringScheme', schemeId),
  ScoreSheet: ({ entryId, kind, publishedAt, assessorId }, of) =>
    scored(of, entryId, kind === 'SELF' || publishedAt !== null, assessorId),
  ScoreItem: ({ sheetId }, of) => belonging(of, 'ScoreSheet', sheetId),
  AssessorAssignment: ({ entryId, userId }, of) => scored(of, entryId, false, userId),
  Recusal: ({ entryId, organizationId, userId }, of) =>
    entryId === null
      ? { regionId: of.find('Organization', organizationId)!.regionId, organizationIds: [], userId }
      : scored(of, entryId, false, userId),
  Veto: ({ regionId, entryId, unitId, confirmedAt }, of) => ({
    regionId,
    otherRegionId: entryId === null ? undefined : scored(of, entryId, false).otherRegionId,
    organizationIds: confirmedAt === null ? [] : [unitId],
  }),
  Standing: ({ competitionId }, of) => ({
    regionId: of.find('Competition', competitionId)!.regionId,
    organizationIds: [],
  }),
  StandingRow: ({ standingId, entryId, regionId }, of) => {
    const { publishedAt, competitionId } = of.find('Standing', standingId)!;
    const isPublished = publishedAt !== null && of.isPublic('Competition', competitionId);
    const { organizationIds, otherRegionId } = scored(of, entryId, isPublished);
    return { regionId: isPublished ? regionId : otherRegionId, otherRegionId, organizationIds };
  },
  CommitteeMeeting: ({ id, committeeId }, of) => ({
    regionId: of.find('Committee', committeeId)!.regionId,
    organizationIds: [
      ...of.having('CommitteeMember', 'committeeId', committeeId).filter(({ validTo }) => validTo === null),
      ...of.having('MeetingAttendance', 'meetingId', id),
    ].map(({ organizationId }) => organizationId),
  }),
  MeetingAttendance: ({ meetingId }, of) => belonging(of, 'CommitteeMeeting', meetingId),
  StateOfPlaySnapshot: ({ meetingId }, of) => ({
    ...belonging(of, 'CommitteeMeeting', meetingId),
    organizationIds: [],
  }),
  ActionItem: ({ meetingId, ownerId }, of) => {
    const { regionId, organizationIds } = belonging(of, 'CommitteeMeeting', meetingId);
    return { regionId, organizationIds: [...organizationIds, ownerId] };
  },
  PublicNotice: ({ competitionId }, of) => belonging(of, 'Competition', competitionId),
  Objection: ({ noticeId, raiserId }, of) => ({
    ...praised(of, of.find('PublicNotice', noticeId)!),
    userId: raiserId,
  }),
  Shortlist: (row, of) => praised(of, row),
  QuotaRule: ({ shortlistId }, of) => belonging(of, 'Shortlist', shortlistId),
  ShortlistCandidate: ({ shortlistId }, of) => belonging(of, 'Shortlist', shortlistId),
  SelectionReason: ({ candidateId }, of) => belonging(of, 'ShortlistCandidate', candidateId),
  StudioTitle: ({ studioId }, of) => {
    const { regionId, employerId } = of.find('Studio', studioId)!;
    return { regionId, organizationIds: [employerId], scope: 'READ_STUDIO_TITLES' };
  },
};

/** The models with rows that are not for everybody. */
export const GUARDED = Object.keys(BELONGING) as ModelName[];

/** What is scored of an entry: for those of its region and of its competition's, the unit where it may know, and whose work it is. */
function scored(of: World, entryId: unknown, isForUnit: boolean, userId?: unknown): Belonging {
  const { regionId, applicantId, organizationId, competitionId } = of.find('Entry', entryId)!;
  const otherRegionId = of.find('Competition', competitionId)!.regionId;
  return { regionId, otherRegionId, organizationIds: isForUnit ? [applicantId, organizationId] : [], userId };
}

/** Who is to be praised in a competition, for the office of its region. */
function praised(of: World, { competitionId }: Row): Belonging {
  const { regionId } = of.find('Competition', competitionId)!;
  return { regionId, organizationIds: [], isForOffice: true };
}

function belonging(of: World, model: ModelName, id: unknown): Belonging {
  return BELONGING[model]!(of.find(model, id)!, of);
}

/** Whether the viewer may see the row. */
export function sees(of: World, viewer: Viewer, model: ModelName, id: unknown): boolean {
  if (viewer.role === 'ADMIN' || of.isPublic(model, id)) return true;
  const {
    regionId,
    otherRegionId,
    organizationIds,
    scope,
    isConfidential,
    isForOfficers,
    isForOffice,
    userId,
  } = belonging(of, model, id);
  if (userId != null && viewer.userId === userId) return true;
  const isWithin =
    viewer.regionId !== undefined &&
    [regionId, otherRegionId].some(
      (each) => each != null && of.regionsAbove(each as string).has(viewer.regionId!),
    );
  switch (viewer.role) {
    case 'PROVINCIAL_OFFICER':
    case 'MUNICIPAL_OFFICER':
    case 'COUNTY_OFFICER':
      return isWithin;
    case 'COMMITTEE_OFFICE':
    case 'SUPERVISOR':
      return isWithin && !isForOfficers;
    case 'COMMITTEE_MEMBER':
      return isWithin && !isForOfficers && !isForOffice;
    case 'UNIT_OFFICER':
    case 'INDUSTRIAL_OFFICER':
      return organizationIds.some((each) => viewer.organizationIds!.includes(each as string));
    case 'PARTNER':
      return isWithin && scope !== undefined && viewer.scopes!.includes(scope) && !isConfidential;
    default:
      return false;
  }
}
