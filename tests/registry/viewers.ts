import { hashOf, newKey } from '../../src/features/access/rules.ts';
import type { ApiScope, Role } from '../../src/generated/prisma/client.ts';
import { type App, NOON } from '../kit/app.ts';
import { people } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';
import { hiddenRows } from './hiddenRows.ts';
import { meetingRows } from './meetingRows.ts';
import type { Viewer } from './oracle/viewers.ts';
import { assessed, scoredRows } from './scoredRows.ts';

const SCOPES: ApiScope[] = ['READ_COMPETITIONS', 'READ_ENTRIES', 'READ_STUDIO_TITLES', 'READ_RESULTS'];

/** A viewer with the token that they ask with; the public has none. */
export type Asking = Viewer & { readonly name: string; readonly token?: string };

/**
 * Every kind of row that is not for everybody, of two units in one county and of one in another province, and
 * everybody who could look: each role here and there.
 */
export async function viewers(app: App, signIn: SignedIn): Promise<Asking[]> {
  const { prisma } = app.db;
  const person = people(app, signIn);
  const country = await app.region();
  const province = async () => {
    const top = await app.region({ parent: country, level: 'PROVINCE' });
    const city = await app.region({ parent: top, level: 'PREFECTURE' });
    return { top, city, county: await app.region({ parent: city, level: 'COUNTY' }) };
  };
  const [here, there] = [await province(), await province()];
  const { organizationId: one } = await hiddenRows(app, here.county);
  const entryId = await scoredRows(app, {
    regionId: here.county.id,
    cityId: here.city.id,
    organizationId: one,
  });
  const { organizationId: neighbor } = await hiddenRows(app, here.county);
  const { organizationId: distant } = await hiddenRows(app, there.county);
  await scoredRows(app, { regionId: there.county.id, cityId: there.city.id, organizationId: distant });
  for (const [regionId, seated, owner] of [
    [here.county.id, one, neighbor],
    [here.city.id, neighbor, one],
    [there.city.id, distant, one],
  ] as const) {
    await meetingRows(app, { regionId, seated, owner });
  }
  // The county was another one before; what was recorded then still counts for it.
  const former = await app.region({ parent: here.city, level: 'COUNTY', validTo: new Date('2020-06-05') });
  await prisma.regionSuccession.create({ data: { predecessorId: former.id, successorId: there.county.id } });
  await hiddenRows(app, former);
  const { id: industry } = await app.organization({ regionId: here.city.id, type: 'INDUSTRIAL_UNION' });
  const { id: union } = await app.organization({
    regionId: here.county.id,
    type: 'GRASSROOTS_UNION',
    parentId: industry,
    employerId: one,
  });
  const subsidiary = await app.organization({ regionId: there.county.id, parentId: one });

  const all: Asking[] = [{ name: 'PUBLIC', role: 'PUBLIC' }];
  const add = async (name: string, role: Role, viewer: Omit<Viewer, 'role'>, held: object) => {
    const { token, id } = await person({ role, ...held });
    all.push({ name: `${role} ${name}`, role, token, userId: id, ...viewer });
    return id;
  };
  const own = [one, union, subsidiary.id];
  await add('', 'ADMIN', {}, {});
  for (const [name, { top, city, county }] of Object.entries({ here, there })) {
    const over = (regionId: string) => [{ regionId }, { regionId }] as const;
    await add(name, 'PROVINCIAL_OFFICER', ...over(top.id));
    await add(name, 'MUNICIPAL_OFFICER', ...over(city.id));
    await add(name, 'COUNTY_OFFICER', ...over(county.id));
    await add(name, 'COMMITTEE_OFFICE', ...over(city.id));
    await add(name, 'COMMITTEE_MEMBER', ...over(county.id));
    await add(name, 'SUPERVISOR', ...over(top.id));
  }
  await add('of a unit', 'UNIT_OFFICER', { organizationIds: own }, { organizationId: one });
  await add('of its union', 'UNIT_OFFICER', { organizationIds: own }, { organizationId: union });
  await add('elsewhere', 'UNIT_OFFICER', { organizationIds: [distant] }, { organizationId: distant });
  await add('', 'INDUSTRIAL_OFFICER', { organizationIds: [industry, ...own] }, { organizationId: industry });
  const assessorId = await add('of a unit', 'ASSESSOR', {}, { organizationId: one });
  await assessed(app, { entryId, userId: assessorId, organizationId: one });

  const client = await prisma.apiClient.create({ data: { name: '示例系统', organizationId: one } });
  for (const scopes of [[], SCOPES, ...SCOPES.map((scope) => [scope])]) {
    const { prefix, secret, text: token } = newKey();
    const regionId = here.city.id;
    const times = { createdAt: NOON, expiresAt: new Date(NOON.getTime() + 1) };
    await prisma.apiKey.create({
      data: { prefix, secretHash: hashOf(secret), clientId: client.id, regionId, scopes, ...times },
    });
    all.push({
      name: `PARTNER ${scopes.join() || 'without scopes'}`,
      role: 'PARTNER',
      token,
      regionId,
      scopes,
    });
  }
  return all;
}
