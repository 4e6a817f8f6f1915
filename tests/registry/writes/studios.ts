import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function studioWrites(app: App): Promise<Writes> {
  const employer = await app.organization();
  const of = { employerId: employer.id };
  const studio = await app.studio(of);
  const day = new Date('2025-06-01');
  const worker = async () => ({ studioId: studio.id, personId: (await app.person()).id });

  return {
    refused: {
      'a studio without a name': ['studio_name_check', () => app.studio({ ...of, name: '' })],
      'a studio that closes before it is founded': [
        'studio_time_check',
        () => app.studio({ ...of, status: 'CLOSED', foundedOn: day, closedOn: new Date('2025-05-31') }),
      ],
      'a closed studio without the day': [
        'studio_status_check',
        () => app.studio({ ...of, status: 'CLOSED', closedOn: null }),
      ],
      'a working studio with a day of closing': [
        'studio_status_check',
        () => app.studio({ ...of, closedOn: day }),
      ],
      'a suspended studio with a day of closing': [
        'studio_status_check',
        () => app.studio({ ...of, status: 'SUSPENDED', closedOn: day }),
      ],
      'a site below nothing': ['studio_amounts_check', () => app.studio({ ...of, siteArea: -1 })],
      'funding below nothing': ['studio_amounts_check', () => app.studio({ ...of, annualFunding: -1 })],
      'a member of a studio who leaves on the first day': [
        'studio_member_time_check',
        async () => app.studioMember({ ...(await worker()), joinedOn: day, leftOn: day }),
      ],
      'a person twice in one studio at one time, even in two roles': [
        'studio_member_excl',
        async () => {
          const member = await worker();
          await app.studioMember({ ...member, role: 'CORE', joinedOn: day });
          return app.studioMember({ ...member, role: 'ADVISER' });
        },
      ],
      'one partner of a studio twice': [
        'studio_partner_studio_id_organization_id_key',
        async () => {
          const data = { studioId: studio.id, organizationId: employer.id };
          await app.db.prisma.studioPartner.create({ data });
          return app.db.prisma.studioPartner.create({ data });
        },
      ],
    },

    allowed: {
      'a studio closed on the day of its founding': () =>
        app.studio({ ...of, status: 'CLOSED', foundedOn: day, closedOn: day }),
      'a studio without site and funding': () => app.studio({ ...of, siteArea: 0, annualFunding: 0 }),
      'a member who comes back on the day of leaving': async () => {
        const member = await worker();
        await app.studioMember({ ...member, leftOn: day });
        return app.studioMember({ ...member, joinedOn: day });
      },
      'a person in two studios at one time': async () => {
        const { personId } = await app.studioMember(await worker());
        return app.studioMember({ studioId: (await app.studio(of)).id, personId });
      },
    },
  };
}
