import type { EntryStatus, ResultStatus, StudioTitleStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { ModelName } from '../../src/platform/models.ts';
import type { App } from '../kit/app.ts';

const ENTRIES: EntryStatus[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECOMMENDED', 'REJECTED', 'WITHDRAWN'];
const RESULTS: ResultStatus[] = ['DRAFT', 'SUBMITTED', 'FORMAL_CHECK', 'REVIEW', 'REJECTED', 'WITHDRAWN'];
const TITLES: StudioTitleStatus[] = [
  'APPLIED',
  'RETURNED',
  'RECOMMENDED',
  'EXPERT_REVIEW',
  'MEETING',
  'REJECTED',
];
const SHOWN_TITLES: StudioTitleStatus[] = ['NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED', 'LAPSED', 'NOTICE'];
/** No studio holds two titles of a level, nor asks for two. */
const LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'ENTERPRISE', 'TEAM'] as const;

/** Global ids by the models that have rows which are not for everybody. */
export class Ids {
  readonly of: Partial<Record<ModelName, string[]>> = {};

  add<Row extends { id: string }>(model: ModelName, row: Row): Row {
    (this.of[model] ??= []).push(globalId(model, row.id));
    return row;
  }

  get all(): string[] {
    return Object.values(this.of).flat();
  }
}

type Region = Awaited<ReturnType<App['region']>>;

/** Beside every kind of hidden row one that is shown, with the same keys, so that whatever leads to one leads to the other. */
export async function hiddenRows(app: App, region?: Region) {
  const [shown, hidden] = [new Ids(), new Ids()];
  region ??= await app.region();
  const inRegion = { regionId: region.id };
  const { id: organizationId } = await app.organization(inRegion);
  const { id: personId } = await app.person({ employerId: organizationId });
  await app.personDetail({ personId });
  const { id: committeeId } = await app.committee({ ...inRegion, officeId: organizationId });
  const { id: projectId } = await app.project({
    ...inRegion,
    ownerId: organizationId,
    level: 'PROVINCIAL_KEY',
  });
  const { id: studioId } = await app.studio({ ...inRegion, employerId: organizationId });
  const { id: groupId } = await app.innovationGroup({ ...inRegion, employerId: organizationId });

  for (const [n, status] of TITLES.entries()) {
    hidden.add('StudioTitle', await app.studioTitle({ studioId, status, level: LEVELS[n]! }));
  }
  for (const [n, status] of SHOWN_TITLES.entries()) {
    shown.add('StudioTitle', await app.studioTitle({ studioId, status, level: LEVELS[n]! }));
  }

  const to = { ...inRegion, applicantId: organizationId };
  const merit = { ...inRegion, committeeId, kind: 'MERIT' } as const;
  const parent = shown.add('Competition', await app.competition({ ...merit, status: 'RUNNING' }));

  /** A result with where it is used, an entry and an award; these two are shown also where it is not. */
  const result = async (ids: Ids, data: { status: ResultStatus; isConfidential?: boolean }) => {
    const { id: resultId } = ids.add(
      'InnovationResult',
      await app.result({ ...inRegion, organizationId, studioId, groupId, ...data }),
    );
    await app.db.prisma.resultContributor.create({ data: { resultId, personId, ordinal: 1 } });
    ids.add('ResultAdoption', await app.resultAdoption({ resultId, adopterId: organizationId }));
    await app.awardGrant({ ...inRegion, resultId });
    shown.add('Entry', await app.entry({ ...to, competitionId: parent.id, resultId, status: 'ACTIVE' }));
    return resultId;
  };
  for (const status of ['RECOGNIZED', 'PROMOTED'] as const) {
    await result(hidden, { status, isConfidential: true });
    await result(shown, { status });
  }
  for (const status of RESULTS) await result(hidden, { status });
  const resultId = await result(shown, { status: 'RECOGNIZED' });

  const subjects = [{ projectId }, { organizationId }, { studioId }, { resultId }];
  const competition = async (
    ids: Ids,
    status: 'RUNNING' | 'DRAFT',
    statuses: readonly [Ids, EntryStatus][],
  ) => {
    const { id: competitionId } = ids.add(
      'Competition',
      await app.competition({ ...merit, status, parentId: parent.id }),
    );
    await app.db.prisma.competitionHost.create({ data: { competitionId, organizationId, ordinal: 1 } });
    const { id: stageId } = ids.add('Stage', await app.stage({ competitionId }));
    const { id: metricId } = ids.add('Metric', await app.metric({ competitionId }));
    for (const [entries, entryStatus] of statuses) {
      const { id: trackId } = ids.add('Track', await app.track({ competitionId }));
      for (const subject of [...subjects, { teamName: `示例${entryStatus}班` }]) {
        const data = { ...to, competitionId, trackId, status: entryStatus, ...subject };
        const { id: entryId } = entries.add('Entry', await app.entry(data));
        if ('teamName' in subject) entries.add('Enclosure', await app.enclosure({ entryId }));
        if (entryStatus !== 'ACTIVE') continue;
        const { id: summaryId } = await app.stageSummary({ entryId, stageId });
        await app.metricValue({ summaryId, metricId });
        hidden.add('Enclosure', await app.enclosure({ summaryId }));
        await app.workflowEvent({
          ...{ ...inRegion, organizationId, subjectType: 'StageSummary', subjectId: summaryId },
        });
      }
    }
    return competitionId;
  };
  await competition(shown, 'RUNNING', [
    [shown, 'ACTIVE'],
    ...ENTRIES.map((status): [Ids, EntryStatus] => [hidden, status]),
  ]);
  await app.workflowEvent({ ...inRegion, organizationId, subjectType: 'Project', subjectId: projectId });
  hidden.add('Enclosure', await app.enclosure());
  const draftId = await competition(hidden, 'DRAFT', [[hidden, 'APPROVED']]);
  const canceled = {
    status: 'CANCELLED',
    publishedAt: null,
    applicationsOpenedAt: null,
    startedAt: null,
  } as const;
  hidden.add('Competition', await app.competition({ ...merit, ...canceled }));
  shown.add(
    'Competition',
    await app.competition({ ...merit, status: 'PUBLISHED', parentId: draftId, previousId: parent.id }),
  );
  return { shown, hidden, region, draftId, organizationId };
}
