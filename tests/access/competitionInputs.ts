import type { CompetitionStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';

/** What the mutations on competitions of a city are given where each of them is called once. */
export function competitionInputs(app: App, city: { id: string }): Record<string, () => Promise<object>> {
  const competition = async (status: CompetitionStatus) => {
    const row = await app.competition({ status, regionId: city.id });
    return { row, input: { id: globalId('Competition', row.id), version: 1 } };
  };
  const from =
    (status: CompetitionStatus, more: object = {}) =>
    async () => ({
      ...(await competition(status)).input,
      ...more,
    });
  const part =
    (model: 'Track' | 'Stage' | 'Metric', more: object = {}) =>
    async () => {
      const make = { Track: app.track, Stage: app.stage, Metric: app.metric }[model];
      const { id } = await make({ competitionId: (await competition('DRAFT')).row.id });
      return { id: globalId(model, id), version: 1, ...more };
    };
  const within = (words: object) => async () => ({
    competition: (await competition('DRAFT')).input.id,
    ...words,
  });
  const days = { startsOn: '2025-01-01', endsOn: '2025-03-31', summaryDueOn: '2025-04-10' };
  const region = globalId('Region', city.id);
  const opinion = '示例原因';

  return {
    competitionCreate: async () => ({ title: '示例', kind: 'LABOR', level: 'MUNICIPAL', year: 2026, region }),
    competitionUpdate: from('DRAFT', { title: '示例' }),
    competitionCopy: from('ARCHIVED'),
    competitionPublish: async () => {
      const { row, input } = await competition('DRAFT');
      const of = { competitionId: row.id };
      const { id: organizationId } = await app.organization({ regionId: city.id });
      await app.db.prisma.competitionHost.create({ data: { ...of, organizationId, ordinal: 1 } });
      await app.track(of);
      await app.stage({ ...of, weight: 1 });
      return input;
    },
    competitionOpenApplications: from('APPLYING', { applicationsCloseAt: '2027-01-01T00:00:00Z' }),
    competitionCloseApplications: from('APPLYING'),
    competitionStart: from('APPLYING'),
    competitionBeginScoring: from('RUNNING'),
    competitionFreeze: from('SCORING'),
    competitionOpenNotice: from('FROZEN'),
    competitionConclude: from('NOTICE'),
    competitionArchive: from('CONCLUDED'),
    competitionSuspend: from('RUNNING', { opinion }),
    competitionResume: from('SUSPENDED'),
    competitionCancel: from('RUNNING', { opinion }),
    trackCreate: within({ name: '示例', recipientKind: 'PROJECT' }),
    trackUpdate: part('Track', { name: '示例' }),
    trackRemove: part('Track'),
    stageCreate: within({ name: '示例', kind: 'PERIODIC', weight: '0.5', ...days }),
    stageUpdate: part('Stage', { name: '示例' }),
    stageRemove: part('Stage'),
    metricCreate: within({ code: 'output', name: '示例', unit: '项', aggregation: 'SUM', isRequired: true }),
    metricUpdate: part('Metric', { name: '示例' }),
    metricRemove: part('Metric'),
  };
}
