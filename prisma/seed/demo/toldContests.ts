import { committee } from './committee.ts';
import type { Contest } from './contests.ts';
import { cityFederation, department } from './offices.ts';
import type { Places } from './places.ts';

/** The competition that people go through, step by step, as the story tells. */
export const TOLD = 120;
/** Its edition of the year before, which is scored as a whole. */
export const LAST_TOLD = 121;
/** From where its entries come: three counties and a zone. */
export const TOLD_HOMES = [8, 3, 0, 11];
/** Teams of each that apply besides, recommended already. */
export const TOLD_TEAMS = 3;

/** As it is drafted. */
export function told({ yantai }: Places): Contest {
  return {
    number: TOLD,
    previous: LAST_TOLD,
    title: `示例2026年度${yantai.name}先进制造业劳动竞赛`,
    theme: '示例：比技能、比质量、比安全',
    kind: 'LABOR',
    level: 'MUNICIPAL',
    year: 2026,
    status: 'DRAFT',
    publishedOn: '2026-01-08',
    regionId: yantai.id,
    committeeId: committee,
    hosts: [cityFederation, department(4)],
    tracks: ['ORGANIZATION', 'COLLECTIVE'],
    seasons: [
      ['示例第一阶段', '2026-02-16', '2026-03-31'],
      ['示例第二阶段', '2026-04-01', '2026-05-31'],
      ['示例第三阶段', '2026-06-01', '2026-08-31'],
      ['示例第四阶段', '2026-09-01', '2026-10-31'],
    ],
  };
}

/** Over, and not scored yet. */
export function toldBefore({ yantai }: Places): Contest {
  return {
    number: LAST_TOLD,
    title: `示例2025年度${yantai.name}先进制造业劳动竞赛`,
    kind: 'LABOR',
    level: 'MUNICIPAL',
    year: 2025,
    status: 'SCORING',
    publishedOn: '2025-06-10',
    daysRunning: 310,
    regionId: yantai.id,
    committeeId: committee,
    hosts: [cityFederation, department(4)],
    tracks: ['COLLECTIVE'],
    seasons: [],
  };
}
