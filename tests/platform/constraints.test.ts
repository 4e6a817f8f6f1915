import { describe, expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { expectRefusal, type Refusals } from '../kit/refusals.ts';

const app = await startSharedApp('published');
const { prisma } = app.db;
const yantai = await prisma.region.findUniqueOrThrow({ where: { code: '370600' } });
const country = await prisma.region.findUniqueOrThrow({ where: { code: '100000' } });
const factory = await app.organization({ name: '示例机械厂', regionId: yantai.id });
const figure = await prisma.observation.findUniqueOrThrow({ where: { code: '001-048' } });
const { id: indicatorId } = await app.indicator();
const of = { indicatorId, regionId: yantai.id, sourceId: figure.sourceId };
const identifier = { organizationId: factory.id, scheme: 'USCC', value: '91370602MA00000154' } as const;
await prisma.organizationIdentifier.create({ data: identifier });

/** What the database itself refuses, with the constraint that does. */
const REFUSED: Refusals = {
  'a region with a code of five digits': [
    'region_code_check',
    () => app.region({ parent: yantai, code: '37069' }),
  ],
  'a region of GB/T 2260 without a code': [
    'region_gb2260_check',
    () => app.region({ parent: yantai, code: null, isInGb2260: true }),
  ],
  'a county without a parent': ['region_parent_check', () => app.region({ level: 'COUNTY' })],
  'a country inside something': [
    'region_parent_check',
    () => app.region({ parent: country, level: 'COUNTRY' }),
  ],
  'a region that ends before it begins': [
    'region_validity_check',
    () => app.region({ parent: yantai, validFrom: new Date('2020-01-02'), validTo: new Date('2020-01-02') }),
  ],
  'two regions of one name in one place at one time': [
    'region_name_excl',
    () => app.region({ parent: yantai, name: '蓬莱市', validFrom: new Date('2020-06-04') }),
  ],
  'a region that succeeds itself': [
    'region_succession_check',
    () => prisma.regionSuccession.create({ data: { predecessorId: yantai.id, successorId: yantai.id } }),
  ],
  'an organization without a name': [
    'organization_name_check',
    () => app.organization({ name: '', regionId: yantai.id }),
  ],
  'an industry beyond T': [
    'organization_industry_check',
    () => app.organization({ industryCode: 'U', regionId: yantai.id }),
  ],
  'an existing organization with an end': [
    'organization_status_check',
    () => app.organization({ validTo: new Date('2020-01-01'), regionId: yantai.id }),
  ],
  'an enterprise with an employer': [
    'organization_employer_check',
    () => app.organization({ employerId: factory.id, regionId: yantai.id }),
  ],
  'the same code twice': [
    'organization_identifier_value_key',
    async () => {
      const { id } = await app.organization({ regionId: yantai.id });
      return prisma.organizationIdentifier.create({ data: { ...identifier, organizationId: id } });
    },
  ],
  'two preferred codes of one scheme': [
    'organization_identifier_preferred_key',
    () => prisma.organizationIdentifier.create({ data: { ...identifier, value: '91350100M000100Y43' } }),
  ],
  'a USCC in small letters': [
    'organization_identifier_uscc_check',
    () =>
      prisma.organizationIdentifier.create({
        data: { ...identifier, value: '91350100m000100y43', isPreferred: false },
      }),
  ],
  "a partner's key of no partner": [
    'organization_identifier_partner_check',
    () => prisma.organizationIdentifier.create({ data: { ...identifier, scheme: 'PARTNER', value: '1' } }),
  ],
  'an indicator with a code in capitals': ['indicator_code_check', () => app.indicator({ code: 'Studio' })],
  'a range without its end': ['observation_range_check', () => app.observation({ ...of, bound: 'RANGE' })],
  'an end without a range': ['observation_range_check', () => app.observation({ ...of, valueMax: 2 })],
  'a precision of nothing': ['observation_precision_check', () => app.observation({ ...of, precision: 0 })],
  'a period that ends before it begins': [
    'observation_period_check',
    () => app.observation({ ...of, periodFrom: new Date('2020-01-02'), periodTo: new Date('2020-01-01') }),
  ],
  'a line before the first': ['observation_line_check', () => app.observation({ ...of, line: 0 })],
  'a figure without its sentence': ['observation_quote_check', () => app.observation({ ...of, quote: '' })],
  'a figure superseded twice': [
    'observation_supersedes_key',
    async () => {
      await app.observation({ ...of, supersedesId: figure.id });
      return app.observation({ ...of, supersedesId: figure.id });
    },
  ],
  'a source with a sum that is none': ['source_document_sha256_check', () => app.source({ sha256: 'abc' })],
};

describe('the database refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (_name, [constraint, write]) => expectRefusal(constraint, write));
});

test('a published figure is never changed, only its standing', async () => {
  const change = (data: object) => prisma.observation.update({ where: { code: '001-047' }, data });
  await expect(change({ value: 329 })).rejects.toThrow('A published figure is never changed: supersede it.');
  await expect(change({ quote: 'x' })).rejects.toThrow('A published figure is never changed: supersede it.');
  expect(await change({ status: 'DISPUTED', version: 2 })).toMatchObject({ status: 'DISPUTED', version: 2 });
});

test('regions of one name may follow one another', async () => {
  const { id } = await app.region({ parent: yantai, name: '蓬莱市', validFrom: new Date('2020-06-05') });
  await prisma.region.delete({ where: { id } });
});

test('the ancestry follows every change of the tree', async () => {
  const county = await app.region({ parent: yantai });
  const ancestors = async () => {
    const rows = await prisma.regionAncestry.findMany({
      where: { descendantId: county.id },
      select: { ancestor: { select: { code: true } } },
    });
    return rows.map(({ ancestor }) => ancestor.code).sort();
  };
  expect(await ancestors()).toEqual(['100000', '370000', '370600', county.code]);
  const shaanxi = await prisma.region.findUniqueOrThrow({ where: { code: '610000' } });
  await prisma.region.update({ where: { id: county.id }, data: { parentId: shaanxi.id } });
  expect(await ancestors()).toEqual(['100000', '610000', county.code]);
  await prisma.regionSuccession.create({ data: { predecessorId: county.id, successorId: yantai.id } });
  expect(await ancestors()).toEqual(['100000', '370000', '370600', '610000', county.code]);
});
