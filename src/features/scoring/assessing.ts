import { builder } from '../../graphql/builder.ts';
import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { refusalType } from '../../graphql/refusals.ts';
import {
  ConflictOfInterestError,
  ForbiddenError,
  IncompleteError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  StateError,
  VersionConflictError,
} from '../../platform/refusals.ts';
import { assignAssessor } from './commands/assignAssessor.ts';
import { confirmSheet } from './commands/confirmSheet.ts';
import { correctSheet } from './commands/correctSheet.ts';
import { declareRecusal } from './commands/declareRecusal.ts';
import { saveSheet } from './commands/saveSheet.ts';
import { submitSheet } from './commands/submitSheet.ts';
import { unassignAssessor } from './commands/unassignAssessor.ts';
import { CorrectedItemInput, itemsGiven, ScoreItemInput } from './drafts.ts';
import { AlreadyDeclaredError, NoSchemeError, RecusedError, ScoringClosedError } from './rules.ts';

refusalType(NoSchemeError, 'No scoring scheme of the competition is in force');
refusalType(RecusedError, 'The assessor has recused themselves from this');
refusalType(AlreadyDeclaredError, 'The very same is recorded already');

const sheet = { scoreSheet: { model: 'ScoreSheet', description: 'The score sheet' } } as const;
const deciding = [
  NotFoundError,
  ForbiddenError,
  ScoringClosedError,
  StateError,
  ConflictOfInterestError,
] as const;
const scoring = [...deciding, VersionConflictError, RecusedError] as const;

const GivenKind = builder.enumType('GivenSheetKind', {
  description: 'Whose scores are saved',
  values: {
    SELF: { description: 'The unit’s own (自评)' },
    ASSESSOR: { description: 'Yours, as an assessor (评委评分)' },
  } as const,
});

mutation('assessorAssign', {
  description:
    'Let an assessor score an entry (分配评委). Refused for whoever belongs to an organization that competes with it, lies ' +
    'under one that does, or has one that does under it. The committee office and officers of federations whose region has the competition may.',
  input: (t) => ({
    entry: t.id({ required: true, description: 'The entry' }),
    assessor: t.id({ required: true, description: 'The user, who has the role ASSESSOR' }),
    organization: t.id({ required: true, description: 'The organization that they have it for' }),
  }),
  payload: { assignment: { model: 'AssessorAssignment', description: 'Who scores what' } },
  refusals: [
    NotFoundError,
    ForbiddenError,
    ScoringClosedError,
    ConflictOfInterestError,
    RecusedError,
    AlreadyDeclaredError,
    InvalidError,
  ],
  run: async (call, { entry, assessor, organization }) => {
    const { id } = await assignAssessor(call, {
      entryId: idGiven('Entry', entry, ['entry']),
      userId: idGiven('User', assessor, ['assessor']),
      organizationId: idGiven('Organization', organization, ['organization']),
    });
    return { assignment: id };
  },
});

mutation('assessorUnassign', {
  description: 'End an assessor’s work on an entry (取消评委分工); whoever may assign may.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The assignment' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ description: 'Why, for the record' }),
  }),
  payload: { assignment: { model: 'AssessorAssignment', description: 'With its end' } },
  refusals: [NotFoundError, ForbiddenError, ScoringClosedError, VersionConflictError, StateError],
  run: async (call, { id, ...rest }) => ({
    assignment: (await unassignAssessor(call, { ...rest, id: idGiven('AssessorAssignment', id) })).id,
  }),
});

