import { builder } from '../../graphql/builder.ts';
import { idGiven } from '../../graphql/ids.ts';
import { mutation } from '../../graphql/mutations.ts';
import { type RefusalClass, refusalType } from '../../graphql/refusals.ts';
import { enumType } from '../../graphql/types.ts';
import type { Call } from '../../platform/call.ts';
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
import { acceptSummary } from './commands/acceptSummary.ts';
import type { Selected } from './commands/ready.ts';
import { returnSummary } from './commands/returnSummary.ts';
import { saveSummary } from './commands/saveSummary.ts';
import { submitSummary } from './commands/submitSummary.ts';
import { waiveSummary } from './commands/waiveSummary.ts';
import { CompetitionHaltedError } from './rules.ts';

refusalType(
  CompetitionHaltedError,
  'The competition is halted or over, and the summaries of its stages stay as they are',
  (t) => ({
    status: t.field({
      type: enumType('CompetitionStatus'),
      description: 'How far the competition has come',
      resolve: ({ status }) => status,
    }),
  }),
);

const FigureGiven = builder.inputType('StageSummaryFigureInput', {
  description: 'A figure of a stage summary (指标数据)',
  fields: (t) => ({
    metric: t.id({ required: true, description: 'What it is the figure of: a metric of the competition' }),
    value: t.field({ type: 'Decimal', required: true, description: "The figure, in the metric's unit" }),
  }),
});

const ID = 'The stage summary';
const VERSION = 'The version that you have read';
const COMMON = [NotFoundError, ForbiddenError, CompetitionHaltedError, VersionConflictError, StateError];

mutation('summarySave', {
  description:
    'Write a stage summary, or a part of it (保存阶段总结): what is not given stays as it is. The officers of the unit may, once ' +
    'the stage has opened and until it is handed in, and again when it was returned.',
  input: (t) => ({
    id: t.id({ required: true, description: ID }),
    version: t.int({ required: true, description: VERSION }),
    text: t.string({ description: 'What was done (工作小结)' }),
    problems: t.string({ description: 'What went wrong or is missing (存在问题)' }),
    nextSteps: t.string({ description: 'What comes next (下步打算)' }),
    figures: t.field({
      type: [FigureGiven],
      description: 'All of its figures (指标数据): those of other metrics are taken out',
    }),
    enclosures: t.idList({
      description: 'All that is enclosed (附件), files that you have sent in: others are no longer enclosed',
    }),
  }),
  payload: { summary: { model: 'StageSummary', description: 'The summary as it is now' } },
  refusals: [...COMMON, InvalidError],
  run: async (call, { id, figures, enclosures, ...rest }) => {
    const { id: summary } = await saveSummary(call, {
      ...rest,
      id: idGiven('StageSummary', id),
      figures: figures?.map(({ metric, value }, n) => ({
        value,
        metricId: idGiven('Metric', metric, ['figures', String(n), 'metric']),
      })),
      enclosureIds: enclosures?.map((each, n) => idGiven('Enclosure', each, ['enclosures', String(n)])),
    });
    return { summary };
  },
});

mutation('summarySubmit', {
  description:
    'Hand a stage summary in (报送阶段总结), with its text and every metric that is required. The officers of the unit may, ' +
    'also when it is late: it then stays visible as late.',
  input: (t) => ({
    id: t.id({ required: true, description: ID }),
    version: t.int({ required: true, description: VERSION }),
  }),
  payload: { summary: { model: 'StageSummary', description: 'The summary, handed in' } },
  refusals: [...COMMON, IncompleteError],
  run: async (call, { id, ...rest }) => ({
    summary: (await submitSummary(call, { ...rest, id: idGiven('StageSummary', id) })).id,
  }),
});

const EXAMINERS =
  "The county's federation may, the industrial union over the unit, a federation above where the entry came to it directly, " +
  "and the committee's office; never who handed it in, nor the unit's own officers.";

/** A decision about a summary: all of them take the same. */
function decision(
  name: string,
  description: string,
  isReasonNeeded: boolean,
  more: readonly RefusalClass[],
  command: (call: Call, input: Selected) => Promise<{ id: string }>,
): void {
  mutation(name, {
    description,
    input: (t) => ({
      id: t.id({ required: true, description: ID }),
      version: t.int({ required: true, description: VERSION }),
      opinion: t.string({
        description: isReasonNeeded ? 'Why (意见): it must be given' : 'Opinion, for the record (意见)',
      }),
    }),
    payload: { summary: { model: 'StageSummary', description: 'The summary as it is now' } },
    refusals: [...COMMON, ConflictOfInterestError, ...more],
    run: async (call, { id, ...rest }) => ({
      summary: (await command(call, { ...rest, id: idGiven('StageSummary', id) })).id,
    }),
  });
}

decision(
  'summaryReturn',
  `Return a stage summary for changes (退回阶段总结). ${EXAMINERS}`,
  true,
  [OpinionRequiredError],
  returnSummary,
);
decision(
  'summaryAccept',
  `Accept a stage summary (审核通过阶段总结): from then on reports count it. ${EXAMINERS}`,
  false,
  [],
  acceptSummary,
);
decision(
  'summaryWaive',
  'Do without a stage summary that nobody has begun to write (免报阶段总结). Officers of the municipal or provincial ' +
    "federation may, and the committee's office.",
  true,
  [OpinionRequiredError],
  waiveSummary,
);
