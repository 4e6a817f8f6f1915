import type { App } from '../../kit/app.ts';
import type { Refusals, Writes } from '../../kit/refusals.ts';

export async function awardWrites(app: App): Promise<Writes> {
  const { id: organizationId, regionId } = await app.organization();
  const person = await app.person();
  const type = await app.awardType();
  const decision = await app.decision({ issuerId: organizationId });
  const revocation = await app.decision({ issuerId: organizationId, kind: 'REVOKE' });
  const of = { awardTypeId: type.id, decisionId: decision.id, regionId };
  const revoked = { ...of, status: 'REVOKED', revocationDecisionId: revocation.id } as const;
  const day = new Date('2025-06-01');
  const twice = (name: string, recipient: () => Promise<Parameters<App['awardGrant']>[0]>): Refusals => ({
    [`one award for one ${name} again in a decision, even if the first was revoked`]: [
      'award_grant_once_key',
      async () => {
        const to = await recipient();
        await app.awardGrant({ ...revoked, ...to });
        return app.awardGrant({ ...of, ...to });
      },
    ],
  });

  return {
    refused: {
      'an award with a code in capitals': ['award_type_code_check', () => app.awardType({ code: 'May1' })],
      'an award without a name': ['award_type_name_check', () => app.awardType({ name: '' })],
      'an award given every zero months': ['award_type_cycle_check', () => app.awardType({ cycleMonths: 0 })],
      'an award that is part of itself': [
        'award_type_parent_check',
        () => app.db.prisma.awardType.update({ where: { id: type.id }, data: { parentId: type.id } }),
      ],
      'an award that ends on its first day': [
        'award_type_validity_check',
        () => app.awardType({ validFrom: day, validTo: day }),
      ],
      'two rules of one award at one time': [
        'award_type_excl',
        async () => {
          const { code } = await app.awardType({ validTo: new Date('2025-06-02') });
          return app.awardType({ code, validFrom: day });
        },
      ],
      'an initiative that names one award twice': [
        'initiative_award_type_initiative_id_award_type_id_key',
        async () => {
          const data = { initiativeId: (await app.initiative()).id, awardTypeId: type.id };
          await app.db.prisma.initiativeAwardType.create({ data });
          return app.db.prisma.initiativeAwardType.create({ data });
        },
      ],
      'an award for nobody': ['award_grant_recipient_check', () => app.awardGrant({ ...of, personId: null })],
      'an award for a person and an organization': [
        'award_grant_recipient_check',
        () => app.awardGrant({ ...of, personId: person.id, organizationId }),
      ],
      'an award for a team of no organization': [
        'award_grant_recipient_check',
        () => app.awardGrant({ ...of, teamName: '示例班组', organizationId: null, personId: person.id }),
      ],
      'an award for a team without a name': [
        'award_grant_recipient_check',
        () => app.awardGrant({ ...of, teamName: '', organizationId }),
      ],
      'an award given and revoked by one decision': [
        'award_grant_decisions_check',
        () => app.awardGrant({ ...revoked, revocationDecisionId: decision.id }),
      ],
      'an award revoked before it was given': [
        'award_grant_time_check',
        () => app.awardGrant({ ...revoked, grantedOn: day, revokedOn: new Date('2025-05-31') }),
      ],
      'an award revoked by no decision': [
        'award_grant_status_check',
        () => app.awardGrant({ ...revoked, revocationDecisionId: null }),
      ],
      'an award revoked without the day': [
        'award_grant_status_check',
        () => app.awardGrant({ ...revoked, revokedOn: null }),
      ],
      'an award revoked without a reason': [
        'award_grant_status_check',
        () => app.awardGrant({ ...revoked, revocationReason: null }),
      ],
      'an award in force with a reason to revoke it': [
        'award_grant_status_check',
        () => app.awardGrant({ ...of, revocationReason: '示例原因' }),
      ],
      ...twice('person', async () => ({ personId: (await app.person()).id })),
      ...twice('organization', async () => ({ organizationId: (await app.organization()).id })),
      ...twice('project', async () => ({ projectId: (await app.project()).id })),
      ...twice('studio', async () => ({ studioId: (await app.studio()).id })),
      ...twice('result', async () => ({ resultId: (await app.result()).id })),
      ...twice('team', async () => ({ organizationId, teamName: '示例一班' })),
    },

    allowed: {
      'new rules of an award from the day the old ones end': async () => {
        const { code } = await app.awardType({ validTo: day });
        return app.awardType({ code, validFrom: day });
      },
      'an award revoked on the day it was given': () =>
        app.awardGrant({ ...revoked, grantedOn: day, revokedOn: day }),
      'one award for an organization and two of its teams in a decision': async () => {
        await app.awardGrant({ ...of, organizationId });
        await app.awardGrant({ ...of, organizationId, teamName: '示例二班' });
        return app.awardGrant({ ...of, organizationId, teamName: '示例三班' });
      },
      'two awards for one person in a decision': async () => {
        await app.awardGrant({ ...of, personId: person.id });
        return app.awardGrant({ ...of, personId: person.id, awardTypeId: (await app.awardType()).id });
      },
      'one award for one person again by another decision': async () => {
        const { personId, awardTypeId } = await app.awardGrant(revoked);
        return app.awardGrant({ personId, awardTypeId, regionId });
      },
    },
  };
}
