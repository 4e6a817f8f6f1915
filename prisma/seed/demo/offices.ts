import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import type { Place, Places } from './places.ts';
import { usccOf } from './uscc.ts';

type Organization = NewRow<'Organization'>;

export const nationalFederation = ids('national federation')();
export const provincialFederation = ids('provincial federation')();
export const cityFederation = ids('city federation')();
/** The federation of one of the homes. */
export const federation = ids('federation');
/** The federation of 蓬莱市, which ended with it. */
export const formerFederation = ids('former federation')();
export const industrialUnion = ids('industrial union');
export const department = ids('department');

export const INDUSTRIES = ['建设', '交通', '能源化工', '机械冶金', '电子信息', '港航', '财贸', '教科卫'];
const DEPARTMENTS = [
  ...['人民政府办公室', '发展和改革委员会', '教育局', '科学技术局', '工业和信息化局', '公安局', '财政局'],
  ...[
    '人力资源和社会保障局',
    '自然资源和规划局',
    '生态环境局',
    '住房和城乡建设局',
    '城市管理局',
    '交通运输局',
  ],
  ...['水利局', '农业农村局', '商务局', '卫生健康委员会', '应急管理局', '国有资产监督管理委员会'],
  '市场监督管理局',
];
export const DEPARTMENT_COUNT = DEPARTMENTS.length;

/** 蓬莱区 among the homes. */
export const PENGLAI_DISTRICT = 4;
/** The day on which 蓬莱区 took the place of 蓬莱市. */
export const REORGANIZED = '2020-06-05';

/** The federations of trade unions, the industrial unions, and the departments that sit in the committee. */
export function offices({ country, shandong, yantai, penglai, homes }: Places): Batch[] {
  const federations = [
    union(nationalFederation, country, null, { nameEn: 'Example national federation of trade unions' }),
    union(provincialFederation, shandong, nationalFederation),
    union(cityFederation, yantai, provincialFederation, { shortName: '示例市总' }),
    ...homes.map((home, n) => union(federation(n), home, cityFederation)),
    union(formerFederation, penglai, cityFederation, { status: 'MERGED', validTo: REORGANIZED }),
  ];
  const industrial = INDUSTRIES.map((industry, n) =>
    organization({
      id: industrialUnion(n),
      name: `示例${yantai.name}${industry}产业工会`,
      type: 'INDUSTRIAL_UNION',
      regionId: yantai.id,
      parentId: cityFederation,
    }),
  );
  const departments = DEPARTMENTS.map((name, n) =>
    organization({
      id: department(n),
      name: `示例${yantai.name}${name}`,
      type: 'GOVERNMENT_DEPARTMENT',
      regionId: yantai.id,
    }),
  );
  return [
    batch('Organization', [...federations, ...industrial, ...departments]),
    batch('OrganizationSuccession', [
      {
        id: ids('succession of federations')(),
        predecessorId: formerFederation,
        successorId: federation(PENGLAI_DISTRICT),
      },
    ]),
    batch(
      'OrganizationIdentifier',
      federations.map(({ id }, n) => identifier(ids('code of a federation')(n), id!, usccOf('81', n + 1))),
    ),
  ];
}

/** A demonstration organization, without what is not mentioned. */
export function organization(
  row: Pick<Organization, 'id' | 'name' | 'type' | 'regionId'> & Partial<Organization>,
): Organization {
  return {
    nameEn: null,
    shortName: null,
    ownership: null,
    industryCode: null,
    status: 'ACTIVE',
    validFrom: null,
    validTo: null,
    parentId: null,
    employerId: null,
    isDemo: true,
    ...row,
  };
}

export function identifier(
  id: string,
  organizationId: string,
  value: string,
): NewRow<'OrganizationIdentifier'> {
  return { id, organizationId, scheme: 'USCC', value };
}

function union(
  id: string,
  { id: regionId, name }: Place,
  parentId: string | null,
  rest: Partial<Organization> = {},
) {
  const type = 'UNION_FEDERATION';
  return organization({ id, name: `示例${name}总工会`, type, regionId, parentId, ...rest });
}
