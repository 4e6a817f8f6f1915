import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

/** What its status and its instants must be has a test of its own. */
export async function competitionWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { id: organizationId, regionId } = await app.organization();
  const other = await app.organization({ regionId });
  const { id: competitionId } = await app.competition({ regionId });
  const of = { competitionId };
  await app.track({ ...of, ordinal: 1 });
  await app.stage({ ...of, ordinal: 1 });
  const host = { competitionId, organizationId, ordinal: 1 };
  await prisma.competitionHost.create({ data: host });
  const day = new Date('2025-06-01');
  const dayBefore = new Date('2025-05-31');

  return {
    refused: {
      'a competition without a title': [
        'competition_title_check',
        () => app.competition({ regionId, title: '' }),
      ],
      'a competition before 1950': [
        'competition_year_check',
        () => app.competition({ regionId, year: 1949 }),
      ],
      'a competition after 2100': ['competition_year_check', () => app.competition({ regionId, year: 2101 })],
      'an edition before the first': [
        'competition_edition_check',
        () => app.competition({ regionId, edition: 0 }),
      ],
      'a notice without a number': [
        'competition_notice_check',
        () => app.competition({ regionId, noticeDocNo: '示例发〔2025〕号' }),
      ],
      'a competition that is part of itself': [
        'competition_parent_check',
        () => prisma.competition.update({ where: { id: competitionId }, data: { parentId: competitionId } }),
      ],
      'a competition that starts before it is open': [
        'competition_order_check',
        () => app.competition({ regionId, status: 'RUNNING', startedAt: new Date('2025-02-28T00:00:00Z') }),
      ],
      'a draft that was published': [
        'competition_status_check',
        () => app.competition({ regionId, publishedAt: day }),
      ],
      'a host before the first': [
        'competition_host_ordinal_check',
        () => prisma.competitionHost.create({ data: { ...host, organizationId: other.id, ordinal: 0 } }),
      ],
      'one host twice': [
        'competition_host_competition_id_organization_id_key',
        () => prisma.competitionHost.create({ data: { ...host, ordinal: 2 } }),
      ],
      'two hosts in one place': [
        'competition_host_competition_id_ordinal_key',
        () => prisma.competitionHost.create({ data: { ...host, organizationId: other.id } }),
      ],
      'a track without a name': ['track_name_check', () => app.track({ ...of, name: '' })],
      'a track before the first': ['track_ordinal_check', () => app.track({ ...of, ordinal: 0 })],
      'two tracks in one place': ['track_competition_id_ordinal_key', () => app.track({ ...of, ordinal: 1 })],
      'a stage without a name': ['stage_name_check', () => app.stage({ ...of, name: '' })],
      'a stage before the first': ['stage_ordinal_check', () => app.stage({ ...of, ordinal: 0 })],
      'two stages in one place': ['stage_competition_id_ordinal_key', () => app.stage({ ...of, ordinal: 1 })],
      'a stage that ends before it starts': [
        'stage_time_check',
        () => app.stage({ ...of, startsOn: day, endsOn: dayBefore, summaryDueOn: day }),
      ],
      'a stage to be summed up before it starts': [
        'stage_time_check',
        () => app.stage({ ...of, startsOn: day, endsOn: day, summaryDueOn: dayBefore }),
      ],
      'a stage of no weight': ['stage_weight_check', () => app.stage({ ...of, weight: 0 })],
      'a stage of more weight than the year': [
        'stage_weight_check',
        () => app.stage({ ...of, weight: '1.0001' }),
      ],
    },

    allowed: {
      'competitions of 1950 and 2100': async () => {
        await app.competition({ regionId, year: 1950, edition: 1 });
        return app.competition({ regionId, year: 2100, noticeDocNo: '示例发〔2099〕9999号' });
      },
      'a second host': () =>
        prisma.competitionHost.create({ data: { ...host, organizationId: other.id, ordinal: 2 } }),
      'the first track and the first stage of another competition': async () => {
        const another = await app.competition({ regionId });
        await app.track({ competitionId: another.id, ordinal: 1 });
        return app.stage({ competitionId: another.id, ordinal: 1 });
      },
      'a stage of one day and the whole weight': () =>
        app.stage({ ...of, startsOn: day, endsOn: day, summaryDueOn: day, weight: 1 }),
    },
  };
}
