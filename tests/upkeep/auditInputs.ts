import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';

/** A figure that agrees with its quote and with an indicator as the builders make it. */
export const FIGURE = {
  value: '1',
  valueText: '1',
  unit: '个',
  bound: 'EXACT',
  kind: 'STOCK',
  precision: '1',
  period: '2020',
  line: 1,
  quote: '示例1个',
  relevance: 'CORE',
};

export const SOURCE = {
  fileName: '示例文献.txt',
  publishedOn: '2020-11-03~',
  dateInferred: true,
  language: 'zh-CN',
  sha256: 'a'.repeat(64),
};

type Id = { id: string };
const region = ({ id }: Id) => globalId('Region', id);
const organization = ({ id }: Id) => globalId('Organization', id);

/** What each mutation of the registry's upkeep is given, by its name, on rows that are made for it; these lie in the region if one is named. */
export function upkeepInputs(app: App, regionId?: string): Record<string, () => Promise<object>> {
  const where = regionId ? { regionId } : {};
  const theRegion = async () => (regionId ? { id: regionId } : app.region());
  const unit = () => app.organization(where);
  const person = async () => app.person({ employerId: (await unit()).id });
  const owned = async () => {
    const owner = await unit();
    return { ownerId: owner.id, regionId: owner.regionId };
  };
  const project = async (status: 'PLANNED' | 'UNDER_CONSTRUCTION' | 'SUSPENDED') =>
    app.project({ ...(await owned()), status });
  const committee = async () => {
    const office = await unit();
    return app.committee({ officeId: office.id, regionId: office.regionId });
  };
  const member = async () => {
    const { id: committeeId } = await committee();
    return app.committeeMember({ committeeId, organizationId: (await unit()).id });
  };
  const participant = async () =>
    app.projectParticipant({ projectId: (await project('PLANNED')).id, organizationId: (await unit()).id });
  const figure = async () => ({
    ...FIGURE,
    indicator: globalId('Indicator', (await app.indicator()).id),
    region: region(await theRegion()),
    source: globalId('SourceDocument', (await app.source()).id),
  });
  const step = async (status: Parameters<typeof project>[0]) => ({
    id: globalId('Project', (await project(status)).id),
    version: 1,
    opinion: '示例原因',
  });
  const identifier = async () =>
    app.db.prisma.organizationIdentifier.create({
      data: { organizationId: (await unit()).id, scheme: 'UNION_LEGAL_CERT', value: `示例${Date.now()}` },
    });
  const awardType = async () => ({ id: globalId('AwardType', (await app.awardType()).id), version: 1 });

  return {
    organizationCreate: async () => ({
      name: '示例新单位',
      type: 'ENTERPRISE',
      region: region(await theRegion()),
    }),
    organizationUpdate: async () => ({ id: organization(await unit()), version: 1, name: '示例改名单位' }),
    organizationClose: async () => ({ id: organization(await unit()), version: 1, opinion: '示例原因' }),
    organizationMerge: async () => ({
      id: organization(await unit()),
      version: 1,
      into: organization(await unit()),
    }),
    organizationIdentifierAdd: async () => ({
      organization: organization(await unit()),
      scheme: 'USCC',
      value: '91370602MA00000154',
    }),
    organizationIdentifierEnd: async () => ({
      id: globalId('OrganizationIdentifier', (await identifier()).id),
      version: 1,
    }),
    personCreate: async () => ({ name: '示例新人员', employer: organization(await unit()) }),
    personUpdate: async () => ({ id: globalId('Person', (await person()).id), version: 1, name: '示例改名' }),
    projectCreate: async () => {
      const { ownerId, regionId } = await owned();
      const at = { owner: organization({ id: ownerId }), region: region({ id: regionId }) };
      return { name: '示例新项目', level: 'MUNICIPAL_KEY', ...at };
    },
    projectUpdate: async () => ({ ...(await step('PLANNED')), opinion: undefined, name: '示例改名项目' }),
    projectStart: () => step('PLANNED'),
    projectSuspend: () => step('UNDER_CONSTRUCTION'),
    projectResume: () => step('SUSPENDED'),
    projectComplete: () => step('UNDER_CONSTRUCTION'),
    projectParticipantAdd: async () => ({
      project: globalId('Project', (await project('PLANNED')).id),
      organization: organization(await unit()),
      role: 'CONTRACTOR',
    }),
    projectParticipantUpdate: async () => ({
      id: globalId('ProjectParticipant', (await participant()).id),
      version: 1,
      headcount: 7,
    }),
    projectParticipantEnd: async () => ({
      id: globalId('ProjectParticipant', (await participant()).id),
      version: 1,
    }),
    committeeCreate: async () => {
      const office = await unit();
      const at = { region: region({ id: office.regionId }), office: organization(office) };
      return { name: '示例新委员会', level: 'MUNICIPAL', ...at };
    },
    committeeUpdate: async () => ({
      id: globalId('Committee', (await committee()).id),
      version: 1,
      name: '示例改名委员会',
    }),
    committeeEnd: async () => ({ id: globalId('Committee', (await committee()).id), version: 1 }),
    committeeMemberAdd: async () => ({
      committee: globalId('Committee', (await committee()).id),
      organization: organization(await unit()),
      post: 'MEMBER',
    }),
    committeeMemberUpdate: async () => ({
      id: globalId('CommitteeMember', (await member()).id),
      version: 1,
      post: 'LIAISON',
    }),
    committeeMemberEnd: async () => ({ id: globalId('CommitteeMember', (await member()).id), version: 1 }),
    awardTypeCreate: async () => ({
      code: 'example.new_award',
      name: '示例新奖',
      nameEn: 'Example award',
      level: 'COUNTY',
      recipientKind: 'PERSON',
    }),
    awardTypeUpdate: async () => ({ ...(await awardType()), name: '示例改名奖' }),
    awardTypeEnd: awardType,
    sourceDocumentCreate: async () => SOURCE,
    observationRecord: figure,
    observationSupersede: async () => {
      const { id } = await app.observation({ regionId: (await theRegion()).id });
      return { ...(await figure()), id: globalId('Observation', id), version: 1, opinion: '示例原因' };
    },
  };
}
