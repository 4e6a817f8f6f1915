import { ids } from './ids.ts';
import { type Batch, batch, times } from './insert.ts';
import { identifier, organization } from './offices.ts';
import type { Place, Places } from './places.ts';
import { draws, pick } from './random.ts';
import { usccOf } from './uscc.ts';

export const NATION_UNITS = 60_000;
export const NATION_PEOPLE = 500_000;

/** The union of all employers of a region. */
export const jointUnion = ids('joint union');
export const nationUnit = ids('unit of the nation');
export const nationPerson = ids('person of the nation');

/** Behind the codes of the city's organizations. */
const CODES = 10_000;

const placeOf = draws('region of a unit');
const industryOf = pick('industry of a unit', ['A', 'B', 'C', 'C', 'C', 'D', 'E', 'E', 'G', 'I', null]);
const ownershipOf = pick('ownership', [
  'STATE',
  'PRIVATE',
  'PRIVATE',
  'COLLECTIVE',
  'FOREIGN',
  null,
] as const);

/** The place of a unit among all places. */
export function nationPlace(unit: number, { all }: Places): number {
  return Math.floor(placeOf(unit) * all.length);
}

/** The place of the unit at which a person works. */
export function placeOfPerson(person: number, places: Places): number {
  return nationPlace(person % NATION_UNITS, places);
}

/** A joint union for each region, which issues its decisions, the units, and the people who work there. */
export function nationUnits(places: Places): Batch[] {
  return [
    batch('Organization', places.all.map(jointUnionRow)),
    batch(
      'Organization',
      times(NATION_UNITS, (n) =>
        organization({
          id: nationUnit(n),
          name: `示例单位${numbered(n)}`,
          type: 'ENTERPRISE',
          ownership: ownershipOf(n),
          industryCode: industryOf(n),
          regionId: places.all[nationPlace(n, places)]!.id,
        }),
      ),
    ),
    batch(
      'OrganizationIdentifier',
      times(NATION_UNITS, (n) => identifier(code(n), nationUnit(n), usccOf('91', CODES + n))),
    ),
    batch(
      'Person',
      times(NATION_PEOPLE, (n) => ({
        id: nationPerson(n),
        name: `示例人员${numbered(n)}`,
        employerId: nationUnit(n % NATION_UNITS),
        isDemo: true,
      })),
    ),
  ];
}

const code = ids('code of a unit of the nation');

function jointUnionRow({ id: regionId, name }: Place, n: number) {
  return organization({ id: jointUnion(n), name: `示例${name}工会联合会`, type: 'JOINT_UNION', regionId });
}

/** A number as names end in it, so that they sort in its order. */
export function numbered(n: number): string {
  return String(n + 1).padStart(6, '0');
}
