import { plus } from './days.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { federation, INDUSTRIES, identifier, industrialUnion, organization } from './offices.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { usccOf } from './uscc.ts';

/** Units that take part in the competitions, as many as Yantai counted. */
export const UNITS = 1200;
/** Every second unit has a union. */
const UNION_EVERY = 2;
const UNIONS = UNITS / UNION_EVERY;
const INSTITUTION_EVERY = 12;

export const unit = ids('unit');
/** The union of a unit with an even number. */
export const unionOf = ids('union');

/** Lines of business, each with its section of GB/T 4754. */
const TRADES = [
  ['A', '渔业'],
  ['B', '矿业'],
  ...(['机械', '化工', '食品', '电子'] as const).map((name) => ['C', name] as const),
  ['D', '电力'],
  ...(['建筑', '路桥'] as const).map((name) => ['E', name] as const),
  ['G', '港航'],
  ['I', '软件'],
  ['N', '环保'],
] as const;
const INSTITUTIONS = [
  ['M', '设计院'],
  ['P', '职业学院'],
  ['Q', '医院'],
] as const;

const tradeOf = pick('trade of a unit', TRADES);
const institutionOf = pick('kind of an institution', INSTITUTIONS);
const ownershipOf = pick('ownership of a unit', [
  ...(['PRIVATE', 'PRIVATE', 'PRIVATE', 'PRIVATE', 'STATE', 'STATE', 'STATE'] as const),
  ...(['COLLECTIVE', 'FOREIGN', 'HMT', null] as const),
]);
const ageOf = between('months of a unit', 0, 480);
const foundingOf = maybe('founding of a unit', (n) => plus('1980-01-01', 30 * ageOf(n)));
const isSubsidiary = chance('a unit is a subsidiary', 0.05);
const isIndustrial = chance('a union is below an industrial union', 0.1);
const industryOf = between('industry of a union', 0, INDUSTRIES.length - 1);

export function unitName(n: number): string {
  const number = String(n + 1).padStart(4, '0');
  return isInstitution(n) ? `示例${institutionOf(n)[1]}${number}` : `示例${tradeOf(n)[1]}公司${number}`;
}

/** The units and the unions of their workers, each with a made-up code. */
export function units(places: Places): Batch[] {
  return [
    batch(
      'Organization',
      times(UNITS, (n) => unitRow(n, places)),
    ),
    batch(
      'Organization',
      times(UNIONS, (n) => unionRow(n * UNION_EVERY, places)),
    ),
    batch(
      'OrganizationIdentifier',
      times(UNITS, (n) => {
        return identifier(ids('code of a unit')(n), unit(n), usccOf(isInstitution(n) ? '12' : '91', n + 1));
      }),
    ),
    batch(
      'OrganizationIdentifier',
      times(UNIONS, (n) => {
        const of = n * UNION_EVERY;
        return identifier(ids('code of a union')(of), unionOf(of), usccOf('81', 1000 + of));
      }),
    ),
  ];
}

function isInstitution(n: number): boolean {
  return n % INSTITUTION_EVERY === 5;
}

function unitRow(n: number, { homes }: Places): NewRow<'Organization'> {
  const number = String(n + 1).padStart(4, '0');
  return organization({
    id: unit(n),
    name: unitName(n),
    nameEn: n % 5 === 0 ? `Example unit ${number}` : null,
    shortName: n % 3 === 0 ? `示例${number}` : null,
    type: isInstitution(n) ? 'PUBLIC_INSTITUTION' : 'ENTERPRISE',
    ownership: isInstitution(n) ? 'NOT_APPLICABLE' : ownershipOf(n),
    industryCode: isInstitution(n) ? institutionOf(n)[0] : tradeOf(n)[0],
    validFrom: foundingOf(n),
    regionId: homes[homeOf(n)]!.id,
    // One of the first hundred, which are not subsidiaries themselves.
    parentId: n >= 100 && isSubsidiary(n) ? unit(n % 100) : null,
  });
}

function unionRow(n: number, { homes }: Places): NewRow<'Organization'> {
  return organization({
    id: unionOf(n),
    name: `${unitName(n)}工会`,
    type: 'GRASSROOTS_UNION',
    regionId: homes[homeOf(n)]!.id,
    parentId: isIndustrial(n) ? industrialUnion(industryOf(n)) : federation(homeOf(n)),
    employerId: unit(n),
  });
}
