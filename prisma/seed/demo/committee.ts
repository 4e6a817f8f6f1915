import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import { cityFederation, DEPARTMENT_COUNT, department } from './offices.ts';
import { official } from './people.ts';
import type { Places } from './places.ts';

type Seat = Pick<NewRow<'CommitteeMember'>, 'post' | 'organizationId'> & Partial<NewRow<'CommitteeMember'>>;

export const committee = ids('committee')();

const SINCE = '2019-03-01';
/** When the director changed. */
const HANDOVER = '2024-02-01';
const SENATE = DEPARTMENT_COUNT;

/** The labor competition committee: the federation together with the departments, each with a member and a liaison. */
export function committees({ yantai }: Places): Batch[] {
  const government = department(0);
  const seats: Seat[] = [
    { post: 'DIRECTOR', organizationId: government, personId: official(1), validTo: HANDOVER },
    { post: 'DIRECTOR', organizationId: government, personId: official(0), validFrom: HANDOVER },
    { post: 'DEPUTY_DIRECTOR', organizationId: cityFederation, personId: official(SENATE) },
    { post: 'DEPUTY_DIRECTOR', organizationId: department(1), personId: official(1), validFrom: HANDOVER },
    { post: 'OFFICE_HEAD', organizationId: cityFederation, personId: official(SENATE + 1) },
    ...Array.from({ length: DEPARTMENT_COUNT }, (_, n): Seat[] => [
      { post: 'MEMBER', organizationId: department(n), personId: n % 3 === 0 ? null : official(n) },
      { post: 'LIAISON', organizationId: department(n) },
    ]).flat(),
    { post: 'LIAISON', organizationId: cityFederation, personId: official(SENATE + 2) },
  ];
  return [
    batch('Committee', [
      {
        id: committee,
        name: `示例${yantai.name}劳动竞赛委员会`,
        nameEn: 'Example labor competition committee',
        level: 'MUNICIPAL',
        docPrefix: '示例竞委',
        validFrom: SINCE,
        isDemo: true,
        regionId: yantai.id,
        officeId: cityFederation,
      },
    ]),
    batch(
      'CommitteeMember',
      seats.map((seat, n) => ({
        id: ids('seat')(n),
        committeeId: committee,
        personId: null,
        validFrom: SINCE,
        validTo: null,
        ...seat,
      })),
    ),
  ];
}
