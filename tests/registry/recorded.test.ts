import { describe, expect, test } from 'vitest';
import { RecordedFiguresDocument } from '../../src/generated/operations/graphql.ts';
import { NOON, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('demo');

const RECORDED = `query ($indicator: String!, $region: String!, $includeDemo: Boolean) {
  indicator(code: $indicator) { recorded(regionCode: $region, includeDemo: $includeDemo) {
    value difference includesDemo published { value } } } }`;

async function recorded(indicator: string, region: string, includeDemo?: boolean) {
  const { data, errors } = await app.ask<{ indicator: { recorded: Recorded | null } }>(RECORDED, {
    indicator,
    region,
    includeDemo,
  });
  expect(errors).toBeUndefined();
  return data!.indicator.recorded;
}

interface Recorded {
  value: number;
  difference: string | null;
  includesDemo: boolean;
  published: { value: string } | null;
}

describe('beside what was published of Yantai', () => {
  test('328 studios are missing as long as demonstration records do not count', async () => {
    const { indicators } = await app.client.request(RecordedFiguresDocument, {
      indicators: ['innovation_studio.county_plus'],
    });
    expect(indicators.nodes).toEqual([
      {
        code: 'innovation_studio.county_plus',
        name: '县级以上职工创新工作室',
        unit: '家',
        recorded: {
          value: 0,
          asOf: NOON.toISOString(),
          includesDemo: false,
          difference: '-328',
          published: {
            value: '328',
            valueText: '328',
            bound: 'EXACT',
            precision: '1',
            period: '2020-11~',
            quote: '全市县级以上职工创新工作室达到328家',
            source: { fileName: '001_36eec756fec64adf.txt' },
          },
        },
      },
    ]);
  });

  test.each([
    ['innovation_group.enterprise', '9869', '-9869', [380, '-9489']],
    ['innovation_studio.county_plus', '328', '-328', [328, '0']],
    ['key_project.merit_competition.municipal', '197', '-197', [197, '0']],
    ['key_project.merit_competition.provincial', '80', '-80', [80, '0']],
    ['mentor_pair.registered', '26000', '-26000', [550, '-25450']],
    // 1200多 is no more than a bound of the true number.
    ['merit_competition.participating_units', '1200', null, [1200, null]],
  ] as const)('%s is compared with %s', async (indicator, published, missing, [value, difference]) => {
    const beside = { published: { value: published } };
    expect(await recorded(indicator, '370600')).toEqual({
      ...beside,
      value: 0,
      difference: missing,
      includesDemo: false,
    });
    expect(await recorded(indicator, '370600', true)).toEqual({
      ...beside,
      value,
      difference,
      includesDemo: true,
    });
  });

  test('every indicator is asked with one count each, and one statement for all that was published', async () => {
    const statements = await app.statements(async () => {
      const { indicators } = await app.client.request(RecordedFiguresDocument, { includeDemo: true });
      expect(indicators.nodes).toHaveLength(6);
    });
    // The indicators, the region, six counts, the figures, and for each of these its row and its source.
    expect(statements.length).toBeLessThanOrEqual(1 + 1 + 6 + 1 + 2);
  });
});

describe('of a region', () => {
  test('what lies in its counties and zones counts for a city, each once', async () => {
    const regions = await app.db.prisma.region.findMany({
      where: { parent: { code: '370600' }, validTo: null },
    });
    const codes = regions.flatMap(({ code }) => code ?? []);
    const counted = await Promise.all(
      codes.map(async (code) => (await recorded('innovation_studio.county_plus', code, true))!.value),
    );
    const inZones = await studiosOfItsOwn(null);
    expect([codes.length, regions.length]).toEqual([11, 13]);
    expect(inZones).toBeGreaterThan(0);
    expect(counted.reduce((sum, value) => sum + value) + inZones).toBe(328);
  });

  test('what 蓬莱市 had before it became a part of 蓬莱区 counts for both', async () => {
    const [before, own] = [await studiosOfItsOwn('370684'), await studiosOfItsOwn('370614')];
    expect(Math.min(before, own)).toBeGreaterThan(0);
    expect((await recorded('innovation_studio.county_plus', '370684', true))?.value).toBe(before);
    expect((await recorded('innovation_studio.county_plus', '370614', true))?.value).toBe(before + own);
  });

  test.each(['370600', '370000', '100000'])('%s counts all of it', async (region) => {
    expect((await recorded('innovation_studio.county_plus', region, true))?.value).toBe(328);
  });

  test('where nothing was published there is no difference', async () => {
    expect(await recorded('innovation_studio.county_plus', '370602')).toEqual({
      value: 0,
      difference: null,
      includesDemo: false,
      published: null,
    });
  });

  test('which does not exist nothing is recorded', async () => {
    expect(await recorded('innovation_studio.county_plus', '999999', true)).toBeNull();
  });

  test('nothing is recorded of what the registry does not count', async () => {
    expect(await recorded('hardship.registered_households', '530000', true)).toBeNull();
  });

  test.each(['37060', '3706000', '烟台市', "' or 1=1", ''])(
    'with the code “%s” nothing can be asked',
    async (region) => {
      const { data, errors } = await app.ask(RECORDED, { indicator: 'mentor_pair.registered', region });
      expect(data).toEqual({ indicator: { recorded: null } });
      expect(errors).toMatchObject([
        { path: ['indicator', 'recorded'], extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(errors![0]!.message).toMatch(/^regionCode: /);
    },
  );
});

test('several regions are asked at once, with and without demonstration records', async () => {
  const { data } = await app.ask(`{ indicator(code: "innovation_studio.county_plus") {
    yantai: recorded(regionCode: "370600") { value }
    withDemo: recorded(regionCode: "370600", includeDemo: true) { value }
    elsewhere: recorded(regionCode: "510000", includeDemo: true) { value } } }`);
  expect(data).toEqual({
    indicator: { yantai: { value: 0 }, withDemo: { value: 328 }, elsewhere: { value: 0 } },
  });
});

/** Studios at county level and above that stand in regions with the code themselves; zones have none. */
function studiosOfItsOwn(code: string | null): Promise<number> {
  return app.db.prisma.studio.count({
    where: {
      region: { code },
      status: { not: 'CLOSED' },
      level: { in: ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] },
    },
  });
}
