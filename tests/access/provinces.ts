import type { SCOPES } from '../../src/features/access/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';
import { type Person, people } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';

export type AssignedRole = keyof typeof SCOPES;

/** Two provinces, each with a city, a county and an industrial union, and a unit in the county; and officers of the first. */
export async function provinces(app: App, signIn: SignedIn) {
  const person = people(app, signIn);
  const country = await app.region();
  const province = async () => {
    const top = await app.region({ parent: country, level: 'PROVINCE' });
    const city = await app.region({ parent: top, level: 'PREFECTURE' });
    const county = await app.region({ parent: city, level: 'COUNTY' });
    const industry = await app.organization({ regionId: city.id, type: 'INDUSTRIAL_UNION' });
    const unit = await app.organization({ regionId: county.id });
    const union = await app.organization({
      regionId: county.id,
      type: 'GRASSROOTS_UNION',
      parentId: industry.id,
      employerId: unit.id,
    });
    return { top, city, county, industry, unit, union };
  };
  const [here, there] = [await province(), await province()];
  const everyone = {
    admin: await person('ADMIN'),
    provincial: await person({ role: 'PROVINCIAL_OFFICER', regionId: here.top.id }),
    municipal: await person({ role: 'MUNICIPAL_OFFICER', regionId: here.city.id }),
    county: await person({ role: 'COUNTY_OFFICER', regionId: here.county.id }),
    industrial: await person({ role: 'INDUSTRIAL_OFFICER', organizationId: here.industry.id }),
    supervisor: await person({ role: 'SUPERVISOR', regionId: here.top.id }),
  };
  return { person, here, there, everyone };
}

type Province = Awaited<ReturnType<typeof provinces>>['here'];

/** For what each role is held in a province, as the input of a mutation. */
export function held({ top, city, county, industry, unit }: Province): Record<AssignedRole, object> {
  const region = ({ id }: { id: string }) => ({ region: globalId('Region', id) });
  const organization = ({ id }: { id: string }) => ({ organization: globalId('Organization', id) });
  return {
    ADMIN: {},
    PROVINCIAL_OFFICER: region(top),
    MUNICIPAL_OFFICER: region(city),
    COUNTY_OFFICER: region(county),
    INDUSTRIAL_OFFICER: organization(industry),
    UNIT_OFFICER: organization(unit),
    COMMITTEE_OFFICE: region(city),
    COMMITTEE_MEMBER: region(county),
    ASSESSOR: organization(unit),
    SUPERVISOR: region(county),
  };
}

let counter = 0;
const REFUSED = '... on Error { code path } ... on ForbiddenError { needs }';

/** What came of giving a role to somebody new. */
export function grant(who: Person, input: object, selection = '') {
  const subject = `granted-${++counter}`;
  return who.does('roleAssignmentGrant', { subject, ...input }, `${REFUSED} ${selection}`);
}
