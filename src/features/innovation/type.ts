import { model } from '../../graphql/model.ts';
import { adoptionList, groupList, pairList, resultList } from './inputs.ts';
import { adoptionVisibleTo, groupVisibleTo, pairVisibleTo, resultVisibleTo } from './policy.ts';

export const InnovationGroup = model('InnovationGroup', {
  visibleTo: groupVisibleTo,
  list: groupList,
  columns: [
    'name',
    'topic',
    'memberCount',
    'foundedOn',
    'status',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one, many }) => ({
    region: one('region'),
    employer: one('employer'),
    leader: one('leader'),
    studio: one('studio'),
    results: many('results'),
  }),
});

export const MentorPair = model('MentorPair', {
  visibleTo: pairVisibleTo,
  list: pairList,
  columns: [
    'trade',
    'agreementNo',
    'startsOn',
    'endsOn',
    'endedOn',
    'goals',
    'skillGradeBefore',
    'skillGradeAfter',
    'assessmentScore',
    'status',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({
    region: one('region'),
    organization: one('organization'),
    mentor: one('mentor'),
    apprentice: one('apprentice'),
    studio: one('studio'),
  }),
});

export const InnovationResult = model('InnovationResult', {
  visibleTo: resultVisibleTo,
  list: resultList,
  columns: [
    'title',
    'category',
    'grade',
    'completedOn',
    'problem',
    'solution',
    'benefitAmount',
    'benefitNote',
    'status',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one, many, path }) => ({
    region: one('region'),
    organization: one('organization'),
    studio: one('studio'),
    group: one('group'),
    contributors: path(
      {
        model: 'Person',
        from: 'id',
        to: 'id',
        through: { model: 'ResultContributor', from: 'resultId', to: 'personId' },
      },
      'The people who made it (完成人)',
    ),
    adoptions: many('adoptions'),
  }),
});

export const ResultAdoption = model('ResultAdoption', {
  visibleTo: adoptionVisibleTo,
  list: adoptionList,
  columns: ['adoptedOn', 'benefitAmount', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ result: one('result'), adopter: one('adopter') }),
});
