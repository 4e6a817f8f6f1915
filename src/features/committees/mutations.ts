import type { AdminLevel, CommitteePost } from '../../generated/prisma/client.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import {
  AlreadyEndedError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { OrganizationEndedError } from '../organizations/rules.ts';
import { RegionEndedError } from '../regions/rules.ts';
import { addMember } from './commands/addMember.ts';
import { createCommittee } from './commands/createCommittee.ts';
import { endCommittee } from './commands/endCommittee.ts';
import { endMember } from './commands/endMember.ts';
import { updateCommittee } from './commands/updateCommittee.ts';
import { updateMember } from './commands/updateMember.ts';
import { SeatTakenError } from './rules.ts';

refusalType(SeatTakenError, 'The organization, or this person for it, has this very seat already');

const COMMITTEE = { model: 'Committee', description: 'The committee as it is now' } as const;
const MEMBER = { model: 'CommitteeMember', description: 'The seat as it is kept now' } as const;
const KEEPING = [NotFoundError, ForbiddenError, InvalidError] as const;
const ENDING = [...KEEPING, VersionConflictError, AlreadyEndedError] as const;
const ID = { required: true, description: 'The committee' } as const;
const SEAT = { required: true, description: 'The seat' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;
const KEPT_BY = 'Officers of federations may in their region, and so may offices of committees.';

const ending = (t: InputFields) => ({
  validTo: t.field({ type: 'Date', description: 'First day it no longer holds; today unless given' }),
  opinion: t.string({ description: 'Why' }),
});

mutation('committeeCreate', {
  description: `Enter a labor competition committee in the registry (登记劳动竞赛委员会). ${KEPT_BY}`,
  input: (t) => ({
    name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
    nameEn: t.string({ description: 'Name in English' }),
    level: t.field({ type: enumType('AdminLevel'), required: true, description: 'Level (级别)' }),
    docPrefix: t.string({ description: 'How its document numbers begin, as 冀劳赛委 (发文代字)' }),
    region: t.id({ required: true, description: 'The region that it steers, valid today' }),
    office: t.id({ required: true, description: 'The organization that houses its office (办公室)' }),
    validFrom: t.field({ type: 'Date', description: 'First day it existed' }),
  }),
  payload: { committee: COMMITTEE },
  refusals: [...KEEPING, OrganizationEndedError, RegionEndedError],
  run: async (call, { level, region, office, ...rest }) => {
    const { id } = await createCommittee(call, {
      ...rest,
      level: level as AdminLevel,
      regionId: idGiven('Region', region, ['region']),
      officeId: idGiven('Organization', office, ['office']),
    });
    return { committee: id };
  },
});

mutation('committeeUpdate', {
  description:
    'Change what is kept of a committee (修改委员会信息): what is absent stays, what is null is taken away. Its level and ' +
    'region are what it is.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    name: t.string({ description: 'Name in Chinese (名称)' }),
    nameEn: t.string({ description: 'Name in English' }),
    docPrefix: t.string({ description: 'How its document numbers begin, as 冀劳赛委 (发文代字)' }),
    office: t.id({ description: 'The organization that houses its office (办公室)' }),
    validFrom: t.field({ type: 'Date', description: 'First day it existed' }),
  }),
  payload: { committee: COMMITTEE },
  refusals: [...KEEPING, VersionConflictError, OrganizationEndedError],
  run: async (call, { id, office, ...rest }) => {
    const officeId = idIfGiven('Organization', office, ['office']);
    const changed = await updateCommittee(call, { ...rest, id: idGiven('Committee', id), officeId });
    return { committee: changed.id };
  },
});

mutation('committeeEnd', {
  description: 'End a committee (撤销委员会), and with it the seats that are taken',
  input: (t) => ({ id: t.id(ID), version: t.int(VERSION), ...ending(t) }),
  payload: { committee: COMMITTEE },
  refusals: ENDING,
  run: async (call, { id, ...rest }) => ({
    committee: (await endCommittee(call, { ...rest, id: idGiven('Committee', id) })).id,
  }),
});

mutation('committeeMemberAdd', {
  description: `Give an organization, or somebody for it, a seat in a committee (增补成员). ${KEPT_BY}`,
  input: (t) => ({
    committee: t.id(ID),
    organization: t.id({ required: true, description: 'The organization that has the seat' }),
    person: t.id({ description: 'The person who sits there' }),
    post: t.field({ type: enumType('CommitteePost'), required: true, description: 'Post (职务)' }),
    validFrom: t.field({ type: 'Date', description: 'First day in the seat' }),
  }),
  payload: { committeeMember: MEMBER },
  refusals: [...KEEPING, AlreadyEndedError, OrganizationEndedError, SeatTakenError],
  run: async (call, { committee, organization, person, post, ...rest }) => {
    const { id } = await addMember(call, {
      ...rest,
      committeeId: idGiven('Committee', committee, ['committee']),
      organizationId: idGiven('Organization', organization, ['organization']),
      personId: idIfGiven('Person', person, ['person']),
      post: post as CommitteePost,
    });
    return { committeeMember: id };
  },
});

mutation('committeeMemberUpdate', {
  description:
    'Put right who sits there, as what and since when (修改成员信息). Who follows somebody gets a seat of their own: end the ' +
    'one, and add the other.',
  input: (t) => ({
    id: t.id(SEAT),
    version: t.int(VERSION),
    person: t.id({ description: 'The person who sits there' }),
    post: t.field({ type: enumType('CommitteePost'), description: 'Post (职务)' }),
    validFrom: t.field({ type: 'Date', description: 'First day in the seat' }),
  }),
  payload: { committeeMember: MEMBER },
  refusals: [...KEEPING, VersionConflictError, SeatTakenError],
  run: async (call, { id, person, post, ...rest }) => {
    const { id: changed } = await updateMember(call, {
      ...rest,
      id: idGiven('CommitteeMember', id),
      personId: idIfGiven('Person', person, ['person']),
      post: post as CommitteePost | null | undefined,
    });
    return { committeeMember: changed };
  },
});

mutation('committeeMemberEnd', {
  description: 'End that a seat is taken (成员离任), on a day that may also be still to come',
  input: (t) => ({ id: t.id(SEAT), version: t.int(VERSION), ...ending(t) }),
  payload: { committeeMember: MEMBER },
  refusals: ENDING,
  run: async (call, { id, ...rest }) => ({
    committeeMember: (await endMember(call, { ...rest, id: idGiven('CommitteeMember', id) })).id,
  }),
});
