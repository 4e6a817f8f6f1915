import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function projectWrites(app: App): Promise<Writes> {
  const owner = await app.organization();
  const of = { ownerId: owner.id };
  const { id: projectId } = await app.project(of);
  const builder = async () => ({
    projectId,
    organizationId: (await app.organization({ regionId: owner.regionId })).id,
  });
  const day = new Date('2025-06-01');

  return {
    refused: {
      'a project without a name': ['project_name_check', () => app.project({ ...of, name: '' })],
      'a project of an industry beyond T': [
        'project_industry_check',
        () => app.project({ ...of, industryCode: 'U' }),
      ],
      'a planned investment below nothing': [
        'project_investment_check',
        () => app.project({ ...of, plannedInvestment: '-0.01' }),
      ],
      'a project planned to end before it starts': [
        'project_plan_check',
        () => app.project({ ...of, plannedStart: day, plannedEnd: new Date('2025-05-31') }),
      ],
      'less than no workers': [
        'project_participant_headcount_check',
        async () => app.projectParticipant({ ...(await builder()), headcount: -1 }),
      ],
      'less than no migrant workers': [
        'project_participant_headcount_check',
        async () => app.projectParticipant({ ...(await builder()), migrantHeadcount: -1 }),
      ],
      'more migrant workers than workers': [
        'project_participant_headcount_check',
        async () => app.projectParticipant({ ...(await builder()), headcount: 9, migrantHeadcount: 10 }),
      ],
      'a participant that leaves on its first day': [
        'project_participant_time_check',
        async () => app.projectParticipant({ ...(await builder()), joinedOn: day, leftOn: day }),
      ],
      'a participant twice in one role at one time': [
        'project_participant_excl',
        async () => {
          const participant = await builder();
          await app.projectParticipant({ ...participant, joinedOn: day });
          return app.projectParticipant(participant);
        },
      ],
    },

    allowed: {
      'a project of one day that costs nothing': () =>
        app.project({ ...of, plannedStart: day, plannedEnd: day, plannedInvestment: 0 }),
      'migrant workers alone': async () =>
        app.projectParticipant({ ...(await builder()), headcount: 9, migrantHeadcount: 9 }),
      'migrant workers among workers nobody counted': async () =>
        app.projectParticipant({ ...(await builder()), migrantHeadcount: 9 }),
      'a participant in two roles': async () => {
        const participant = await builder();
        await app.projectParticipant({ ...participant, role: 'DESIGNER' });
        return app.projectParticipant({ ...participant, role: 'SURVEYOR' });
      },
      'a participant that comes back on the day it left': async () => {
        const participant = await builder();
        await app.projectParticipant({ ...participant, leftOn: day });
        return app.projectParticipant({ ...participant, joinedOn: day });
      },
    },
  };
}
