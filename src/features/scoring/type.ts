import { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import { model } from '../../graphql/model.ts';
import { eventsOf, workflowFields } from '../../graphql/workflow.ts';
import type { Params } from './arithmetic.ts';
import { maySeeTo } from './commands/mayScheme.ts';
import { mayDo } from './commands/maySheet.ts';
import { assignmentList, criterionList, itemList, recusalList, schemeList, sheetList } from './inputs.ts';
import {
  assignmentVisibleTo,
  criterionVisibleTo,
  itemVisibleTo,
  recusalVisibleTo,
  schemeVisibleTo,
  sheetVisibleTo,
} from './policy.ts';
import { SCHEME, SHEET } from './rules.ts';

const MOST_TIERS = 20;

const Tier = builder.objectRef<NonNullable<Params['tiers']>[number]>('ScoringTier').implement({
  description: 'A threshold of a table, and the points from there on (档次)',
  fields: (t) => ({
    from: t.field({
      type: 'Decimal',
      description: 'From this on',
      resolve: ({ from }) => new Prisma.Decimal(from),
    }),
    points: t.field({
      type: 'Decimal',
      description: 'Points (得分)',
      resolve: ({ points }) => new Prisma.Decimal(points),
    }),
  }),
});

export const ScoringScheme = model('ScoringScheme', {
  visibleTo: schemeVisibleTo,
  list: schemeList,
  columns: [
    'code',
    'name',
    'revision',
    'totalPoints',
    'bonusCap',
    'aggregation',
    'tieRules',
    'isEarlierFirst',
    'status',
    'openedAt',
    'lockedAt',
    'retiredAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    competition: dialect.one('competition'),
    basedOn: dialect.one('basedOn'),
    copies: dialect.many('copies'),
    criteria: dialect.many('criteria'),
    sheets: dialect.many('sheets'),
    ...workflowFields('ScoringScheme', dialect, {
      workflow: SCHEME,
      needs: ['competitionId'],
      may: (call, _action, row) => maySeeTo(call, row),
    }),
  }),
});

export const Criterion = model('Criterion', {
  visibleTo: criterionVisibleTo,
  list: criterionList,
  columns: [
    'code',
    'dimension',
    'name',
    'nameEn',
    'itemType',
    'maxPoints',
    'method',
    'isEvidenceRequired',
    'guidance',
    'ordinal',
    'createdAt',
  ],
  fields: ({ t, one, many, computed }) => ({
    scheme: one('scheme'),
    parent: one('parent'),
    parts: many('parts'),
    assessorOrganization: one('assessorOrganization'),
    items: many('items'),
    target: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What is aimed at, where points go by the ratio to it (目标值)',
      extensions: computed('params'),
      resolve: ({ params }) => decimal((params as Params | null)?.target),
    }),
    pointsOff: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Points that each fault takes off, where faults are counted (每项扣分)',
      extensions: computed('params'),
      resolve: ({ params }) => decimal((params as Params | null)?.pointsOff),
    }),
    tiers: t.field({
      type: [Tier],
      description: `Thresholds and their points, rising, where points go by a table; ${MOST_TIERS} at most (分档)`,
      extensions: { ...computed('params'), atMost: MOST_TIERS },
      resolve: ({ params }) => [...((params as Params | null)?.tiers ?? [])],
    }),
  }),
});

export const AssessorAssignment = model('AssessorAssignment', {
  visibleTo: assignmentVisibleTo,
  list: assignmentList,
  columns: ['endedAt', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ t, one }) => ({
    entry: one('entry'),
    user: one('user'),
    organization: one('organization'),
    events: eventsOf(t, 'AssessorAssignment'),
  }),
});

export const Recusal = model('Recusal', {
  visibleTo: recusalVisibleTo,
  list: recusalList,
  columns: ['reason', 'isDemo', 'version', 'createdAt', 'updatedAt'],
  fields: ({ t, one }) => ({
    user: one('user'),
    entry: one('entry'),
    organization: one('organization'),
    events: eventsOf(t, 'Recusal'),
  }),
});

export const ScoreSheet = model('ScoreSheet', {
  visibleTo: sheetVisibleTo,
  list: sheetList,
  columns: [
    'kind',
    'revision',
    'status',
    'total',
    'reason',
    'submittedAt',
    'confirmedAt',
    'publishedAt',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: (dialect) => ({
    entry: dialect.one('entry'),
    stage: dialect.one('stage'),
    scheme: dialect.one('scheme'),
    assessor: dialect.one('assessor'),
    supersedes: dialect.one('supersedes'),
    corrections: dialect.many('corrections'),
    items: dialect.many('items'),
    ...workflowFields('ScoreSheet', dialect, {
      workflow: SHEET,
      needs: ['kind', 'entryId', 'assessorId'],
      may: mayDo,
    }),
  }),
});

export const ScoreItem = model('ScoreItem', {
  visibleTo: itemVisibleTo,
  list: itemList,
  columns: [
    'points',
    'measure',
    'comment',
    'evidence',
    'selfPoints',
    'assessedPoints',
    'ordinal',
    'createdAt',
  ],
  fields: ({ one }) => ({ sheet: one('sheet'), criterion: one('criterion') }),
});

function decimal(text: string | undefined): Prisma.Decimal | null {
  return text === undefined ? null : new Prisma.Decimal(text);
}
