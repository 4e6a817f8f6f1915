import { globalId } from '../../src/graphql/ids.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { provinces } from '../access/provinces.ts';
import { startSharedApp } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';

/** Two provinces with officers, in a database that the tests of a file share. */
export async function startScene() {
  const signIn = await startSignIn();
  const app = await startSharedApp('empty', { authentication: signIn.authentication });
  const { here, there, everyone, person } = await provinces(app, signIn);
  const officers = {
    ...everyone,
    unit: await person({ role: 'UNIT_OFFICER', organizationId: here.unit.id }),
    committeeOffice: await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id }),
    committeeMember: await person({ role: 'COMMITTEE_MEMBER', regionId: here.county.id }),
    assessor: await person({ role: 'ASSESSOR', organizationId: here.unit.id }),
    municipalThere: await person({ role: 'MUNICIPAL_OFFICER', regionId: there.city.id }),
    countyThere: await person({ role: 'COUNTY_OFFICER', regionId: there.county.id }),
    unitThere: await person({ role: 'UNIT_OFFICER', organizationId: there.unit.id }),
  };
  return { app, here, there, person, officers };
}

export type Officers = Awaited<ReturnType<typeof startScene>>['officers'];

export const id = (model: ModelName, row: { id: string }) => globalId(model, row.id);

/** The code of the refusal, or `done`. */
export async function outcome(who: Person, mutation: string, input: object): Promise<string> {
  const { code } = await who.does(mutation, input, '... on Error { code }');
  return (code as string | undefined) ?? 'done';
}

/** What a refusal tells: its code, path and English message. */
export function refusal(who: Person, mutation: string, input: object, facts = '') {
  return who.does(mutation, input, `... on Error { code path message messageZh } ${facts}`);
}
