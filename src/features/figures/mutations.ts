import type { InputShapeFromFields } from '@pothos/core';
import type { Bound, ObservationKind, Relevance } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { type InputFields, mutation } from '../../graphql/mutations.ts';
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
import type { FigureFault } from './bounds.ts';
import { createSource } from './commands/createSource.ts';
import type { NewFigure } from './commands/figures.ts';
import { recordObservation } from './commands/recordObservation.ts';
import { supersedeObservation } from './commands/supersedeObservation.ts';
import { FigureError } from './rules.ts';

const Fault = builder.objectRef<FigureFault>('FigureFault').implement({
  description: 'What is wrong with a member of a figure',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The member of the input' }),
    message: t.exposeString('message', { description: 'What is wrong, in English' }),
    messageZh: t.exposeString('messageZh', { description: 'What is wrong, in Chinese (中文)' }),
  }),
});
refusalType(FigureError, 'The figure contradicts its own quote, or its indicator', (t) => ({
  faults: t.field({
    type: [Fault],
    description: 'All that is wrong',
    resolve: ({ faults }) => [...faults],
  }),
}));

const figure = (t: InputFields) => ({
  indicator: t.id({ required: true, description: 'What was measured' }),
  region: t.id({ required: true, description: 'Where it was measured' }),
  source: t.id({ required: true, description: 'The document that prints it' }),
  scope: t.string({ description: 'What it is of where that is less than the region (范围)' }),
  scopeOrganization: t.id({ description: 'The organization that it is of, where its scope is one' }),
  value: t.field({
    type: 'Decimal',
    required: true,
    description: 'The number in units, with 万 and 亿 multiplied out; the smaller one of a range',
  }),
  valueMax: t.field({ type: 'Decimal', description: 'The larger number of a range' }),
  valueText: t.string({ description: 'The number as printed; absent where it is a Chinese word' }),
  unit: t.string({ required: true, description: 'Unit in Chinese, as the indicator has it (单位)' }),
  qualifier: t.string({ description: 'The word that qualifies the number, as 余 or 近 (修饰词)' }),
  bound: t.field({ type: enumType('Bound'), required: true, description: 'How it bounds the true number' }),
  kind: t.field({
    type: enumType('ObservationKind'),
    required: true,
    description: 'What it counts in time (数据性质)',
  }),
  precision: t.field({
    type: 'Decimal',
    required: true,
    description: 'Step of the printed number: 1000 for 2.6万',
  }),
  period: t.string({
    required: true,
    description: 'Time that it is of, in EDTF; "~" marks what is inferred',
  }),
  line: t.int({ required: true, description: 'Line on which the quote begins, from 1' }),
  lineEnd: t.int({ description: 'Line on which the quote ends; the same one unless given' }),
  quote: t.string({ required: true, description: 'The words of the document that hold the figure (原文)' }),
  relevance: t.field({
    type: enumType('Relevance'),
    required: true,
    description: 'How near it is to the field',
  }),
  note: t.string({ description: 'Remark' }),
});

const read = (input: InputShapeFromFields<ReturnType<typeof figure>>): NewFigure => ({
  ...input,
  indicatorId: idGiven('Indicator', input.indicator, ['indicator']),
  regionId: idGiven('Region', input.region, ['region']),
  sourceId: idGiven('SourceDocument', input.source, ['source']),
  scopeOrganizationId: idIfGiven('Organization', input.scopeOrganization, ['scopeOrganization']),
  bound: input.bound as Bound,
  kind: input.kind as ObservationKind,
  relevance: input.relevance as Relevance,
});

const REFUSALS = [NotFoundError, ForbiddenError, InvalidError, FigureError] as const;
const KEPT_BY = 'Officers of the federations of cities and provinces may in their region.';

mutation('sourceDocumentCreate', {
  description:
    'Enter a document (登记来源文献), so that figures can be recorded from it; its text is not kept. Officers of the ' +
    'federations of cities and provinces may.',
  input: (t) => ({
    fileName: t.string({ required: true, description: 'Name of the file that the text stands in' }),
    publisher: t.string({ description: 'Who published it (发布者)' }),
    title: t.string({ description: 'Title (标题)' }),
    publishedOn: t.string({ required: true, description: 'When it was published, in EDTF' }),
    dateInferred: t.boolean({
      required: true,
      description: 'Whether that is inferred, as opposed to printed',
    }),
    dateNote: t.string({ description: 'What it is inferred from' }),
    url: t.string({ description: 'Where it can be read' }),
    language: t.string({ required: true, description: 'Language of the text, as in BCP 47' }),
    sha256: t.string({ required: true, description: "SHA-256 of the text's bytes, in hexadecimal" }),
  }),
  payload: { sourceDocument: { model: 'SourceDocument', description: 'The document as it is kept' } },
  refusals: [ForbiddenError, InvalidError],
  run: async (call, input) => ({ sourceDocument: (await createSource(call, input)).id }),
});

mutation('observationRecord', {
  description: `Record a figure that a document prints (登记公布数据). It must agree with its quote, and is never changed. ${KEPT_BY}`,
  input: figure,
  payload: { observation: { model: 'Observation', description: 'The figure as it is kept' } },
  refusals: REFUSALS,
  run: async (call, input) => ({ observation: (await recordObservation(call, read(input))).id }),
});

mutation('observationSupersede', {
  description: `Correct a figure by another one (更正公布数据): both stay, and each leads to the other. ${KEPT_BY}`,
  input: (t) => ({
    id: t.id({ required: true, description: 'The figure that is corrected' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ required: true, description: 'Why' }),
    ...figure(t),
  }),
  payload: { observation: { model: 'Observation', description: 'The figure that corrects it' } },
  refusals: [...REFUSALS, VersionConflictError, StateError, OpinionRequiredError],
  run: async (call, { id, version, opinion, ...rest }) => {
    const correction = { ...read(rest), id: idGiven('Observation', id), version, opinion };
    return { observation: (await supersedeObservation(call, correction)).id };
  },
});
