import type { CriterionDimension, ScoreAggregation } from '../../generated/prisma/client.ts';
import type { builder } from '../../graphql/builder.ts';
import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import {
  ForbiddenError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { copyScheme } from './commands/copyScheme.ts';
import { createScheme } from './commands/createScheme.ts';
import { openScheme } from './commands/openScheme.ts';
import { retireScheme } from './commands/retireScheme.ts';
import { updateScheme } from './commands/updateScheme.ts';
import { CriterionInput, criteriaGiven } from './drafts.ts';
import { PointsMismatchError, SchemeInForceError, ScoringClosedError } from './rules.ts';

refusalType(
  ScoringClosedError,
  'The competition is not, or no longer, at the point where this is done',
  (t) => ({
    status: t.field({
      type: enumType('CompetitionStatus'),
      description: 'How far the competition has come',
      resolve: ({ status }) => status,
    }),
    possibleWhile: t.field({
      type: [enumType('CompetitionStatus')],
      description: 'While it is in these states, this is possible',
      resolve: ({ possibleWhile }) => [...possibleWhile],
    }),
  }),
);
refusalType(PointsMismatchError, 'Points do not add up', (t) => ({
  have: t.exposeString('have', { description: 'What they add up to' }),
  need: t.exposeString('need', { description: 'What they must add up to' }),
  criterion: t.exposeString('criterion', {
    nullable: true,
    description: 'Code of the criterion whose parts these are; absent for the base points of the scheme',
  }),
}));
refusalType(SchemeInForceError, 'Another scheme is in force for the competition', (t) => ({
  revision: t.exposeInt('revision', { description: 'Which version of it' }),
}));

const KEPT =
  'ADMIN may, and the committee office and officers of federations whose region has the competition; a template is ADMIN’s';
const payload = { scheme: { model: 'ScoringScheme', description: 'The scheme' } } as const;
const drafting = [NotFoundError, ForbiddenError, ScoringClosedError, InvalidError] as const;

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const drawnUp = (t: InputFields) => ({
  name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
  totalPoints: t.field({
    type: 'Decimal',
    required: true,
    description: 'What the base points must add up to (总分)',
  }),
  bonusCap: t.field({ type: 'Decimal', description: 'How many bonus points count at most (加分上限)' }),
  aggregation: t.field({
    type: enumType('ScoreAggregation'),
    required: true,
    description: 'How the scores of several assessors make one (评分汇总方式)',
  }),
  tieRules: t.field({
    type: [enumType('CriterionDimension')],
    required: true,
    description: 'Whose points decide between equal totals, one after the other; may be empty (同分排序规则)',
  }),
  isEarlierFirst: t.boolean({
    description: 'Whether the earlier application comes first after that; false unless given',
  }),
  criteria: t.field({
    type: [CriterionInput],
    required: true,
    description: 'All criteria, in their order (评分指标)',
  }),
});

interface DrawnUp {
  readonly tieRules: readonly string[];
  readonly aggregation: string;
  readonly criteria: Parameters<typeof criteriaGiven>[0];
}

/** What was drawn up, as a command takes it. */
function drafted<Given extends DrawnUp>({ criteria, tieRules, aggregation, ...rest }: Given) {
  return {
    ...rest,
    tieRules: tieRules as readonly CriterionDimension[],
    aggregation: aggregation as ScoreAggregation,
    criteria: criteriaGiven(criteria),
  };
}

mutation('schemeCreate', {
  description: `Draw up a scoring scheme (制定评分方案): the next version of a competition's, or a template. ${KEPT}.`,
  input: (t) => ({
    competition: t.id({ description: 'The competition; none for a template' }),
    ...drawnUp(t),
  }),
  payload,
  refusals: drafting,
  run: async (call, { competition, ...rest }) => {
    const competitionId = competition == null ? null : idGiven('Competition', competition, ['competition']);
    return { scheme: (await createScheme(call, { ...drafted(rest), competitionId })).id };
  },
});

mutation('schemeUpdate', {
  description: `Change a scheme that is being drawn up (修改评分方案); its criteria are replaced as a whole. ${KEPT}.`,
  input: (t) => ({ ...selected(t), ...drawnUp(t) }),
  payload,
  refusals: [...drafting, VersionConflictError, StateError],
  run: async (call, { id, version, ...rest }) => ({
    scheme: (await updateScheme(call, { ...drafted(rest), version, id: idGiven('ScoringScheme', id) })).id,
  }),
});

mutation('schemeOpen', {
  description:
    'Bring a scheme into force (启用评分方案): its base points must add up to the total, and the parts of each base ' +
    `criterion to its own. A competition has one at a time; with the first score it is locked. ${KEPT}.`,
  input: (t) => ({
    ...selected(t),
    opinion: t.string({ description: 'What is to be said of it, for the record' }),
  }),
  payload,
  refusals: [...drafting, VersionConflictError, StateError, PointsMismatchError, SchemeInForceError],
  run: async (call, { id, ...rest }) => ({
    scheme: (await openScheme(call, { ...rest, id: idGiven('ScoringScheme', id) })).id,
  }),
});

mutation('schemeCopy', {
  description: `Draw up a scheme from a template or another scheme (复制评分方案), such as the version before. ${KEPT}.`,
  input: (t) => ({
    id: t.id({ required: true, description: 'What it begins from' }),
    competition: t.id({ required: true, description: 'The competition that it is for' }),
    name: t.string({ description: 'Its name; the same unless given' }),
  }),
  payload,
  refusals: drafting,
  run: async (call, { id, competition, name }) => {
    const competitionId = idGiven('Competition', competition, ['competition']);
    return { scheme: (await copyScheme(call, { id: idGiven('ScoringScheme', id), competitionId, name })).id };
  },
});

mutation('schemeRetire', {
  description: `Take a scheme out of force (停用评分方案), so that another one can take its place. ${KEPT}.`,
  input: (t) => ({ ...selected(t), opinion: t.string({ description: 'Why; needed' }) }),
  payload,
  refusals: [
    NotFoundError,
    ForbiddenError,
    ScoringClosedError,
    VersionConflictError,
    StateError,
    OpinionRequiredError,
  ],
  run: async (call, { id, ...rest }) => ({
    scheme: (await retireScheme(call, { ...rest, id: idGiven('ScoringScheme', id) })).id,
  }),
});

function selected(t: InputFields) {
  return {
    id: t.id({ required: true, description: 'The scheme' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  };
}
