import { filter, leadsTo } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';

export const schemeList = {
  filter: filter(
    'ScoringScheme',
    { status: 'oneOf', code: 'oneOf', isDemo: 'equals' },
    {
      competition: leadsTo('Competition', 'competitionId', 'Of these competitions'),
      isTemplate: {
        type: 'Boolean',
        description: 'Whether it belongs to no competition, and is there to be copied (模板)',
        where: (isTemplate: boolean) => ({ competitionId: isTemplate ? null : { not: null } }),
      },
    },
  ),
  order: ordering('ScoringScheme', ['createdAt', 'name'], 'desc'),
};

export const criterionList = {
  filter: filter(
    'Criterion',
    {},
    {
      isWhole: {
        type: 'Boolean',
        description: 'Whether it is no part of another one (一级指标)',
        where: (isWhole: boolean) => ({ parentId: isWhole ? null : { not: null } }),
      },
    },
  ),
  order: ordering('Criterion', ['ordinal']),
};

export const assignmentList = {
  filter: filter(
    'AssessorAssignment',
    {},
    {
      assessor: leadsTo('User', 'userId', 'Of these assessors'),
      organization: leadsTo('Organization', 'organizationId', 'For these organizations'),
      isOpen: {
        type: 'Boolean',
        description: 'Whether it has not ended',
        where: (isOpen: boolean) => ({ endedAt: isOpen ? null : { not: null } }),
      },
    },
  ),
  order: ordering('AssessorAssignment', ['createdAt']),
};

export const recusalList = { order: ordering('Recusal', ['createdAt']) };

export const sheetList = {
  filter: filter(
    'ScoreSheet',
    { kind: 'oneOf', status: 'oneOf' },
    {
      stage: leadsTo('Stage', 'stageId', 'Of these stages'),
      assessor: leadsTo('User', 'assessorId', 'Of these assessors'),
    },
  ),
  order: ordering('ScoreSheet', ['createdAt', 'total']),
};

export const itemList = { order: ordering('ScoreItem', ['ordinal', 'points']) };
