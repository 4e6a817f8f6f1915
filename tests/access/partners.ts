import { globalId } from '../../src/graphql/ids.ts';
import { type App, NOON } from '../kit/app.ts';
import { type Person, people } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';
import { post, refusal } from '../kit/wire.ts';

export const DAY = 24 * 60 * 60_000;
export const days = (number: number) => new Date(NOON.getTime() + number * DAY).toISOString();
export const UNKNOWN = [401, 'UNAUTHENTICATED', 'The key is not known, or no longer valid.'];

const KEY = `... on ApiKeyCreatePayload { key apiKey { id version prefix scopes expiresAt lastUsedAt revokedAt
  client { name organization { id } } region { id } } }`;
const REVOKED = `... on ApiKeyRevokePayload { apiKey { id version revokedAt revocationReason } }
  ... on VersionConflictError { currentVersion } ... on AlreadyEndedError { endedAt }`;
const REFUSED = '... on Error { code path } ... on ForbiddenError { needs } ... on NotFoundError { type }';

interface Created extends Record<string, unknown> {
  key: string;
  apiKey: { id: string; version: number; prefix: string };
}

/** A partner in one of two cities, and who gives keys there. */
export async function partners(app: App, signIn: SignedIn) {
  const person = people(app, signIn);
  const country = await app.region();
  const city = await app.region({ parent: country, level: 'PREFECTURE' });
  const elsewhere = await app.region({ parent: country, level: 'PREFECTURE' });
  const partner = await app.organization({ regionId: city.id });
  const admin = await person('ADMIN');
  const officer = await person({ role: 'MUNICIPAL_OFFICER', regionId: city.id });
  const input = {
    organization: globalId('Organization', partner.id),
    name: '示例系统',
    region: globalId('Region', city.id),
    scopes: ['READ_ENTRIES'],
    expiresAt: days(365),
  };
  return {
    ...{ person, country, city, elsewhere, partner, admin, officer },
    create: async (more: object = {}, who: Person = admin) =>
      (await who.does('apiKeyCreate', { ...input, ...more }, `${KEY} ${REFUSED}`)) as Created,
    revoke: ({ id, version }: Created['apiKey'], more: object = {}, who: Person = admin) =>
      who.does('apiKeyRevoke', { id, version, reason: '示例原因', ...more }, `${REVOKED} ${REFUSED}`),
  };
}

/** What is answered to a key. */
export async function asked(app: App, key: string) {
  return refusal(await post(app, '{"query":"{ __typename }"}', { authorization: `Bearer ${key}` }));
}
