import type { InputShapeFromFields } from '@pothos/core';
import { builder } from '../../graphql/builder.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
import { enumType } from '../../graphql/types.ts';
import {
  ForbiddenError,
  InvalidError,
  NotFoundError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { OrganizationEndedError } from '../organizations/rules.ts';
import { createPerson } from './commands/createPerson.ts';
import type { Details } from './commands/details.ts';
import { updatePerson } from './commands/updatePerson.ts';

const DetailsInput = builder.inputRef<object>('PersonDetailsInput').implement({
  description:
    'Personal data (个人信息), for the officers who look after the employer. What is absent stays, what is null is taken ' +
    'away. Numbers of identity cards are refused, here and in every text.',
  fields: (t) => ({
    gender: t.field({ type: enumType('Gender'), description: 'Sex (性别)' }),
    birthYear: t.int({ description: 'Year of birth (出生年份)' }),
    jobTitle: t.string({ description: 'Job (职务、岗位)' }),
    skillGrade: t.field({ type: enumType('SkillGrade'), description: 'Grade of skill (技能等级)' }),
    professionalTitle: t.string({ description: 'Professional title (专业技术职称)' }),
    workerCategories: t.field({
      type: [enumType('WorkerCategory')],
      description: 'What kind of worker they are (职工类别); several may hold at once',
    }),
    isEthnicMinority: t.boolean({ description: 'Whether they belong to an ethnic minority (少数民族)' }),
    politicalStatus: t.string({ description: 'Political status (政治面貌)' }),
    phone: t.string({ description: 'Telephone number (联系电话)' }),
  }),
});

const PERSON = { model: 'Person', description: 'The person as they are kept now' } as const;
const REFUSALS = [NotFoundError, ForbiddenError, InvalidError, OrganizationEndedError] as const;

const facts = (t: InputFields) => ({
  nameEn: t.string({ description: 'Name in English' }),
  employer: t.id({
    description: 'Where they work (工作单位); whose officers look after what is kept of them',
  }),
  details: t.field({ type: DetailsInput, description: 'Personal data, for few to see' }),
});

const read = ({ employer, details }: InputShapeFromFields<ReturnType<typeof facts>>) => ({
  employerId: idIfGiven('Organization', employer, ['employer']),
  details: details as Details | null | undefined,
});

mutation('personCreate', {
  description:
    'Enter a worker, a lead, a mentor or a candidate in the registry (人员登记). Officers who reach over the employer may: of ' +
    'federations, industrial unions and the unit itself; ADMIN alone where there is none.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name in Chinese (姓名)' }),
    ...facts(t),
    isDemo: t.boolean({
      description: 'Whether it is a demonstration record; as the employer unless given, or false',
    }),
  }),
  payload: { person: PERSON },
  refusals: REFUSALS,
  run: async (call, input) => ({ person: (await createPerson(call, { ...input, ...read(input) })).id }),
});

mutation('personUpdate', {
  description:
    'Change what is kept of somebody (修改人员信息): what is absent stays, what is null is taken away. Whoever gives them ' +
    'another employer reaches over both.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The person' }),
    version: t.int({ required: true, description: 'The version of the person that you have read' }),
    name: t.string({ description: 'Name in Chinese (姓名)' }),
    ...facts(t),
  }),
  payload: { person: PERSON },
  refusals: [...REFUSALS, VersionConflictError],
  run: async (call, input) => {
    const given = { ...input, ...read(input), id: idGiven('Person', input.id) };
    return { person: (await updatePerson(call, given)).id };
  },
});
