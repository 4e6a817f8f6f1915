import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../src/features/figures/rules.ts';
import { type Bound, Prisma } from '../../src/generated/prisma/client.ts';
import { startApp } from '../kit/app.ts';

const DAY = new Date('2025-04-01');
const RECORDED = `query ($code: String!, $region: String!) {
  indicator(code: $code) { recorded(regionCode: $region) { value difference published { code } } } }`;

/** What is recorded less 2.6万 as it was printed, or another number. */
function difference(counted: number, { value = 26_000, precision = 1000, bound = 'EXACT' as Bound } = {}) {
  const published = { value: new Prisma.Decimal(value), precision: new Prisma.Decimal(precision), bound };
  return differenceOf(counted, published)?.toFixed();
}

describe('the difference', () => {
  test.each([
    [26_000, '0'],
    [26_001, '0'],
    [26_999, '0'],
    [25_001, '0'],
    [27_000, '1000'],
    [25_000, '-1000'],
    [24_999, '-1001'],
    [30_000, '4000'],
    [0, '-26000'],
  ])('of %d to 2.6万, which is printed to the thousand, is %s', (counted, expected) => {
    expect(difference(counted)).toBe(expected);
  });

  test.each([
    [328, '0'],
    [329, '1'],
    [327, '-1'],
  ])('of %d to 328, which is printed to the one, is %s', (counted, expected) => {
    expect(difference(counted, { value: 328, precision: 1 })).toBe(expected);
  });

  test.each(['AT_LEAST', 'AT_MOST', 'APPROX', 'RANGE', 'INCOMPLETE', 'UNCERTAIN'] as const)(
    'to a number that is %s is not known, also where it is equal',
    (bound) => {
      expect(difference(26_000, { bound })).toBeUndefined();
    },
  );
});

/** A private registry of one region, with what it records of an indicator. */
async function registry(code: string) {
  const app = await startApp();
  const region = await app.region();
  const county = await app.region({ parent: region });
  const indicator = await app.indicator({ code });
  return {
    ...app,
    region,
    inRegion: { regionId: region.id },
    inCounty: { regionId: county.id },
    publish: (data: Parameters<typeof app.observation>[0]) =>
      app.observation({ indicatorId: indicator.id, regionId: region.id, ...data }),
    recorded: async () => {
      const { data } = await app.ask<{ indicator: { recorded: object } }>(RECORDED, {
        code,
        region: region.code,
      });
      return data!.indicator.recorded;
    },
  };
}

describe('what counts', () => {
  test('are studios that are not closed and have a title of a county or above', async () => {
    const { studio, studioTitle, inRegion, inCounty, recorded } = await registry(
      'innovation_studio.county_plus',
    );
    for (const level of ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'ENTERPRISE', 'TEAM'] as const) {
      await studioTitle({ level, studioId: (await studio(inCounty)).id });
    }
    await studioTitle({ studioId: (await studio({ ...inRegion, status: 'SUSPENDED' })).id });
    await studioTitle({ studioId: (await studio({ ...inRegion, status: 'CLOSED' })).id });
    await studioTitle({ studioId: (await studio(inRegion)).id, status: 'REVOKED' });
    await studioTitle({ studioId: (await studio({ ...inRegion, isDemo: true })).id });
    await studioTitle();
    expect(await recorded()).toMatchObject({ value: 5 });
  });

  test('are groups that work', async () => {
    const { innovationGroup, inRegion, inCounty, recorded } = await registry('innovation_group.enterprise');
    await innovationGroup(inRegion);
    await innovationGroup(inCounty);
    await innovationGroup({ ...inRegion, status: 'DISSOLVED' });
    await innovationGroup({ ...inRegion, isDemo: true });
    expect(await recorded()).toMatchObject({ value: 2 });
  });

  test('are pairs that were not ended before their time', async () => {
    const { mentorPair, inCounty, recorded } = await registry('mentor_pair.registered');
    for (const status of ['REGISTERED', 'ACTIVE', 'EXTENDED', 'COMPLETED', 'TERMINATED'] as const) {
      await mentorPair({ ...inCounty, status });
    }
    expect(await recorded()).toMatchObject({ value: 4 });
  });

  test('are projects of the level with an approved entry in a merit competition, each once', async () => {
    const { project, entry, competition, inRegion, inCounty, recorded } = await registry(
      'key_project.merit_competition.provincial',
    );
    const provincial = async () => (await project({ ...inCounty, level: 'PROVINCIAL_KEY' })).id;
    const merit = async () => (await competition({ ...inRegion, kind: 'MERIT', status: 'RUNNING' })).id;
    const [one, twice] = [await provincial(), await provincial()];
    await entry({ projectId: one, competitionId: await merit(), status: 'VETOED' });
    await entry({ projectId: twice, competitionId: await merit(), status: 'APPROVED' });
    await entry({ projectId: twice, competitionId: await merit(), status: 'CONCLUDED' });
    await entry({ projectId: await provincial(), competitionId: await merit(), status: 'SUBMITTED' });
    await entry({ projectId: await provincial(), status: 'APPROVED' });
    await entry({
      projectId: (await project(inCounty)).id,
      competitionId: await merit(),
      status: 'APPROVED',
    });
    await provincial();
    expect(await recorded()).toMatchObject({ value: 2 });
  });

  test('are units of such projects, each once whatever it does there', async () => {
    const { organization, project, projectParticipant, entry, competition, inRegion, recorded } =
      await registry('merit_competition.participating_units');
    const merit = (await competition({ ...inRegion, kind: 'MERIT', status: 'RUNNING' })).id;
    const { id: organizationId } = await organization(inRegion);
    for (const role of ['CONTRACTOR', 'SUPPLIER'] as const) {
      const { id: projectId } = await project(inRegion);
      await projectParticipant({ organizationId, projectId, role, joinedOn: DAY });
      await entry({ projectId, competitionId: merit, status: 'ACTIVE' });
    }
    await projectParticipant({ organizationId: (await organization(inRegion)).id });
    expect(await recorded()).toMatchObject({ value: 1 });
  });
});

describe('what it is compared with', () => {
  test('is the latest figure that is in force, of the region as a whole', async () => {
    const { publish, mentorPair, inRegion, recorded, region } = await registry('mentor_pair.registered');
    for (let pair = 0; pair < 3; pair++) await mentorPair(inRegion);
    expect(await recorded()).toEqual({ value: 3, difference: null, published: null });

    const year = (year: string) => ({
      period: year,
      periodFrom: new Date(year),
      periodTo: new Date(`${year}-12-31`),
    });
    await publish({ ...year('2019'), value: 9 });
    const { code } = await publish({ ...year('2020'), value: 5 });
    await publish({ ...year('2021'), value: 6, scope: '示例园区' });
    await publish({ ...year('2022'), value: 7, kind: 'TARGET' });
    await publish({ ...year('2023'), value: 8, status: 'DISPUTED' });
    await publish({ ...year('2024'), value: 4, regionId: (await mentorPair()).regionId });
    expect(region.code).not.toBeNull();
    expect(await recorded()).toEqual({ value: 3, difference: '-2', published: { code } });
  });
});
