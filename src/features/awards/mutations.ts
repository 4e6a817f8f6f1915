import type { AdminLevel, ConferralNature, RecipientKind } from '../../generated/prisma/client.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
import { node } from '../../graphql/refs.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { readOne } from '../../graphql/rows.ts';
import { enumType } from '../../graphql/types.ts';
import type { Row } from '../../platform/models.ts';
import {
  AlreadyEndedError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { createAwardType } from './commands/createAwardType.ts';
import { endAwardType } from './commands/endAwardType.ts';
import { updateAwardType } from './commands/updateAwardType.ts';
import { AwardTypeOverlapError } from './rules.ts';

refusalType(AwardTypeOverlapError, 'Another row of the code is valid at that time, or a part of it', (t) => ({
  awardType: t.field({
    type: node('AwardType'),
    description: 'The row that is',
    resolve: ({ awardTypeId }, _args, call, info) =>
      readOne('AwardType', 'id', awardTypeId, call, info) as Promise<Row<'AwardType'>>,
  }),
}));

const AWARD_TYPE = { model: 'AwardType', description: 'The award as it is now' } as const;
const KEEPING = [NotFoundError, ForbiddenError, InvalidError] as const;
const ID = { required: true, description: 'The award' } as const;
const VERSION = { required: true, description: 'The version that you have read' } as const;

const facts = (t: InputFields) => ({
  approvedItemRef: t.string({
    description:
      'The approved item of the State under which it is given (表彰项目); a commendation needs one',
  }),
  cycleMonths: t.int({ description: 'Months between two rounds (评选周期, 月)' }),
  note: t.string({ description: 'Remark, such as the rules behind it' }),
});

mutation('awardTypeCreate', {
  description:
    'Enter an award (登记奖项), or the next row of one whose rules have changed: rows of a code are never valid at the same ' +
    'time. Awards belong to no region, so that ADMIN alone may.',
  input: (t) => ({
    code: t.string({ required: true, description: 'Code, as national.may1_medal' }),
    name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
    nameEn: t.string({ required: true, description: 'Name in English' }),
    level: t.field({ type: enumType('AdminLevel'), required: true, description: 'Level (级别)' }),
    nature: t.field({
      type: enumType('ConferralNature'),
      description: 'What kind of honor it is (性质); absent where each round decides',
    }),
    recipientKind: t.field({
      type: enumType('RecipientKind'),
      required: true,
      description: 'Who or what can receive it (对象类别)',
    }),
    ...facts(t),
    validFrom: t.field({ type: 'Date', description: 'First day it is given like this' }),
    validTo: t.field({ type: 'Date', description: 'First day it is no longer given like this' }),
    parent: t.id({ description: 'The award that it is part of, valid as long as it is' }),
  }),
  payload: { awardType: AWARD_TYPE },
  refusals: [...KEEPING, AwardTypeOverlapError],
  run: async (call, { level, nature, recipientKind, parent, ...rest }) => {
    const { id } = await createAwardType(call, {
      ...rest,
      level: level as AdminLevel,
      nature: nature as ConferralNature | null | undefined,
      recipientKind: recipientKind as RecipientKind,
      parentId: idIfGiven('AwardType', parent, ['parent']),
    });
    return { awardType: id };
  },
});

mutation('awardTypeUpdate', {
  description:
    'Change what an award is called, its item and cycle (修改奖项信息): what is absent stays, what is null is taken away. Where ' +
    'its rules change, end the row and enter the next one.',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    name: t.string({ description: 'Name in Chinese (名称)' }),
    nameEn: t.string({ description: 'Name in English' }),
    ...facts(t),
  }),
  payload: { awardType: AWARD_TYPE },
  refusals: [...KEEPING, VersionConflictError],
  run: async (call, { id, ...rest }) => ({
    awardType: (await updateAwardType(call, { ...rest, id: idGiven('AwardType', id) })).id,
  }),
});

mutation('awardTypeEnd', {
  description: 'End that an award is given like this (终止奖项); what was given stays',
  input: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    validTo: t.field({
      type: 'Date',
      description: 'First day it is no longer given like this; today unless given',
    }),
    opinion: t.string({ description: 'Why' }),
  }),
  payload: { awardType: AWARD_TYPE },
  refusals: [...KEEPING, VersionConflictError, AlreadyEndedError],
  run: async (call, { id, ...rest }) => ({
    awardType: (await endAwardType(call, { ...rest, id: idGiven('AwardType', id) })).id,
  }),
});
