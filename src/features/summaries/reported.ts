import { batched } from '../../graphql/batched.ts';
import { builder } from '../../graphql/builder.ts';
import { type Dialect, rowField } from '../../graphql/fields.ts';
import { rowLoader } from '../../graphql/rows.ts';
import { loader } from '../../platform/loaders.ts';
import { checkRegionCode } from '../regions/rules.ts';
import { markdownOf } from './markdown.ts';
import { reportsOf } from './reads.ts';
import { type Counts, MOST_PROBLEMS, type Problem, type Report, type ReportedFigure } from './report.ts';

/** A competition has no more metrics. */
const MOST_FIGURES = 100;

export const SummaryCounts = builder.objectRef<Counts>('StageSummaryCounts').implement({
  description: 'How many stage summaries there are, by how far they have come (报送情况)',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All of them' }),
    notDue: t.exposeInt('notDue', { description: 'The stage has not opened (未到期)' }),
    due: t.exposeInt('due', { description: 'Still to be handed in, also those that were returned (待报)' }),
    overdue: t.exposeInt('overdue', { description: 'Of these, past their last day (逾期)' }),
    submitted: t.exposeInt('submitted', { description: 'Handed in, and not looked at yet (已报待审)' }),
    accepted: t.exposeInt('accepted', { description: 'Accepted (已审核)' }),
    waived: t.exposeInt('waived', { description: 'Not asked for (免报)' }),
  }),
});

const ReportedFigureType = builder.objectRef<ReportedFigure>('ReportedFigure').implement({
  description: 'What the figures of one metric come to in accepted summaries (指标汇总)',
  fields: (t) => ({
    metric: rowField(t, 'Metric', 'metricId', 'The metric'),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'As the metric says: their sum, mean (to 4 places, rounded half up), largest or smallest; absent where there is none',
      resolve: ({ value }) => value,
    }),
    target: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What is aimed at, where something is (目标值)',
      resolve: ({ target }) => target,
    }),
    count: t.exposeInt('count', { description: 'Number of figures' }),
  }),
});

const ReportedProblem = builder.objectRef<Problem>('ReportedProblem').implement({
  description: 'What an accepted summary says went wrong or is missing (存在问题)',
  fields: (t) => ({
    organization: rowField(t, 'Organization', 'organizationId', 'Whose it is (报送单位)'),
    text: t.exposeString('text', { description: 'In its own words' }),
  }),
});

const StageReport = builder.objectRef<Report>('StageReport').implement({
  description: 'What the summaries of a stage come to in a region and below (阶段总结汇总)',
  fields: (t) => ({
    stage: rowField(t, 'Stage', 'stageId', 'The stage'),
    region: rowField(t, 'Region', 'regionId', 'The region'),
    counts: t.field({
      type: SummaryCounts,
      description: 'How many summaries there are',
      resolve: ({ counts }) => counts,
    }),
    figures: t.field({
      type: [ReportedFigureType],
      description: "The figures of the accepted ones, in the order of the competition's metrics",
      extensions: { atMost: MOST_FIGURES },
      resolve: ({ figures }) => figures.slice(0, MOST_FIGURES),
    }),
    problems: t.field({
      type: [ReportedProblem],
      description: `The problems that the accepted ones tell of, by organization; the first ${MOST_PROBLEMS}`,
      extensions: { atMost: MOST_PROBLEMS },
      resolve: ({ problems }) => [...problems],
    }),
    problemCount: t.exposeInt('problemCount', {
      description: 'Number of accepted summaries that tell of problems',
    }),
    markdown: t.string({
      description: 'The same as a text in Chinese (Markdown), to be gone on from',
      resolve: (report) => markdownOf(report),
    }),
  }),
});

const ofCompetitionsRegion = batched((ids, call) => reportsOf(null, ids, call));

/** The field `report` of a stage. */
export function reported({ t, computed }: Dialect<'Stage'>) {
  return t.field({
    type: StageReport,
    nullable: true,
    description:
      'What the accepted summaries of the stage come to, for those who look after the region as a whole; absent for others',
    args: {
      regionCode: t.arg.string({
        description:
          'In the region with this GB/T 2260 code and below; where the competition is held unless given',
      }),
    },
    extensions: computed('id'),
    resolve: async (stage, { regionCode }, call) => {
      if (regionCode == null) return ofCompetitionsRegion(stage, {}, call);
      checkRegionCode(regionCode, 'regionCode');
      const region = await rowLoader('Region', 'code', new Set(['id']), call).load(regionCode);
      if (!region) return null;
      const inRegion = (ids: readonly string[]) => reportsOf(region.id, ids, call);
      return loader(call, reportsOf, region.id, inRegion).load(stage.id);
    },
  });
}