mutation('recusalDeclare', {
  description:
    'Keep out of scoring (声明回避): of an entry, or of all that an organization or what lies under it takes part in. ' +
    'What you scored there no longer counts for what is confirmed later.',
  input: (t) => ({
    entry: t.id({ description: 'The entry; or name an organization' }),
    organization: t.id({ description: 'The organization; or name an entry' }),
    reason: t.string({ required: true, description: 'Why (回避原因)' }),
  }),
  payload: { recusal: { model: 'Recusal', description: 'What you keep out of' } },
  refusals: [NotFoundError, ForbiddenError, InvalidError, AlreadyDeclaredError],
  run: async (call, { entry, organization, reason }) => {
    const entryId = entry == null ? null : idGiven('Entry', entry, ['entry']);
    const organizationId =
      organization == null ? null : idGiven('Organization', organization, ['organization']);
    return { recusal: (await declareRecusal(call, { entryId, organizationId, reason })).id };
  },
});

mutation('scoreSheetSave', {
  description:
    'Save what your unit gives itself (自评), or what you give as an assessor (评分): all items as a whole. Points that ' +
    'follow from what was reached are computed. The first score of all locks the scheme.',
  input: (t) => ({
    entry: t.id({ required: true, description: 'The entry' }),
    stage: t.id({ description: 'The stage; needed where the competition has stages' }),
    kind: t.field({ type: GivenKind, required: true, description: 'Whose scores these are' }),
    version: t.int({ description: 'The version of the sheet that you have read; none for the first time' }),
    items: t.field({
      type: [ScoreItemInput],
      required: true,
      description: 'What is given, for each criterion once',
    }),
  }),
  payload: sheet,
  refusals: [...scoring, NoSchemeError, InvalidError],
  run: async (call, { entry, stage, items, ...rest }) => {
    const draft = { ...rest, entryId: idGiven('Entry', entry, ['entry']), items: itemsGiven(items) };
    return { scoreSheet: (await saveSheet(call, { ...draft, stageId: stageGiven(stage) })).id };
  },
});

mutation('scoreSheetSubmit', {
  description: 'Hand a score sheet in (提交评分表): complete, and unchangeable from then on.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The sheet' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
  }),
  payload: sheet,
  refusals: [...scoring, IncompleteError],
  run: async (call, { id, version }) => ({
    scoreSheet: (await submitSheet(call, { version, id: idGiven('ScoreSheet', id) })).id,
  }),
});

mutation('scoreSheetConfirm', {
  description:
    'Confirm the scores of an entry (核定): what its assessors gave together, by the scheme. The committee office of the ' +
    'competition’s region may, once all assessors have handed in.',
  input: (t) => ({
    entry: t.id({ required: true, description: 'The entry' }),
    stage: t.id({ description: 'The stage; needed where the competition has stages' }),
    opinion: t.string({ description: 'What is to be said of it' }),
  }),
  payload: sheet,
  refusals: [...deciding, NoSchemeError, InvalidError, IncompleteError],
  run: async (call, { entry, stage, opinion }) => {
    const given = { entryId: idGiven('Entry', entry, ['entry']), stageId: stageGiven(stage), opinion };
    return { scoreSheet: (await confirmSheet(call, given)).id };
  },
});

mutation('scoreSheetCorrect', {
  description:
    'Correct confirmed scores (更正) by a new version of them. What was published stays beside it; a new standing takes ' +
    'the correction up. The committee office of the competition’s region may.',
  input: (t) => ({
    id: t.id({ required: true, description: 'The confirmed sheet' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    items: t.field({
      type: [CorrectedItemInput],
      required: true,
      description: 'What changes; the rest stays',
    }),
    opinion: t.string({ description: 'Why; needed' }),
  }),
  payload: { scoreSheet: { model: 'ScoreSheet', description: 'The new version' } },
  refusals: [...deciding, VersionConflictError, InvalidError, OpinionRequiredError],
  run: async (call, { id, items, ...rest }) => ({
    scoreSheet: (
      await correctSheet(call, { ...rest, id: idGiven('ScoreSheet', id), items: itemsGiven(items) })
    ).id,
  }),
});

function stageGiven(stage: string | null | undefined): string | null {
  return stage == null ? null : idGiven('Stage', stage, ['stage']);
}
