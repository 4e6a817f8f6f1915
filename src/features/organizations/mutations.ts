import type { InputShapeFromFields } from '@pothos/core';
import type { IdentifierScheme, OrganizationType, OwnershipType } from '../../generated/prisma/client.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
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
import { RegionEndedError } from '../regions/rules.ts';
import { addIdentifier } from './commands/addIdentifier.ts';
import { closeOrganization } from './commands/closeOrganization.ts';
import { createOrganization } from './commands/createOrganization.ts';
import { endIdentifier } from './commands/endIdentifier.ts';
import { mergeOrganization } from './commands/mergeOrganization.ts';
import { updateOrganization } from './commands/updateOrganization.ts';
import { IdentifierTakenError, OrganizationEndedError, OrganizationInUseError, UsccError } from './rules.ts';

const ORGANIZATION = { model: 'Organization', description: 'The organization as it is now' } as const;
const IDENTIFIER = { model: 'OrganizationIdentifier', description: 'The code as it is kept' } as const;
const REFERRING = [
  NotFoundError,
  ForbiddenError,
  InvalidError,
  OrganizationEndedError,
  RegionEndedError,
] as const;
const STEP = [
  NotFoundError,
  ForbiddenError,
  VersionConflictError,
  StateError,
  OpinionRequiredError,
  InvalidError,
] as const;
const ID = { required: true, description: 'The organization' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const VALID_TO = { type: 'Date', description: 'First day it no longer existed; today unless given' } as const;

/** What is said of a new organization and of one that is changed. */
const facts = (t: InputFields) => ({
  nameEn: t.string({ description: 'Name in English' }),
  shortName: t.string({ description: 'Short name in Chinese (简称)' }),
  ownership: t.field({ type: enumType('OwnershipType'), description: 'Who owns it (所有制)' }),
  industryCode: t.string({ description: 'Section of GB/T 4754, one letter from A to T (行业门类)' }),
  parent: t.id({ description: 'The organization above it (上级单位)' }),
  employer: t.id({ description: 'For a union: the employer whose workers it organizes (所在单位)' }),
  validFrom: t.field({ type: 'Date', description: 'First day it existed' }),
  note: t.string({ description: 'Remark' }),
});
type Facts = Pick<InputShapeFromFields<ReturnType<typeof facts>>, 'ownership' | 'parent' | 'employer'>;

const read = ({ ownership, parent, employer }: Facts) => ({
  ownership: ownership as OwnershipType | null | undefined,
  parentId: idIfGiven('Organization', parent, ['parent']),
  employerId: idIfGiven('Organization', employer, ['employer']),
});

mutation('organizationCreate', {
  description:
    'Enter an employer, a union or a department in the registry (单位登记). Officers of federations may in their region, ' +
    'those of industrial unions in their line, those of a unit under it.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
    type: t.field({
      type: enumType('OrganizationType'),
      required: true,
      description: 'What it is (单位类型)',
    }),
    region: t.id({ required: true, description: 'Region that it is registered in, valid today' }),
    ...facts(t),
    isDemo: t.boolean({
      description: 'Whether it is a demonstration record; as what it lies under unless given, or false',
    }),
  }),
  payload: { organization: ORGANIZATION },
  refusals: REFERRING,
  run: async (call, { type, region, ...rest }) => {
    const regionId = idGiven('Region', region, ['region']);
    const given = { ...rest, ...read(rest), type: type as OrganizationType, regionId };
    return { organization: (await createOrganization(call, given)).id };
  },
});

mutation('organizationUpdate', {
  description:
    'Change what is kept of an organization (修改单位信息): what is absent stays, what is null is taken away. Whoever moves ' +
    'it must reach where it goes; from one region to another only federations that reach both do.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    name: t.string({ description: 'Name in Chinese (名称)' }),
    region: t.id({ description: 'Region that it is registered in, valid today' }),
    ...facts(t),
  }),
  payload: { organization: ORGANIZATION },
  refusals: [...REFERRING, VersionConflictError, StateError],
  run: async (call, { id, region, ...rest }) => {
    const regionId = idIfGiven('Region', region, ['region']);
    const given = { ...rest, ...read(rest), id: idGiven('Organization', id), regionId };
    return { organization: (await updateOrganization(call, given)).id };
  },
});

mutation('organizationClose', {
  description:
    'Close an organization down (单位注销). Nothing that exists lies under it any more; its people and history stay with it.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    opinion: t.string({ required: true, description: 'Why' }),
    validTo: t.field(VALID_TO),
  }),
  payload: { organization: ORGANIZATION },
  refusals: [...STEP, OrganizationInUseError],
  run: async (call, { id, ...rest }) => ({
    organization: (await closeOrganization(call, { ...rest, id: idGiven('Organization', id) })).id,
  }),
});

mutation('organizationMerge', {
  description:
    'Merge an organization into another one (单位合并). Its people, unions, codes and what lies under it go on there; what it ' +
    'did stays with it, and whoever looks after its successor reaches that. Its id goes on leading to it, with its successors.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    into: t.id({ required: true, description: 'The organization that takes its place' }),
    opinion: t.string({ description: 'Why' }),
    validTo: t.field(VALID_TO),
  }),
  payload: { organization: { model: 'Organization', description: 'The organization, merged' } },
  refusals: [...STEP, OrganizationEndedError],
  run: async (call, { id, into, ...rest }) => {
    const given = { ...rest, id: idGiven('Organization', id), into: idGiven('Organization', into, ['into']) };
    return { organization: (await mergeOrganization(call, given)).id };
  },
});

mutation('organizationIdentifierAdd', {
  description: 'Give an organization a code or certificate (登记单位标识), which stands for no other one',
  input: (t) => ({
    organization: t.id(ID),
    scheme: t.field({
      type: enumType('IdentifierScheme'),
      required: true,
      description: 'Whose numbering it is',
    }),
    partner: t.string({ description: 'The partner whose key it is, for the scheme PARTNER alone' }),
    value: t.string({ required: true, description: 'The code; spaces in a USCC do not matter' }),
    isPreferred: t.boolean({
      description: 'Whether it is the one to show of its scheme; the first one is, unless said otherwise',
    }),
  }),
  payload: { organizationIdentifier: IDENTIFIER },
  refusals: [
    NotFoundError,
    ForbiddenError,
    InvalidError,
    OrganizationEndedError,
    UsccError,
    IdentifierTakenError,
  ],
  run: async (call, { organization, scheme, ...rest }) => {
    const organizationId = idGiven('Organization', organization, ['organization']);
    const row = await addIdentifier(call, { ...rest, organizationId, scheme: scheme as IdentifierScheme });
    return { organizationIdentifier: row.id };
  },
});

mutation('organizationIdentifierEnd', {
  description:
    'End that a code stands for an organization (停用单位标识): it can be given to another one then',
  input: (t) => ({
    id: t.id({ required: true, description: 'The code' }),
    version: t.int(VERSION),
    endedOn: t.field({
      type: 'Date',
      description: 'First day it no longer stood for it; today unless given',
    }),
    opinion: t.string({ description: 'Why' }),
  }),
  payload: { organizationIdentifier: IDENTIFIER },
  refusals: [NotFoundError, ForbiddenError, VersionConflictError, InvalidError, AlreadyEndedError],
  run: async (call, { id, ...rest }) => ({
    organizationIdentifier: (
      await endIdentifier(call, { ...rest, id: idGiven('OrganizationIdentifier', id) })
    ).id,
  }),
});
