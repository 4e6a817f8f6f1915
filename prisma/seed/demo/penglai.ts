import type { AwardTypes } from './awardTypes.ts';
import { decision, docNo } from './documents.ts';
import { grantRow, outcome } from './grants.ts';
import { ids } from './ids.ts';
import { type Batch, batch } from './insert.ts';
import {
  cityFederation,
  formerFederation,
  identifier,
  organization,
  PENGLAI_DISTRICT,
  REORGANIZED,
} from './offices.ts';
import { workerOf } from './people.ts';
import { homeOf, type Places } from './places.ts';
import { UNITS, unit } from './units.ts';
import { usccOf } from './uscc.ts';

const yard = ids('yard of Penglai')();
const yardProject = ids('project of Penglai')();
const openStudio = ids('open studio of Penglai')();
const closedStudio = ids('closed studio of Penglai')();
const naming = ids('naming of Penglai')();
const pioneers = ids('pioneers of Penglai')();
const title = ids('title of Penglai');

const NAMED_ON = '2019-04-12';
const HONORED_ON = '2019-04-26';
/** Behind those of all honors. */
const GRANTS = 100_000;

/** A unit of 蓬莱区 that took over the yard and the studio which still works. */
const heir = [...Array(UNITS).keys()].find((n) => homeOf(n) === PENGLAI_DISTRICT)!;

/** What 蓬莱市 left behind when it became 蓬莱区: records of 2019 that keep the region of their time. */
export function penglai(places: Places, awardTypes: AwardTypes): Batch[] {
  const regionId = places.penglai.id;
  return [
    batch('Organization', [
      organization({
        id: yard,
        name: '示例蓬莱造船厂',
        type: 'ENTERPRISE',
        ownership: 'COLLECTIVE',
        industryCode: 'C',
        status: 'MERGED',
        validFrom: '1988-05-01',
        validTo: REORGANIZED,
        regionId,
      }),
    ]),
    batch('OrganizationSuccession', [
      { id: ids('succession of the yard')(), predecessorId: yard, successorId: unit(heir) },
    ]),
    batch('OrganizationIdentifier', [identifier(ids('code of the yard')(), yard, usccOf('91', 9000))]),
    ...works(regionId),
    ...decisions(places),
    ...studios(regionId),
    ...honorsOf2019(places, awardTypes),
  ];
}

function works(regionId: string): Batch[] {
  return [
    batch('Project', [
      {
        id: yardProject,
        name: '示例蓬莱重点工程2019号项目',
        level: 'COUNTY_KEY',
        plannedInvestment: 80_000_000,
        plannedStart: '2018-03-01',
        plannedEnd: '2019-11-30',
        status: 'COMPLETED',
        isDemo: true,
        regionId,
        ownerId: yard,
      },
    ]),
    batch('ProjectParticipant', [
      {
        id: ids('participant of Penglai')(),
        role: 'OWNER',
        headcount: 120,
        migrantHeadcount: 30,
        joinedOn: '2018-03-01',
        leftOn: '2019-12-01',
        projectId: yardProject,
        organizationId: yard,
      },
    ]),
  ];
}

function decisions({ penglai, yantai }: Places): Batch[] {
  return [
    batch('Decision', [
      decision({
        id: naming,
        title: '示例关于命名2019年度蓬莱市创新工作室的决定',
        kind: 'NAME',
        nature: 'NAMING',
        issuedOn: NAMED_ON,
        docNo: docNo('县工发', NAMED_ON, 21),
        regionId: penglai.id,
        issuerId: formerFederation,
      }),
      decision({
        id: pioneers,
        title: '示例关于授予2019年烟台市五一劳动奖和工人先锋号的决定',
        kind: 'GRANT',
        nature: 'CONFERRAL',
        issuedOn: HONORED_ON,
        docNo: docNo('工发', HONORED_ON, 8),
        regionId: yantai.id,
        issuerId: cityFederation,
      }),
    ]),
  ];
}

/** One works on in the district, one was closed. */
function studios(regionId: string): Batch[] {
  const studio = { kind: 'WORKER', siteArea: null, annualFunding: 30_000, isDemo: true, regionId } as const;
  return [
    batch('Studio', [
      {
        ...studio,
        id: openStudio,
        name: '示例蓬莱港口装卸职工创新工作室2019',
        foundedOn: '2017-09-01',
        closedOn: null,
        status: 'ACTIVE',
        employerId: unit(heir),
        leadId: workerOf(heir),
      },
      {
        ...studio,
        id: closedStudio,
        name: '示例蓬莱焊接职工创新工作室2019',
        foundedOn: '2016-05-01',
        closedOn: REORGANIZED,
        status: 'CLOSED',
        employerId: yard,
        leadId: null,
      },
    ]),
    batch('StudioTitle', [
      { ...titleOf(0, openStudio), status: 'NAMED', validTo: null, nextReviewOn: '2026-12-31' },
      { ...titleOf(1, closedStudio), status: 'LAPSED', validTo: REORGANIZED, nextReviewOn: null },
    ]),
  ];
}

function titleOf(n: number, studioId: string) {
  return {
    id: title(n),
    studioId,
    level: 'COUNTY' as const,
    batchYear: 2019,
    validFrom: NAMED_ON,
    decisionId: naming,
  };
}

/** The award of a team of the yard, and a medal for the lead of the studio. */
function honorsOf2019({ penglai }: Places, awardTypes: AwardTypes): Batch[] {
  const given = [
    ['municipal.worker_pioneer', { organizationId: yard, teamName: '示例船体1班' }],
    ['municipal.may1_medal', { personId: workerOf(heir) }],
  ] as const;
  return [
    batch(
      'AwardGrant',
      given.map(([code, recipient], at) => ({
        ...grantRow(GRANTS + at, HONORED_ON, recipient),
        ...outcome({ issuer: 'nation', on: HONORED_ON }, at),
        regionId: penglai.id,
        awardTypeId: awardTypes(code, HONORED_ON).id,
        decisionId: pioneers,
      })),
    ),
  ];
}
