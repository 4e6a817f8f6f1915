import type { ProjectLevel, ProjectRole, ProjectStatus } from '../../generated/prisma/client.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import {
  AlreadyEndedError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { mutationOf } from '../../platform/workflow.ts';
import { OrganizationEndedError } from '../organizations/rules.ts';
import { RegionEndedError } from '../regions/rules.ts';
import { addParticipant } from './commands/addParticipant.ts';
import { createProject } from './commands/createProject.ts';
import { endParticipant } from './commands/endParticipant.ts';
import { type ProjectAction, stepProject } from './commands/stepProject.ts';
import { updateParticipant } from './commands/updateParticipant.ts';
import { updateProject } from './commands/updateProject.ts';
import { ParticipationHeldError, PROJECT_WORKFLOW } from './rules.ts';

refusalType(ParticipationHeldError, 'The organization has this very part in the project already');

const PROJECT = { model: 'Project', description: 'The project as it is now' } as const;
const PARTICIPANT = {
  model: 'ProjectParticipant',
  description: 'The participant as it is kept now',
} as const;
const KEEPING = [NotFoundError, ForbiddenError, InvalidError] as const;
const REFERRING = [...KEEPING, OrganizationEndedError, RegionEndedError] as const;
const ID = { required: true, description: 'The project' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const KEPT_BY =
  'Officers of federations may in their region, and those of the owner and of what it lies under.';

const facts = (t: InputFields) => ({
  nameEn: t.string({ description: 'Name in English' }),
  approvalCode: t.string({ description: 'Code under which it was approved (项目代码)' }),
  industryCode: t.string({ description: 'Section of GB/T 4754, one letter from A to T (行业门类)' }),
  plannedInvestment: t.field({ type: 'Decimal', description: 'Planned investment in yuan (计划投资, 元)' }),
  plannedStart: t.field({ type: 'Date', description: 'Planned first day of work (计划开工日期)' }),
  plannedEnd: t.field({ type: 'Date', description: 'Planned day of completion (计划竣工日期)' }),
});
const counts = (t: InputFields) => ({
  headcount: t.int({ description: 'Workers it has there (人数)' }),
  migrantHeadcount: t.int({ description: 'Migrant workers among them (农民工人数)' }),
  joinedOn: t.field({ type: 'Date', description: 'First day there' }),
});

mutation('projectCreate', {
  description: `Enter a project in the registry (项目登记). ${KEPT_BY}`,
  input: (t) => ({
    name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
    level: t.field({ type: enumType('ProjectLevel'), required: true, description: 'Level (项目级别)' }),
    region: t.id({ required: true, description: 'The region that it is counted for, valid today' }),
    owner: t.id({ required: true, description: 'The organization that has it built (建设单位)' }),
    status: t.field({
      type: enumType('ProjectStatus'),
      description: 'PLANNED unless given; UNDER_CONSTRUCTION where work has begun',
    }),
    ...facts(t),
  }),
  payload: { project: PROJECT },
  refusals: REFERRING,
  run: async (call, { level, region, owner, status, ...rest }) => {
    const { id } = await createProject(call, {
      ...rest,
      level: level as ProjectLevel,
      status: status as ProjectStatus | null | undefined,
      regionId: idGiven('Region', region, ['region']),
      ownerId: idGiven('Organization', owner, ['owner']),
    });
    return { project: id };
  },
});

mutation('projectUpdate', {
  description:
    'Change what is kept of a project (修改项目信息): what is absent stays, what is null is taken away. Whoever moves it to ' +
    'another region or owner must reach it there too.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    name: t.string({ description: 'Name in Chinese (名称)' }),
    level: t.field({ type: enumType('ProjectLevel'), description: 'Level (项目级别)' }),
    region: t.id({ description: 'The region that it is counted for, valid today' }),
    owner: t.id({ description: 'The organization that has it built (建设单位)' }),
    ...facts(t),
  }),
  payload: { project: PROJECT },
  refusals: [...REFERRING, VersionConflictError],
  run: async (call, { id, level, region, owner, ...rest }) => {
    const changed = await updateProject(call, {
      ...rest,
      id: idGiven('Project', id),
      level: level as ProjectLevel | null | undefined,
      regionId: idIfGiven('Region', region, ['region']),
      ownerId: idIfGiven('Organization', owner, ['owner']),
    });
    return { project: changed.id };
  },
});

for (const action of ['START', 'SUSPEND', 'RESUME', 'COMPLETE'] satisfies ProjectAction[]) {
  mutation(mutationOf('project', action), {
    description: `${PROJECT_WORKFLOW[action].description}: a project. ${KEPT_BY}`,
    input: (t) => ({
      id: t.id(ID),
      version: t.int(VERSION),
      opinion: t.string({ description: 'Why' }),
    }),
    payload: { project: PROJECT },
    refusals: [...KEEPING, VersionConflictError, StateError, OpinionRequiredError],
    run: async (call, { id, ...rest }) => ({
      project: (await stepProject(call, action, { ...rest, id: idGiven('Project', id) })).id,
    }),
  });
}

mutation('projectParticipantAdd', {
  description: `Note that an organization takes part in building a project (登记参建单位). ${KEPT_BY}`,
  input: (t) => ({
    project: t.id(ID),
    organization: t.id({ required: true, description: 'The organization' }),
    role: t.field({ type: enumType('ProjectRole'), required: true, description: 'What it does there' }),
    ...counts(t),
  }),
  payload: { projectParticipant: PARTICIPANT },
  refusals: [...KEEPING, OrganizationEndedError, ParticipationHeldError],
  run: async (call, { project, organization, role, ...rest }) => {
    const { id } = await addParticipant(call, {
      ...rest,
      projectId: idGiven('Project', project, ['project']),
      organizationId: idGiven('Organization', organization, ['organization']),
      role: role as ProjectRole,
    });
    return { projectParticipant: id };
  },
});

mutation('projectParticipantUpdate', {
  description: 'Change the head counts that a participant reports, or since when it is there (修改参建信息)',
  input: (t) => ({
    id: t.id({ required: true, description: 'The participant' }),
    version: t.int(VERSION),
    ...counts(t),
  }),
  payload: { projectParticipant: PARTICIPANT },
  refusals: [...KEEPING, VersionConflictError, ParticipationHeldError],
  run: async (call, { id, ...rest }) => ({
    projectParticipant: (await updateParticipant(call, { ...rest, id: idGiven('ProjectParticipant', id) }))
      .id,
  }),
});

mutation('projectParticipantEnd', {
  description: 'End that an organization takes part in a project (退出参建)',
  input: (t) => ({
    id: t.id({ required: true, description: 'The participant' }),
    version: t.int(VERSION),
    leftOn: t.field({ type: 'Date', description: 'First day no longer there; today unless given' }),
    opinion: t.string({ description: 'Why' }),
  }),
  payload: { projectParticipant: PARTICIPANT },
  refusals: [...KEEPING, VersionConflictError, AlreadyEndedError],
  run: async (call, { id, ...rest }) => ({
    projectParticipant: (await endParticipant(call, { ...rest, id: idGiven('ProjectParticipant', id) })).id,
  }),
});
