import { expect, test } from 'vitest';
import { startApp, startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('published');

test('a region is found by its code, with what is above and below it', async () => {
  const { data } = await app.ask(`{ region(code: "370600") {
    code name nameEn level path isInGb2260 validFrom validTo note
    parent { code parent { code parent { code parent { code } } } }
    children(first: 3, orderBy: { field: CODE }) { totalCount nodes { code name } } } }`);
  expect(data!.region).toEqual({
    code: '370600',
    name: '烟台市',
    nameEn: 'Yantai',
    level: 'PREFECTURE',
    path: '100000/370000/370600/',
    isInGb2260: true,
    validFrom: null,
    validTo: null,
    note: null,
    parent: { code: '370000', parent: { code: '100000', parent: null } },
    children: {
      totalCount: 15,
      nodes: [
        { code: '370602', name: '芝罘区' },
        { code: '370611', name: '福山区' },
        { code: '370612', name: '牟平区' },
      ],
    },
  });
});

test('a region that ended leads to its successor, and back', async () => {
  const { data } = await app.ask(`{
    old: region(code: "370684") { name validTo successors { nodes { code name validFrom } } predecessors { totalCount } }
    new: region(code: "370614") { predecessors(orderBy: { field: CODE }) { nodes { code name } } }
  }`);
  expect(data).toEqual({
    old: {
      name: '蓬莱市',
      validTo: '2020-06-05',
      successors: { nodes: [{ code: '370614', name: '蓬莱区', validFrom: '2020-06-05' }] },
      predecessors: { totalCount: 0 },
    },
    new: {
      predecessors: {
        nodes: [
          { code: '370634', name: '长岛县' },
          { code: '370684', name: '蓬莱市' },
        ],
      },
    },
  });
});

test('functional zones have no code and lie below their city', async () => {
  const { data } = await app.ask(`{ regions(filter: { level: [FUNCTIONAL_ZONE] }, orderBy: { field: NAME }) {
    nodes { code name path parent { code } } } }`);
  const { nodes } = data!.regions as { nodes: { path: string }[] };
  expect(nodes).toEqual([
    { code: null, name: '烟台经济技术开发区', path: nodes[0]!.path, parent: { code: '370600' } },
    { code: null, name: '烟台高新技术产业开发区', path: nodes[1]!.path, parent: { code: '370600' } },
  ]);
  for (const { path } of nodes) expect(path).toMatch(/^100000\/370000\/370600\/[\da-f-]{36}\/$/);
});

test('a region not known is null, and what is no code is refused in words', async () => {
  expect((await app.ask('{ region(code: "999999") { name } }')).data).toEqual({ region: null });
  for (const code of ['37060', '3706000', '037060', 'yantai', '３７０６００', '370600\n']) {
    const { data, errors } = await app.ask('query ($code: String!) { region(code: $code) { name } }', {
      code,
    });
    expect(data).toEqual({ region: null });
    expect(errors!.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['code: expected a GB/T 2260 code of six digits, as 370600.', 'BAD_USER_INPUT'],
    ]);
  }
});

test('a filter by region takes the same codes, and with it what lies below', async () => {
  const { data, errors } = await app.ask(`{
    direct: observations(filter: { regionCode: "610000" }) { totalCount }
    below: observations(filter: { regionCode: "610000", includeDescendants: true }) { totalCount }
    country: observations(filter: { regionCode: "100000", includeDescendants: true }) { totalCount }
    none: observations(filter: { regionCode: "999999", includeDescendants: true }) { totalCount }
    all: observations { totalCount }
    region(code: "610000") {
      direct: observations { totalCount }
      below: observations(includeDescendants: true) { totalCount }
      organizations { totalCount }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    direct: { totalCount: 37 },
    below: { totalCount: 86 },
    country: { totalCount: 263 },
    none: { totalCount: 0 },
    all: { totalCount: 263 },
    region: { direct: { totalCount: 37 }, below: { totalCount: 86 }, organizations: { totalCount: 2 } },
  });
  expect(
    (await app.ask('{ people { totalCount } regions(filter: { regionCode: "x" }) { totalCount } }')).errors,
  ).toEqual([
    {
      message: 'filter.regionCode: expected a GB/T 2260 code of six digits, as 370600.',
      locations: [{ line: 1, column: 25 }],
      path: ['regions'],
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

test('what was recorded for a region that ended is found under its successor, and so is a zone without a code', async () => {
  const own = await startApp('published');
  const named = (name: string) => own.db.prisma.region.findFirstOrThrow({ where: { name } });
  const old = await own.organization({ name: '示例老单位', regionId: (await named('蓬莱市')).id });
  const zone = await own.organization({
    name: '示例园区单位',
    regionId: (await named('烟台高新技术产业开发区')).id,
  });
  const query = `{
    successor: region(code: "370614") { ...below } city: region(code: "370600") { ...below }
    other: region(code: "370602") { ...below }
    filtered: organizations(filter: { regionCode: "370614", includeDescendants: true }) { nodes { name } }
  } fragment below on Region { organizations { totalCount } below: organizations(includeDescendants: true) { nodes { name } } }`;
  expect((await own.ask(query)).data).toEqual({
    successor: { organizations: { totalCount: 0 }, below: { nodes: [{ name: old.name }] } },
    city: { organizations: { totalCount: 0 }, below: { nodes: [{ name: zone.name }, { name: old.name }] } },
    other: { organizations: { totalCount: 0 }, below: { nodes: [] } },
    filtered: { nodes: [{ name: old.name }] },
  });
});

test('the labels of an enum come in both languages, and an unknown enum is refused with the known ones', async () => {
  const { data } = await app.ask('{ enumLabels(type: "RegionLevel") { value zh en } }');
  expect(data!.enumLabels).toEqual([
    { value: 'COUNTRY', zh: '全国', en: 'The whole country' },
    {
      value: 'PROVINCE',
      zh: '省级',
      en: 'Province, autonomous region or municipality under the central government',
    },
    { value: 'PREFECTURE', zh: '地级', en: 'City or prefecture' },
    { value: 'COUNTY', zh: '县级', en: 'County, county-level city or district' },
    { value: 'TOWNSHIP', zh: '乡镇、街道', en: 'Township, town or subdistrict' },
    {
      value: 'FUNCTIONAL_ZONE',
      zh: '功能区',
      en: 'Development or high-tech zone, no administrative division',
    },
  ]);
  const { errors } = await app.ask('{ enumLabels(type: "toString") { value } }');
  expect(errors![0]!.message).toMatch(
    /^type: expected one of RegionLevel, .*InitiativeKind|^type: expected one of /,
  );
  expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
});
