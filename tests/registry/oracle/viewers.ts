import type { ModelName } from '../../../src/platform/models.ts';
import type { Row, World } from './world.ts';

/** Who looks: a role over a region with everything below, or over these organizations. */
export interface Viewer {
  readonly role: string;
  readonly regionId?: string;
  readonly organizationIds?: readonly string[];
  readonly scopes?: readonly string[];
}

interface Belonging {
  readonly regionId: unknown;
  readonly organizationIds: readonly unknown[];
  /** What opens it to partners; nothing does where there is none. */
  readonly scope?: string;
  readonly isConfidential?: boolean;
  /** Whether committees and supervisors do not see it either. */
  readonly isForOfficers?: boolean;
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
  StudioTitle: ({ studioId }, of) => {
    const { regionId, employerId } = of.find('Studio', studioId)!;
    return { regionId, organizationIds: [employerId], scope: 'READ_STUDIO_TITLES' };
  },
};

/** The models with rows that are not for everybody. */
export const GUARDED = Object.keys(BELONGING) as ModelName[];

function belonging(of: World, model: ModelName, id: unknown): Belonging {
  return BELONGING[model]!(of.find(model, id)!, of);
}

/** Whether the viewer may see the row. */
export function sees(of: World, viewer: Viewer, model: ModelName, id: unknown): boolean {
  if (viewer.role === 'ADMIN' || of.isPublic(model, id)) return true;
  const { regionId, organizationIds, scope, isConfidential, isForOfficers } = belonging(of, model, id);
  const isWithin =
    viewer.regionId !== undefined &&
    regionId !== null &&
    of.regionsAbove(regionId as string).has(viewer.regionId);
  switch (viewer.role) {
    case 'PROVINCIAL_OFFICER':
    case 'MUNICIPAL_OFFICER':
    case 'COUNTY_OFFICER':
      return isWithin;
    case 'COMMITTEE_OFFICE':
    case 'COMMITTEE_MEMBER':
    case 'SUPERVISOR':
      return isWithin && !isForOfficers;
    case 'UNIT_OFFICER':
    case 'INDUSTRIAL_OFFICER':
      return organizationIds.some((each) => viewer.organizationIds!.includes(each as string));
    case 'PARTNER':
      return isWithin && scope !== undefined && viewer.scopes!.includes(scope) && !isConfidential;
    default:
      return false;
  }
}
