import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function entryWrites(app: App): Promise<Writes> {
  const { id: applicantId, regionId } = await app.organization();
  const other = await app.organization({ regionId });
  const { id: competitionId } = await app.competition({ regionId, status: 'RUNNING' });
  const of = { competitionId, applicantId };
  const team = { ...of, teamName: '示例班组' };
  const track = await app.track({ competitionId });
  const elsewhere = await app.track();
  const earlier = new Date('2025-03-01T00:00:00Z');
  const later = new Date('2026-04-01T00:00:00Z');
  const entry = (data: Parameters<App['entry']>[0]) => app.entry({ ...of, ...data });

  return {
    refused: {
      'an entry of nobody': ['entry_subject_check', () => entry({ projectId: null })],
      'an entry of a project and an organization': [
        'entry_subject_check',
        async () => entry({ projectId: (await app.project()).id, organizationId: applicantId }),
      ],
      'an entry of an organization and its team': [
        'entry_subject_check',
        () => entry({ ...team, organizationId: applicantId }),
      ],
      'an entry of a team without a name': ['entry_team_check', () => entry({ teamName: '' })],
      'an entry of less than nobody': ['entry_headcount_check', () => entry({ headcount: -1 })],
      'an entry approved before it was applied for': [
        'entry_order_check',
        () => entry({ status: 'APPROVED', approvedAt: earlier }),
      ],
      'an entry approved and never applied for': [
        'entry_order_check',
        () => entry({ status: 'APPROVED', submittedAt: null }),
      ],
      'an entry rejected before it was applied for': [
        'entry_order_check',
        () => entry({ status: 'REJECTED', closedAt: earlier }),
      ],
      'an entry concluded before it was approved': [
        'entry_order_check',
        () => entry({ status: 'CONCLUDED', closedAt: new Date('2025-03-10T00:00:00Z') }),
      ],
      'an approved entry without a number': [
        'entry_number_check',
        () => entry({ status: 'ACTIVE', entryNo: null }),
      ],
      'a number before the approval': [
        'entry_number_check',
        () => entry({ status: 'SUBMITTED', entryNo: '示例1' }),
      ],
      'a draft that was applied for': ['entry_status_check', () => entry({ submittedAt: earlier })],
      'an entry applied for without the instant': [
        'entry_status_check',
        () => entry({ status: 'RECOMMENDED', submittedAt: null }),
      ],
      'an entry returned after its approval': [
        'entry_status_check',
        () => entry({ status: 'RETURNED', approvedAt: later, entryNo: '示例2' }),
      ],
      'an entry that competes without approval': [
        'entry_status_check',
        () => entry({ status: 'ACTIVE', approvedAt: null, entryNo: null }),
      ],
      'a rejected entry that is not closed': [
        'entry_status_check',
        () => entry({ status: 'REJECTED', closedAt: null }),
      ],
      'a withdrawn entry that is not closed': [
        'entry_status_check',
        () => entry({ status: 'WITHDRAWN', closedAt: null }),
      ],
      'a disqualified entry that is closed': [
        'entry_status_check',
        () => entry({ status: 'VETOED', closedAt: later }),
      ],
      'one project twice in a competition': [
        'entry_subject_key',
        async () => {
          const { projectId } = await entry({ status: 'CONCLUDED' });
          return entry({ projectId });
        },
      ],
      'one organization twice in a track': [
        'entry_subject_key',
        async () => {
          await entry({ organizationId: applicantId, trackId: track.id });
          return entry({ applicantId: other.id, organizationId: applicantId, trackId: track.id });
        },
      ],
      'one studio twice in a competition': [
        'entry_subject_key',
        async () => {
          const { studioId } = await entry({ studioId: (await app.studio()).id });
          return entry({ studioId });
        },
      ],
      'one result twice in a competition': [
        'entry_subject_key',
        async () => {
          const { resultId } = await entry({ resultId: (await app.result()).id });
          return entry({ resultId });
        },
      ],
      'one team twice in a competition': [
        'entry_team_key',
        async () => {
          await entry({ ...team, trackId: track.id });
          return entry(team);
        },
      ],
      'one number twice in a competition': [
        'entry_competition_id_entry_no_key',
        async () => {
          const { entryNo } = await entry({ status: 'APPROVED' });
          return entry({ status: 'ACTIVE', entryNo });
        },
      ],
      'an entry in the track of another competition': [
        'entry_track_check',
        () => entry({ trackId: elsewhere.id }),
      ],
      'an entry moved into the track of another competition': [
        'entry_track_check',
        async () => {
          const { id } = await entry({ trackId: track.id });
          return app.db.prisma.entry.update({ where: { id }, data: { trackId: elsewhere.id } });
        },
      ],
      'an entry moved to another competition without its track': [
        'entry_track_check',
        async () => {
          const { id } = await entry({ trackId: track.id });
          const data = { competitionId: elsewhere.competitionId };
          return app.db.prisma.entry.update({ where: { id }, data });
        },
      ],
    },

    allowed: {
      'the same project again after a rejection and a withdrawal': async () => {
        const { projectId } = await entry({ status: 'REJECTED' });
        await entry({ projectId, status: 'WITHDRAWN' });
        return entry({ projectId, status: 'SUBMITTED' });
      },
      'the same team again after a rejection and a withdrawal': async () => {
        await entry({ teamName: '示例二班', status: 'REJECTED' });
        await entry({ teamName: '示例二班', status: 'WITHDRAWN' });
        return entry({ teamName: '示例二班' });
      },
      'the same team in another competition': async () => {
        await entry({ teamName: '示例四班' });
        return app.entry({ applicantId, teamName: '示例四班' });
      },
      'the same project in two tracks': async () => {
        const { projectId } = await entry({ trackId: track.id });
        return entry({ projectId, trackId: (await app.track({ competitionId })).id });
      },
      'the same project in another competition': async () => {
        const { projectId } = await entry({});
        return app.entry({ applicantId, projectId });
      },
      'teams of one name of two organizations': async () => {
        await entry({ teamName: '示例三班' });
        return entry({ teamName: '示例三班', applicantId: other.id });
      },
      'one number in two competitions': async () => {
        const { entryNo } = await entry({ status: 'APPROVED' });
        return app.entry({ applicantId, status: 'APPROVED', entryNo });
      },
      'an entry withdrawn as a draft': () => entry({ status: 'WITHDRAWN', submittedAt: null }),
      'an entry withdrawn after its approval, with its number': () =>
        entry({ status: 'WITHDRAWN', approvedAt: later, closedAt: later, entryNo: '示例3' }),
      'an entry moved to another competition together with its track': async () => {
        const { id } = await entry({ trackId: track.id });
        const data = { competitionId: elsewhere.competitionId, trackId: elsewhere.id };
        return app.db.prisma.entry.update({ where: { id }, data });
      },
    },
  };
}
