import type { Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';

type Some<Data> = Partial<Data>;

/** Makes rows, filling in what a test does not mention. Every name says that it is an example. */
export function builders(prisma: PrismaClient) {
  let counter = 0;
  const next = () => ++counter;

  const builders = {
    /** A region; the country where no parent is named. */
    region: async ({
      parent,
      ...data
    }: Some<Prisma.RegionUncheckedCreateInput> & { parent?: Region } = {}) => {
      const code = data.code === undefined ? String(900000 + next()) : data.code;
      return prisma.region.create({
        data: {
          code,
          name: `示例地区${counter}`,
          level: parent ? 'COUNTY' : 'COUNTRY',
          path: `${parent?.path ?? ''}${code ?? `0${next()}`}/`,
          isInGb2260: false,
          parentId: parent?.id ?? null,
          ...data,
        },
      });
    },
    organization: async (data: Some<Prisma.OrganizationUncheckedCreateInput> = {}) =>
      prisma.organization.create({
        data: {
          name: `示例单位${next()}`,
          type: 'ENTERPRISE',
          regionId: data.regionId ?? (await builders.region()).id,
          ...data,
        },
      }),
    person: async (data: Some<Prisma.PersonUncheckedCreateInput> = {}) =>
      prisma.person.create({ data: { name: `示例人员${next()}`, ...data } }),
    /** Personal data of somebody who works somewhere. */
    personDetail: async (data: Some<Prisma.PersonDetailUncheckedCreateInput> = {}) =>
      prisma.personDetail.create({
        data: {
          gender: 'FEMALE',
          birthYear: 1980,
          jobTitle: '示例岗位',
          workerCategories: ['INDUSTRIAL'],
          phone: '0535-0000000',
          personId:
            data.personId ?? (await builders.person({ employerId: (await builders.organization()).id })).id,
          ...data,
        },
      }),
    source: async (data: Some<Prisma.SourceDocumentUncheckedCreateInput> = {}) =>
      prisma.sourceDocument.create({
        data: {
          fileName: `example-${next()}.txt`,
          publishedOn: '2020-11-03~',
          dateInferred: true,
          language: 'zh-CN',
          sha256: '0'.repeat(64),
          ...data,
        },
      }),
    indicator: async (data: Some<Prisma.IndicatorUncheckedCreateInput> = {}) =>
      prisma.indicator.create({
        data: {
          code: `example.number_${next()}`,
          name: '示例指标',
          nameEn: 'Example indicator',
          topic: 'OTHER',
          unit: '个',
          kind: 'STOCK',
          ...data,
        },
      }),
    observation: async (data: Some<Prisma.ObservationUncheckedCreateInput> = {}) =>
      prisma.observation.create({
        data: {
          code: `900-${next()}`,
          value: 1,
          unit: '个',
          bound: 'EXACT',
          kind: 'STOCK',
          precision: 1,
          period: '2020',
          periodFrom: new Date('2020-01-01'),
          periodTo: new Date('2020-12-31'),
          isPeriodInferred: false,
          line: 1,
          lineEnd: 1,
          quote: '示例1个',
          relevance: 'CORE',
          indicatorId: data.indicatorId ?? (await builders.indicator()).id,
          regionId: data.regionId ?? (await builders.region()).id,
          sourceId: data.sourceId ?? (await builders.source()).id,
          ...data,
        },
      }),
    /** A step of any record; nobody's and nowhere unless told. */
    workflowEvent: async (data: Some<Prisma.WorkflowEventUncheckedCreateInput> = {}) =>
      prisma.workflowEvent.create({
        data: {
          subjectType: 'Region',
          subjectId: '00000000-0000-0000-0000-000000000000',
          action: 'SUBMIT',
          toState: 'SUBMITTED',
          at: new Date('2025-03-05T01:00:00Z'),
          ...data,
        },
      }),
    initiative: async (data: Some<Prisma.InitiativeUncheckedCreateInput> = {}) =>
      prisma.initiative.create({
        data: {
          code: `E${next()}`,
          kind: 'PROGRAM',
          name: '示例举措',
          nameEn: 'Example initiative',
          summary: 'An example',
          line: 1,
          quote: '示例',
          regionId: data.regionId ?? (await builders.region()).id,
          sourceId: data.sourceId ?? (await builders.source()).id,
          ...data,
        },
      }),
  };
  return builders;
}

type Region = { id: string; path: string };
