import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function committeeWrites(app: App): Promise<Writes> {
  const office = await app.organization();
  const department = await app.organization({ regionId: office.regionId });
  const committee = await app.committee({ officeId: office.id });
  const seat = { committeeId: committee.id, organizationId: office.id };
  const until = { validTo: new Date('2020-01-01') };
  const from = { validFrom: new Date('2020-01-01') };

  return {
    refused: {
      'a committee without a name': ['committee_name_check', () => app.committee({ name: '' })],
      'a prefix of document numbers with brackets': [
        'committee_doc_prefix_check',
        () => app.committee({ docPrefix: '示劳赛〔委〕' }),
      ],
      'an empty prefix of document numbers': [
        'committee_doc_prefix_check',
        () => app.committee({ docPrefix: '' }),
      ],
      'a committee that ends on its first day': [
        'committee_validity_check',
        () => app.committee({ ...from, ...until }),
      ],
      'a seat that ends on its first day': [
        'committee_member_validity_check',
        () => app.committeeMember({ ...seat, ...from, ...until }),
      ],
      'one organization twice in one post at one time': [
        'committee_member_seat_excl',
        async () => {
          await app.committeeMember({ ...seat, post: 'DIRECTOR', ...from });
          return app.committeeMember({ ...seat, post: 'DIRECTOR', validFrom: new Date('2025-01-01') });
        },
      ],
      'one person twice in one post of one organization at one time': [
        'committee_member_seat_excl',
        async () => {
          const { id: personId } = await app.person();
          await app.committeeMember({ ...seat, personId });
          return app.committeeMember({ ...seat, personId });
        },
      ],
    },

    allowed: {
      'a prefix of document numbers in Chinese': () => app.committee({ docPrefix: '示劳赛委' }),
      'a seat again from the day the earlier one ended': async () => {
        await app.committeeMember({ ...seat, post: 'LIAISON', ...until });
        return app.committeeMember({ ...seat, post: 'LIAISON', ...from });
      },
      'one organization in two posts': async () => {
        await app.committeeMember({ ...seat, organizationId: department.id, post: 'MEMBER' });
        return app.committeeMember({ ...seat, organizationId: department.id, post: 'OFFICE_HEAD' });
      },
      'two people of one organization in one post': async () => {
        const post = { ...seat, post: 'DEPUTY_DIRECTOR' } as const;
        await app.committeeMember({ ...post, personId: (await app.person()).id });
        return app.committeeMember({ ...post, personId: (await app.person()).id });
      },
    },
  };
}
