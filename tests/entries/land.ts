import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';
import { type Person, people } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** A province with a city of two counties, a unit in each of them and one of the city itself; and everybody who acts there. */
export async function land(app: App, signIn: SignedIn) {
  const person = people(app, signIn);
  const country = await app.region();
  const province = await app.region({ parent: country, level: 'PROVINCE' });
  const city = await app.region({ parent: province, level: 'PREFECTURE' });
  const county = await app.region({ parent: city, level: 'COUNTY' });
  const county2 = await app.region({ parent: city, level: 'COUNTY' });
  const industry = await app.organization({ regionId: city.id, type: 'INDUSTRIAL_UNION' });
  const unit = await app.organization({ regionId: county.id, parentId: industry.id });
  const unit2 = await app.organization({ regionId: county2.id });
  const cityUnit = await app.organization({ regionId: city.id });
  const provinceUnit = await app.organization({ regionId: province.id });

  const everyone = {
    admin: await person('ADMIN'),
    unit: await person({ role: 'UNIT_OFFICER', organizationId: unit.id }),
    colleague: await person({ role: 'UNIT_OFFICER', organizationId: unit.id }),
    unit2: await person({ role: 'UNIT_OFFICER', organizationId: unit2.id }),
    cityUnit: await person({ role: 'UNIT_OFFICER', organizationId: cityUnit.id }),
    provinceUnit: await person({ role: 'UNIT_OFFICER', organizationId: provinceUnit.id }),
    county: await person({ role: 'COUNTY_OFFICER', regionId: county.id }),
    county2: await person({ role: 'COUNTY_OFFICER', regionId: county2.id }),
    industrial: await person({ role: 'INDUSTRIAL_OFFICER', organizationId: industry.id }),
    municipal: await person({ role: 'MUNICIPAL_OFFICER', regionId: city.id }),
    provincial: await person({ role: 'PROVINCIAL_OFFICER', regionId: province.id }),
    office: await person({ role: 'COMMITTEE_OFFICE', regionId: city.id }),
    supervisor: await person({ role: 'SUPERVISOR', regionId: city.id }),
  };
  return { person, country, province, city, county, county2, unit, unit2, cityUnit, provinceUnit, everyone };
}

export type Land = Awaited<ReturnType<typeof land>>;
export type Name = keyof Land['everyone'];

export const FULL = { plan: '示例方案', leadingGroup: '示例领导小组', headcount: 12 };
export const DEADLINE = new Date('2026-06-01T00:00:00Z');

/** A competition of the city that takes applications until June. */
export function applying(
  app: App,
  { city }: { city: { id: string } },
  data: Parameters<App['competition']>[0] = {},
) {
  return app.competition({
    status: 'APPLYING',
    regionId: city.id,
    applicationsCloseAt: DEADLINE,
    year: 2026,
    ...data,
  });
}

export const ALL = `code path
  ... on ForbiddenError { needs } ... on StateError { from action possible } ... on VersionConflictError { currentVersion }
  ... on DeadlineError { deadline } ... on IncompleteError { missing } ... on DuplicateEntryError { earlier }
  ... on NotFoundError { type } ... on OpinionRequiredError { action }`;

/** The whole of what came of a mutation on an entry: the entry, or the error with its facts. */
export async function entry(who: Person, name: string, input: object, selection = 'status version') {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const told = await who.does(
    name,
    input,
    `... on ${type}Payload { entry { id ${selection} } } ... on Error { ${ALL.replace('code path', '')} code path }`,
  );
  const {
    __typename,
    entry: row,
    ...error
  } = told as { __typename: string; entry?: Record<string, unknown> };
  return row ?? { ...error, error: __typename };
}

/** What one does with an entry: its id stays, its version is looked up. */
export async function does(
  app: App,
  who: Person,
  action: string,
  id: string,
  { version, ...rest }: { version?: number; [more: string]: unknown } = {},
) {
  const row = await app.db.prisma.entry.findUniqueOrThrow({ where: { id } });
  const input = { id: globalId('Entry', id), version: version ?? row.version, ...rest };
  const told = await entry(who, `entry${action}`, input, 'status version');
  const { id: _, ...outcome } = told as Record<string, unknown>;
  return outcome;
}
