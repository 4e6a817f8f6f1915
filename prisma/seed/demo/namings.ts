import { plus } from './days.ts';
import { decision, docNo } from './documents.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import { cityFederation, federation, nationalFederation, provincialFederation } from './offices.ts';
import type { Place, Places } from './places.ts';

/** Levels at which a federation names studios. */
export type NamingLevel = 'NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL' | 'COUNTY';

interface Naming {
  /** First and last year of a batch. */
  readonly years: readonly [number, number];
  /** Month and day of the decision. */
  readonly day: string;
  readonly words: string;
  readonly issuer: (home: number) => string;
  readonly place: (places: Places, home: number) => Place;
}

const NAMINGS: Readonly<Record<NamingLevel, Naming>> = {
  NATIONAL: {
    years: [2025, 2025],
    day: '04-28',
    words: '总工发',
    issuer: () => nationalFederation,
    place: ({ country }) => country,
  },
  PROVINCIAL: {
    years: [2024, 2025],
    day: '11-20',
    words: '省工发',
    issuer: () => provincialFederation,
    place: ({ shandong }) => shandong,
  },
  MUNICIPAL: {
    years: [2022, 2025],
    day: '06-16',
    words: '工发',
    issuer: () => cityFederation,
    place: ({ yantai }) => yantai,
  },
  COUNTY: {
    years: [2021, 2026],
    day: '03-10',
    words: '县工发',
    issuer: federation,
    place: ({ homes }, home) => homes[home]!,
  },
};

const naming = ids('naming');

/** The decision by which studios were named in a year; at county level each home has its own. */
export function namingDecision(level: NamingLevel, year: number, home: number): string {
  const years = Object.keys(NAMINGS).indexOf(level) * 100 + year - 2000;
  return naming(years * 20 + (level === 'COUNTY' ? home : 0));
}

/** The day of that decision. */
export function namingDay(level: NamingLevel, year: number, home: number): string {
  return plus(`${year}-${NAMINGS[level].day}`, level === 'COUNTY' ? home : 0);
}

/** The decisions that name studios: one a year and level, and at county level one of each home. */
export function namings(places: Places): Batch {
  const levels = Object.keys(NAMINGS) as NamingLevel[];
  return batch(
    'Decision',
    levels.flatMap((level) => {
      const [first, last] = NAMINGS[level].years;
      const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
      const homes = level === 'COUNTY' ? [...places.homes.keys()] : [0];
      return years.flatMap((year) => homes.map((home) => namingRow(level, year, home, places)));
    }),
  );
}

function namingRow(level: NamingLevel, year: number, home: number, places: Places): NewRow<'Decision'> {
  const { words, issuer, place } = NAMINGS[level];
  const { id: regionId, name } = place(places, home);
  const issuedOn = namingDay(level, year, home);
  return decision({
    id: namingDecision(level, year, home),
    docNo: level === 'COUNTY' && home % 5 === 4 ? null : docNo(words, issuedOn, 21),
    title: `示例关于命名${year}年度${name}创新工作室的决定`,
    kind: 'NAME',
    nature: 'NAMING',
    issuedOn,
    regionId,
    issuerId: issuer(home),
  });
}
