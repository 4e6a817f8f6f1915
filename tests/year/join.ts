import { expect } from 'vitest';
import { does, versionOf } from './asking.ts';
import type { Year } from './cast.ts';
import type { Competition } from './prepare.ts';

/** What the second half needs besides: two more units, those who assess, and whoever decides beside the office. */
export async function gather(year: Year) {
  const { regions, region, units, organization, officer, people } = year;
  const { city, east, west } = regions;
  const bureau = await organization('示例市住房城乡建设局', 'GOVERNMENT_DEPARTMENT', city);
  const rail = await organization('示例铁路公司', 'ENTERPRISE', east);
  const water = await organization('示例水务公司', 'ENTERPRISE', west);
  const branch = await organization('示例路桥公司一分公司', 'ENTERPRISE', east, { parent: units.bridge });
  const repair = await organization('示例电力公司检修公司', 'ENTERPRISE', west, { parent: units.power });
  const assessor = (name: string) => officer(name, 'ASSESSOR', { organization: bureau });
  return {
    ...year,
    bureau,
    branch,
    repair,
    units: { ...units, rail, water },
    people: {
      ...people,
      rail: await officer('rail', 'UNIT_OFFICER', { organization: rail }),
      water: await officer('water', 'UNIT_OFFICER', { organization: water }),
      first: await assessor('first'),
      second: await assessor('second'),
      third: await assessor('third'),
      insider: await officer('insider', 'ASSESSOR', { organization: branch }),
      colleague: await officer('colleague', 'COMMITTEE_OFFICE', { region: region(city) }),
    },
  };
}

export type Cast = Awaited<ReturnType<typeof gather>>;

/** Two more teams apply at the same instant, and are approved: the numbers of their entries follow. */
export async function join({ people, units, at }: Cast, { id: competition, teams: track }: Competition) {
  at('2026-02-16T09:00');
  const enter = async (name: 'rail' | 'water', teamName: string) => {
    const of = { competition, track, applicant: units[name], teamName };
    const words = { plan: '示例方案', leadingGroup: '示例领导小组', headcount: 80 };
    return (await does(people[name], 'entryCreate', { ...of, ...words })).id;
  };
  const [rail, water] = [await enter('rail', '示例铺轨三班'), await enter('water', '示例管网四班')];
  const approved = async (unit: 'rail' | 'water', county: 'east' | 'west', id: string) => {
    await does(people[unit], 'entrySubmit', { id, version: await versionOf(people[unit], id) });
    await does(people[county], 'entryRecommend', { id, version: await versionOf(people[county], id) });
    const seen = { id, version: await versionOf(people.office, id) };
    return (await does(people.office, 'entryApprove', seen, 'entryNo')).entryNo;
  };
  expect([await approved('rail', 'east', rail), await approved('water', 'west', water)]).toEqual([
    ...['2026-0003', '2026-0004'],
  ]);
  return { rail, water };
}

/** The ids of those who compete. */
export type Competing = Readonly<Record<'bridge' | 'power' | 'rail' | 'water', string>>;
