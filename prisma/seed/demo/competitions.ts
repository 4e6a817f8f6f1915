import { usualRoute } from '../../../src/features/competitions/rules.ts';
import { course } from './calendar.ts';
import { type Contest, contests, type Kind } from './contests.ts';
import { plus } from './days.ts';
import { docNo } from './documents.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import type { Places } from './places.ts';

export const competition = ids('competition');
const hosting = ids('hosting');
const trackIds = ids('track');
const stageIds = ids('stage');
const metricIds = ids('metric');

const TRACKS = {
  PROJECT: '示例项目赛道',
  ORGANIZATION: '示例单位赛道',
  STUDIO: '示例工作室赛道',
  COLLECTIVE: '示例班组赛道',
  RESULT: '示例成果赛道',
  PERSON: '示例个人赛道',
} as const satisfies Record<Kind, string>;
const KINDS = Object.keys(TRACKS);
/** More than tracks, stages, metrics and hosts of a competition. */
const ROOM = 8;

const QUARTERS = ['示例第一季度', '示例第二季度', '示例第三季度', '示例第四季度'];
const MILESTONES = [
  ['示例节点：基础完工', 0.3],
  ['示例节点：主体封顶', 0.3],
  ['示例节点：竣工验收', 0.4],
] as const;

const METRICS = [
  { code: 'workers', name: '示例参赛职工人数', unit: '人', aggregation: 'SUM', isRequired: true },
  { code: 'suggestions', name: '示例合理化建议', unit: '条', aggregation: 'SUM', isRequired: true },
  { code: 'plan_completion', name: '示例计划完成率', unit: '%', aggregation: 'MEAN', isRequired: false },
] as const;

/** The track for one kind of entrants in a competition that has it. */
export function track(contest: number, kind: Kind): string {
  return trackIds(contest * ROOM + KINDS.indexOf(kind));
}

export function stage(contest: number, at: number): string {
  return stageIds(contest * ROOM + at);
}

export function metric(contest: number, at: number): string {
  return metricIds(contest * ROOM + at);
}

/** The competitions with those who hold them, their tracks and their stages. */
export function competitions(places: Places): Batch[] {
  const all = contests(places);
  return [
    batch('Competition', all.map(competitionRow)),
    batch('CompetitionHost', all.flatMap(hosts)),
    batch('Track', all.flatMap(tracks)),
    batch('Stage', all.flatMap(stages)),
    batch('Metric', all.flatMap(metrics)),
  ];
}

function competitionRow(contest: Contest): NewRow<'Competition'> {
  const { number, parent, previous, title, kind, level, year, status, publishedOn, regionId } = contest;
  return {
    id: competition(number),
    title,
    theme: contest.theme ?? null,
    slogan: contest.slogan ?? null,
    kind,
    level,
    edition: contest.edition ?? null,
    year,
    noticeDocNo: status !== 'DRAFT' && number % 3 !== 2 ? docNo('竞发', publishedOn, number + 1) : null,
    status,
    route: [...usualRoute(level)],
    ...course(status, publishedOn, contest.daysRunning ?? 230),
    isDemo: true,
    regionId,
    committeeId: contest.committeeId ?? null,
    parentId: parent === undefined ? null : competition(parent),
    previousId: previous === undefined ? null : competition(previous),
  };
}

function hosts({ number, hosts }: Contest): NewRow<'CompetitionHost'>[] {
  return hosts.map((organizationId, at) => ({
    id: hosting(number * ROOM + at),
    ordinal: at + 1,
    competitionId: competition(number),
    organizationId,
  }));
}

function tracks({ number, tracks }: Contest): NewRow<'Track'>[] {
  return tracks.map((kind, at) => ({
    id: track(number, kind),
    name: TRACKS[kind],
    recipientKind: kind,
    eligibility: kind === 'PROJECT' ? '示例：列入年度重点工程名单的项目' : null,
    ordinal: at + 1,
    competitionId: competition(number),
  }));
}

/** The quarters of the year, or milestones of the work; either way their weights make 1. */
function stages({ number, year, hasMilestones, seasons }: Contest): NewRow<'Stage'>[] {
  const rows = seasons
    ? seasons.map(([name, startsOn, endsOn]) => ({
        ...{ name, startsOn, endsOn, kind: 'PERIODIC' as const },
        weight: 1 / seasons.length,
      }))
    : hasMilestones
      ? MILESTONES.map(([name, weight], at) => {
          const startsOn = plus(`${year}-03-14`, at * 90);
          return { name, kind: 'MILESTONE' as const, startsOn, endsOn: plus(startsOn, 89), weight };
        })
      : QUARTERS.map((name, at) => {
          const startsOn = `${year}-${String(at * 3 + 1).padStart(2, '0')}-01`;
          const next = at === 3 ? `${year + 1}-01-01` : `${year}-${String(at * 3 + 4).padStart(2, '0')}-01`;
          return { name, kind: 'PERIODIC' as const, startsOn, endsOn: plus(next, -1), weight: 0.25 };
        });
  return rows.map((row, at) => ({
    id: stage(number, at),
    ...row,
    ordinal: at + 1,
    summaryDueOn: plus(row.endsOn, 10),
    competitionId: competition(number),
  }));
}

/** What those who take part report in figures, the same everywhere. */
function metrics({ number }: Contest): NewRow<'Metric'>[] {
  return METRICS.map((row, at) => ({
    id: metric(number, at),
    ...row,
    ordinal: at + 1,
    competitionId: competition(number),
  }));
}
