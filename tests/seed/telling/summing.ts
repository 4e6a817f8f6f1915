import { metric, stage } from '../../../prisma/seed/demo/competitions.ts';
import { plus } from '../../../prisma/seed/demo/days.ts';
import { homeOf } from '../../../prisma/seed/demo/places.ts';
import { between } from '../../../prisma/seed/demo/random.ts';
import { TOLD } from '../../../prisma/seed/demo/toldContests.ts';
import { acceptSummary } from '../../../src/features/summaries/commands/acceptSummary.ts';
import { returnSummary } from '../../../src/features/summaries/commands/returnSummary.ts';
import { saveSummary } from '../../../src/features/summaries/commands/saveSummary.ts';
import { submitSummary } from '../../../src/features/summaries/commands/submitSummary.ts';
import { waiveSummary } from '../../../src/features/summaries/commands/waiveSummary.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import type { Row } from '../../../src/platform/models.ts';
import type { Told } from './applying.ts';
import { countyOfficer, unitOfficer } from './cast.ts';
import type { Telling } from './telling.ts';

type Summary = Row<'StageSummary'>;

/** What becomes of the summaries of one stage, by their units' places among the applicants. */
interface Course {
  readonly stage: number;
  /** The day after it is over; ten days later summaries are due. */
  readonly from: string;
  readonly missing: readonly number[];
  readonly drafted: readonly number[];
  readonly returned: readonly number[];
  /** Returned, and not handed in again. */
  readonly leftReturned: readonly number[];
  readonly waiting: readonly number[];
  readonly waived: readonly number[];
}

export const FIRST: Course = {
  ...{ stage: 0, from: '2026-04-01' },
  ...{ missing: [9], drafted: [], returned: [4, 14], leftReturned: [], waiting: [], waived: [21] },
};
export const SECOND: Course = {
  ...{ stage: 1, from: '2026-06-01', missing: [9, 20], drafted: [12], returned: [6, 17] },
  ...{ leftReturned: [13], waiting: [2, 3, 5, 14, 18], waived: [21] },
};

const suggestionsOf = between('suggestions in a summary', 0, 60);
const completionOf = between('completion in a summary', 700, 1080);

/** Units sum up a stage that is over, counties look through what they hand in, and some of it never comes. */
export async function sumUp(story: Telling, entries: readonly Told[], course: Course): Promise<void> {
  const stageId = stage(TOLD, course.stage);
  const rows = await story.as('MUNICIPAL_OFFICER').db.prisma.stageSummary.findMany({ where: { stageId } });
  const summaries = new Map(rows.map((row) => [row.entryId, row]));
  const each = entries.map((told, at) => ({ ...told, at, summary: summaries.get(told.entry.id)! }));
  story.on(plus(course.from, 1));
  await waive(story, rows, each, course);
  const written = each.filter(({ at }) => !course.missing.includes(at) && !course.waived.includes(at));
  for (const told of written) {
    story.on(plus(course.from, 2 + (told.at % 6)));
    told.summary = await write(story, told, course);
  }
  await story.tick();
  await lookThrough(
    story,
    written.filter(({ at }) => !course.drafted.includes(at)),
    course,
  );
  story.on(plus(course.from, 13));
  await story.tick();
}

type Each = Told & { readonly at: number; summary: Summary };

/** The city does without those of the teams, whose units report for them, and of a unit that was hit by a storm. */
async function waive(story: Telling, rows: readonly Summary[], each: readonly Each[], { waived }: Course) {
  const units = new Map(each.map(({ entry, at }) => [entry.id, at]));
  for (const { id, version, entryId } of rows) {
    const at = units.get(entryId);
    if (at !== undefined && !waived.includes(at)) continue;
    const opinion = at === undefined ? '班组情况由所在单位一并报送' : '受灾停产，本阶段免报';
    await waiveSummary(story.as('MUNICIPAL_OFFICER'), { id, version, opinion });
  }
}

async function write(story: Telling, { unit, entry, at, summary }: Each, { stage, drafted }: Course) {
  const officer = story.by(unitOfficer(unit));
  const n = at * 4 + stage;
  const figures = [entry.headcount!, suggestionsOf(n), completionOf(n) / 10];
  const { id, version } = await saveSummary(officer, {
    ...{ id: summary.id, version: summary.version },
    ...{ text: '示例：本阶段各项任务按计划推进，开展技能比武和安全检查', nextSteps: '示例：继续推进' },
    problems: at % 5 === 0 ? '示例：部分设备到货较晚，影响进度' : null,
    figures: figures.map((value, m) => ({ metricId: metric(TOLD, m), value: new Prisma.Decimal(value) })),
  });
  return drafted.includes(at) ? summary : submitSummary(officer, { id, version });
}

async function lookThrough(story: Telling, each: readonly Each[], course: Course): Promise<void> {
  story.on(plus(course.from, 8));
  for (const told of each) {
    const { at, unit, summary } = told;
    const isLeft = course.leftReturned.includes(at);
    if (!isLeft && !course.returned.includes(at)) continue;
    const county = story.by(countyOfficer(homeOf(unit)));
    const back = await returnSummary(county, { ...summary, opinion: '请核对合理化建议数' });
    if (!isLeft) told.summary = await submitSummary(story.by(unitOfficer(unit)), back);
  }
  story.on(plus(course.from, 9));
  for (const { at, unit, summary } of each) {
    if (course.waiting.includes(at) || course.leftReturned.includes(at)) continue;
    await acceptSummary(story.by(countyOfficer(homeOf(unit))), { ...summary, opinion: null });
  }
}
