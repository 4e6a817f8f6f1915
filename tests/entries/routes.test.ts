import { expect, test } from 'vitest';
import { submitEntry } from '../../src/features/entries/commands/submit.ts';
import type { AdminLevel, Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { startSignIn } from '../kit/signIn.ts';
import { actors } from './asking.ts';
import { applying, FULL, type Land, land, type Name } from './land.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const actor = await actors(app, here);
const { everyone } = here;

type Unit = 'unit' | 'unit2' | 'cityUnit' | 'provinceUnit';
interface Variant {
  of: Unit;
  competition?: Partial<Prisma.CompetitionUncheckedCreateInput>;
  host?: Unit;
  track?: AdminLevel[];
}

/** What a unit applies for, and goes along which route. */
async function applied({ of, competition, host, track }: Variant) {
  const { id: competitionId } = await applying(app, here, competition);
  if (host) {
    await prisma.competitionHost.create({
      data: { competitionId, organizationId: here[host].id, ordinal: 1 },
    });
  }
  const trackId = track && (await app.track({ competitionId, route: track })).id;
  const { id: applicantId, regionId } = here[of];
  const draft = await app.entry({ competitionId, applicantId, regionId, trackId, ...FULL });
  return submitEntry(callOf(app, actor[of]), { id: draft.id, version: 1 });
}

const inRegion = (region: keyof Land, level: AdminLevel, route: AdminLevel[]) => ({
  regionId: (here[region] as { id: string }).id,
  level,
  route,
});
const ofProvince = inRegion('province', 'PROVINCIAL', ['COUNTY', 'MUNICIPAL', 'PROVINCIAL']);

test.each<[string, Variant, AdminLevel[]]>([
  ['the usual one', { of: 'unit' }, ['COUNTY', 'MUNICIPAL']],
  ['directly to the city, from a unit of the city', { of: 'cityUnit' }, ['MUNICIPAL']],
  ['the track’s own', { of: 'unit', track: ['MUNICIPAL'] }, ['MUNICIPAL']],
  ['the competition’s, where the track has none', { of: 'unit', track: [] }, ['COUNTY', 'MUNICIPAL']],
  ['within a county', { of: 'unit', competition: inRegion('county', 'COUNTY', ['COUNTY']) }, ['COUNTY']],
  ['up to the province', { of: 'unit', competition: ofProvince }, ['COUNTY', 'MUNICIPAL', 'PROVINCIAL']],
  [
    'up to the province, from a unit of the city',
    { of: 'cityUnit', competition: ofProvince },
    ['MUNICIPAL', 'PROVINCIAL'],
  ],
  ['directly to the province', { of: 'provinceUnit', competition: ofProvince }, ['PROVINCIAL']],
  [
    'within a unit',
    { of: 'unit', competition: inRegion('county', 'ENTERPRISE', ['ENTERPRISE']) },
    ['ENTERPRISE'],
  ],
  [
    'the usual one of its level, where it names none',
    { of: 'unit', competition: inRegion('province', 'PROVINCIAL', []) },
    ['COUNTY', 'MUNICIPAL', 'PROVINCIAL'],
  ],
])('%s', async (_, variant, route) => {
  expect(await applied(variant)).toMatchObject({ status: 'SUBMITTED', route, step: 0, version: 2 });
});

test('a county without a city above it reports to the province', async () => {
  const county = await app.region({ parent: here.province, level: 'COUNTY' });
  const { id: competitionId } = await applying(app, here, ofProvince);
  const of = { competitionId, applicantId: here.unit.id, regionId: county.id };
  const draft = await app.entry({ ...of, ...FULL });
  expect(await submitEntry(callOf(app, actor.unit), { id: draft.id, version: 1 })).toMatchObject({
    route: ['COUNTY', 'PROVINCIAL'],
  });
});

test('the route stays as it was when it was applied for', async () => {
  const { id, competitionId } = await applied({ of: 'unit' });
  await prisma.competition.update({ where: { id: competitionId }, data: { route: ['MUNICIPAL'] } });
  expect(await prisma.entry.findUnique({ where: { id } })).toMatchObject({ route: ['COUNTY', 'MUNICIPAL'] });
});

const HOME = inRegion('county', 'ENTERPRISE', ['ENTERPRISE']);
test.each<[string, Variant, number, Name[], 'RECOMMEND' | 'APPROVE']>([
  ['the county examines', { of: 'unit' }, 0, ['admin', 'county', 'industrial'], 'RECOMMEND'],
  ['the city approves', { of: 'unit' }, 1, ['admin', 'municipal', 'office'], 'APPROVE'],
  ['the city examines', { of: 'unit', competition: ofProvince }, 1, ['admin', 'municipal'], 'RECOMMEND'],
  ['the province approves', { of: 'unit', competition: ofProvince }, 2, ['admin', 'provincial'], 'APPROVE'],
  [
    'a county approves in its own competition, and no industrial union',
    { of: 'unit', competition: inRegion('county', 'COUNTY', ['COUNTY']) },
    0,
    ['admin', 'county', 'office'],
    'APPROVE',
  ],
  [
    'a county does not approve for the city',
    { of: 'unit', track: ['COUNTY'] },
    0,
    ['admin', 'office'],
    'APPROVE',
  ],
  [
    'a unit approves what others apply for in its competition',
    { of: 'unit2', competition: HOME, host: 'unit' },
    0,
    ['admin', 'unit', 'colleague', 'industrial', 'office'],
    'APPROVE',
  ],
  [
    'a unit approves its own teams in its competition, but not who applied',
    { of: 'unit', competition: HOME, host: 'unit' },
    0,
    ['admin', 'colleague', 'industrial', 'office'],
    'APPROVE',
  ],
  [
    'the nation approves',
    { of: 'unit', competition: inRegion('country', 'NATIONAL', ['PROVINCIAL', 'NATIONAL']) },
    1,
    ['admin'],
    'APPROVE',
  ],
])('%s', async (_, variant, step, who, action) => {
  const { id, route } = await applied(variant);
  await prisma.entry.update({
    where: { id },
    data: { step, status: step > 0 ? 'RECOMMENDED' : 'SUBMITTED' },
  });
  // Who applied is known from the step alone.
  await app.workflowEvent({ subjectType: 'Entry', subjectId: id, actorUserId: everyone[variant.of].id });
  expect(step).toBeLessThan(route.length);
  const found: string[] = [];
  for (const [name, each] of Object.entries(everyone)) {
    const { data } = await each.ask<{ node: { nextActions: string[] } | null }>(
      'query ($id: ID!) { node(id: $id) { ... on Entry { nextActions } } }',
      { id: globalId('Entry', id) },
    );
    const decisions = data!.node?.nextActions.filter((each) => each !== 'WITHDRAW') ?? [];
    if (decisions.length > 0) {
      expect([name, decisions]).toEqual([name, ['RETURN', action, 'REJECT']]);
      found.push(name);
    }
  }
  expect(found).toEqual(who);
});
