import { committee } from './committee.ts';
import type { NewRow } from './insert.ts';
import { cityFederation, nationalFederation, provincialFederation } from './offices.ts';
import type { Place, Places } from './places.ts';

type Decision = NewRow<'Decision'>;

/** A decision that honors, and how many get which award by it. */
export interface Honor {
  readonly title: string;
  readonly kind: Decision['kind'];
  readonly nature: Decision['nature'];
  readonly on: string;
  readonly issuer: keyof typeof ISSUERS;
  readonly document: number;
  readonly awards: readonly (readonly [code: string, count: number])[];
  /** Whether all of it was taken back later. */
  readonly isRevoked?: boolean;
}

export const ISSUERS = {
  nation: {
    words: '总工发',
    by: { issuerId: nationalFederation },
    place: ({ country }: Places): Place => country,
  },
  province: {
    words: '省工发',
    by: { issuerId: provincialFederation },
    place: ({ shandong }: Places): Place => shandong,
  },
  city: { words: '工发', by: { issuerId: cityFederation }, place: ({ yantai }: Places): Place => yantai },
  committee: { words: '竞委', by: { committeeId: committee }, place: ({ yantai }: Places): Place => yantai },
} as const;

const CONFERRAL = { kind: 'GRANT', nature: 'CONFERRAL' } as const;
const COMMENDATION = { kind: 'GRANT', nature: 'COMMENDATION' } as const;
const NAMING = { kind: 'NAME', nature: 'NAMING' } as const;
const PRAISE = { kind: 'PRAISE', nature: 'PRAISE' } as const;

/** The decisions of three years, and how many were honored by each. */
export const HONORS: readonly Honor[] = [
  {
    ...COMMENDATION,
    title: '示例关于表彰全国劳动模范和先进工作者的决定',
    on: '2025-04-28',
    issuer: 'nation',
    document: 5,
    awards: [
      ['national.model_worker', 6],
      ['national.advanced_worker', 3],
    ],
  },
  ...[2024, 2025, 2026].map((year) => mayDay(year, 'national', '全国', 'nation', [3, 2, 5])),
  ...[2024, 2025, 2026].map((year) => mayDay(year, 'provincial', '山东省', 'province', [14, 7, 10])),
  ...[2024, 2025, 2026].map((year) => mayDay(year, 'municipal', '烟台市', 'city', [50, 25, 40])),
  {
    ...CONFERRAL,
    title: '示例关于授予2024年烟台市工人先锋号的决定',
    on: '2024-09-10',
    issuer: 'city',
    document: 25,
    awards: [['municipal.worker_pioneer', 20]],
    isRevoked: true,
  },
  ...[2024, 2025].map(
    (year): Honor => ({
      ...PRAISE,
      title: `示例关于表扬${year}年度烟台市劳动竞赛先进集体和先进个人的通报`,
      on: `${year}-12-26`,
      issuer: 'committee',
      document: 6,
      awards: [
        ['praise.advanced_collective', 40],
        ['praise.advanced_individual', 90],
      ],
    }),
  ),
  {
    ...PRAISE,
    title: '示例关于表扬2025年度烟台市优秀“五小”成果的通报',
    on: '2026-05-08',
    issuer: 'committee',
    document: 2,
    awards: [['praise.five_small_result', 120]],
  },
  {
    ...NAMING,
    title: '示例关于命名2025年度烟台市建功项目的决定',
    on: '2025-12-26',
    issuer: 'committee',
    document: 7,
    awards: [['naming.merit_project', 15]],
  },
  {
    ...NAMING,
    title: '示例关于命名2026年烟台市全员创新示范企业的决定',
    on: '2026-06-12',
    issuer: 'city',
    document: 26,
    awards: [['naming.all_staff_innovation_enterprise', 30]],
  },
  {
    ...NAMING,
    title: '示例关于命名2026年烟台市十佳创新工作室的决定',
    on: '2026-06-15',
    issuer: 'city',
    document: 27,
    awards: [['naming.innovation_studio', 10]],
  },
];

/** What is given around May 1: medals to persons, certificates to organizations, the pioneer's title to teams. */
function mayDay(
  year: number,
  level: 'national' | 'provincial' | 'municipal',
  place: string,
  issuer: Honor['issuer'],
  [medals, certificates, pioneers]: readonly [number, number, number],
): Honor {
  return {
    ...(level === 'national' ? COMMENDATION : CONFERRAL),
    title: `示例关于授予${year}年${place}五一劳动奖和工人先锋号的决定`,
    on: `${year}-04-28`,
    issuer,
    document: 8,
    awards: [
      [`${level}.may1_medal`, medals],
      [`${level}.may1_certificate`, certificates],
      [`${level}.worker_pioneer`, pioneers],
    ],
  };
}
