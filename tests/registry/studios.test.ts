import { expect, test } from 'vitest';
import { StudiosDocument } from '../../src/generated/operations/graphql.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('demo');

/** The studios of a city as a frontend asks for them, with everything that its list shows. */
const QUERY = `{ region(code: "370600") { name nameEn
  studios(first: 50, includeDescendants: true, filter: {level: [MUNICIPAL, PROVINCIAL]}, orderBy: {field: FOUNDED_ON, direction: DESC}) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id name kind level foundedOn isDemo lead { name } employer { name region { name } }
      titles { nodes { level grade status decision { docNo issuedOn } } }
      awardGrants(first: 5) { totalCount nodes { awardType { name level nature } grantedOn } }
      results(first: 3) { nodes { title category benefitAmount } } } } } }`;

interface Answer {
  region: {
    name: string;
    nameEn: string;
    studios: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: Record<string, unknown>[];
    };
  };
}

const ask = async () => (await app.ask<Answer>(QUERY)).data!.region;

test('the first of them come with lead, employer, titles, awards and results', async () => {
  const { name, nameEn, studios } = await ask();
  expect([name, nameEn, studios.nodes.length]).toEqual(['烟台市', 'Yantai', 50]);
  expect(studios.nodes.slice(0, 2)).toMatchInlineSnapshot(`
    [
      {
        "awardGrants": {
          "nodes": [],
          "totalCount": 0,
        },
        "employer": {
          "name": "示例建筑公司0152",
          "region": {
            "name": "芝罘区",
          },
        },
        "foundedOn": "2018-05-01",
        "id": "U3R1ZGlvOjAxOWI3NmRhLWFiZmEtNzEyZi04ZGRhLTVlMDI2NDY1NmQ2Zg==",
        "isDemo": true,
        "kind": "WORKER",
        "lead": {
          "name": "示例职工0152",
        },
        "level": "MUNICIPAL",
        "name": "示例信息化职工创新工作室0051",
        "results": {
          "nodes": [
            {
              "benefitAmount": null,
              "category": "RATIONALIZATION",
              "title": "示例信息化合理化建议0051",
            },
            {
              "benefitAmount": null,
              "category": "RATIONALIZATION",
              "title": "示例港口装卸合理化建议0429",
            },
          ],
        },
        "titles": {
          "nodes": [
            {
              "decision": {
                "docNo": "示例工发〔2024〕21号",
                "issuedOn": "2024-06-16",
              },
              "grade": "ORDINARY",
              "level": "MUNICIPAL",
              "status": "RECTIFYING",
            },
            {
              "decision": {
                "docNo": "示例县工发〔2021〕21号",
                "issuedOn": "2021-03-10",
              },
              "grade": "ORDINARY",
              "level": "COUNTY",
              "status": "NAMED",
            },
          ],
        },
      },
      {
        "awardGrants": {
          "nodes": [],
          "totalCount": 0,
        },
        "employer": {
          "name": "示例港航公司0104",
          "region": {
            "name": "莱山区",
          },
        },
        "foundedOn": "2018-05-01",
        "id": "U3R1ZGlvOjAxOWI3NmRhLWFiYWEtNzEyZi04ZGRhLTVlMDI2NDY1NmQ2Zg==",
        "isDemo": true,
        "kind": "WORKER",
        "lead": {
          "name": "示例职工0104",
        },
        "level": "MUNICIPAL",
        "name": "示例核电安装职工创新工作室0035",
        "results": {
          "nodes": [
            {
              "benefitAmount": "680000.5",
              "category": "SMALL_RENOVATION",
              "title": "示例焊接小改造0413",
            },
            {
              "benefitAmount": "50000",
              "category": "SMALL_REFORM",
              "title": "示例核电安装小革新0035",
            },
          ],
        },
        "titles": {
          "nodes": [
            {
              "decision": {
                "docNo": "示例工发〔2024〕21号",
                "issuedOn": "2024-06-16",
              },
              "grade": "ORDINARY",
              "level": "MUNICIPAL",
              "status": "NAMED",
            },
            {
              "decision": {
                "docNo": "示例县工发〔2021〕21号",
                "issuedOn": "2021-03-13",
              },
              "grade": "ORDINARY",
              "level": "COUNTY",
              "status": "NAMED",
            },
          ],
        },
      },
    ]
  `);
});

/** Plainly counted: studios of these levels in regions that lie below Yantai, also in what is no more. */
async function recounted() {
  const { path } = await app.db.prisma.region.findUniqueOrThrow({ where: { code: '370600' } });
  const regions = await app.db.prisma.region.findMany({ where: { path: { startsWith: path } } });
  const studios = await app.db.prisma.studio.findMany({ include: { titles: true } });
  const within = new Set(regions.map(({ id }) => id));
  return studios.filter(({ regionId, titles }) => {
    const held = titles.filter(({ status }) => status === 'NAMED' || status === 'RECTIFYING');
    const highest = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'].find((each) =>
      held.some(({ level }) => level === each),
    );
    return within.has(regionId) && (highest === 'PROVINCIAL' || highest === 'MUNICIPAL');
  });
}

test('the total is what a plain count of the titles gives', async () => {
  const { studios } = await ask();
  expect(studios.totalCount).toBe((await recounted()).length);
  expect(studios.totalCount).toBeGreaterThan(50);
  expect(studios.pageInfo.hasNextPage).toBe(true);
});

test('page by page come all of them once, the youngest first, those of unknown age last', async () => {
  const found: { id: string; name: string; foundedOn: string | null }[] = [];
  for (let after: string | null | undefined; ; ) {
    const { region } = await app.client.request(StudiosDocument, { first: 20, after });
    const { nodes, pageInfo, totalCount } = region!.studios;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) {
      expect(found).toHaveLength(totalCount);
      break;
    }
    after = pageInfo.endCursor;
  }
  const days = found.map(({ foundedOn }) => foundedOn);
  const known = days.filter((day) => day !== null);
  expect(days).toEqual([...known.sort().reverse(), ...days.filter((day) => day === null)]);
  expect(days.length).toBeGreaterThan(known.length);
  expect(found.map(({ name }) => name).sort()).toEqual((await recounted()).map(({ name }) => name).sort());
});
