import type { AdminLevel, CompetitionStatus, Region } from '../../generated/prisma/client.ts';
import { latest } from '../../platform/days.ts';
import type { Row } from '../../platform/models.ts';
import { InvalidError, Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

/** From the bottom up; a team's entries are its unit's. */
export const LEVELS: readonly AdminLevel[] = ['ENTERPRISE', 'COUNTY', 'MUNICIPAL', 'PROVINCIAL', 'NATIONAL'];

/** The route of entries in a competition of this level, unless it says otherwise: from the county up to where it is held. */
export function usualRoute(level: AdminLevel): readonly AdminLevel[] {
  const top = LEVELS.indexOf(level);
  return top < 1 ? ['ENTERPRISE'] : LEVELS.slice(1, top + 1);
}

/** Published, and neither halted nor over. */
const GOING = [
  'PUBLISHED',
  'APPLYING',
  'RUNNING',
  'SCORING',
  'FROZEN',
  'NOTICE',
] as const satisfies CompetitionStatus[];

/** The way of a competition. Freezing hides what is scored: who takes part stays public. */
export const COMPETITION_WORKFLOW = {
  CREATE: { from: [], to: 'DRAFT', description: 'Draft it (草拟)' },
  COPY: { from: [], to: 'DRAFT', description: 'Draft its next edition (复制为下一届)' },
  UPDATE: {
    from: ['DRAFT', ...GOING],
    to: [],
    description: 'Change what it says, or a part of it; it stays as far as it is (修改)',
  },
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED', description: 'Publish it (发布)' },
  OPEN_APPLICATIONS: {
    from: ['PUBLISHED', 'APPLYING'],
    to: 'APPLYING',
    description: 'Open applications, or give them another end (开放申报、延期)',
  },
  CLOSE_APPLICATIONS: { from: ['APPLYING'], to: 'APPLYING', description: 'Close applications (截止申报)' },
  START: { from: ['APPLYING'], to: 'RUNNING', description: 'Start it, with all approved entries (启动)' },
  BEGIN_SCORING: {
    from: ['RUNNING'],
    to: 'SCORING',
    description: 'End the work and begin its assessment (转入考评)',
  },
  FREEZE: {
    from: ['SCORING'],
    to: 'FROZEN',
    description: 'End the assessment and freeze its standing (封榜)',
  },
  OPEN_NOTICE: {
    from: ['FROZEN'],
    to: 'NOTICE',
    description: 'Open the public notice of its outcome (公示)',
  },
  CONCLUDE: { from: ['NOTICE'], to: 'CONCLUDED', description: 'Conclude it, with its active entries (总结)' },
  ARCHIVE: { from: ['CONCLUDED'], to: 'ARCHIVED', description: 'Archive it (归档)' },
  SUSPEND: { from: GOING, to: 'SUSPENDED', needsOpinion: true, description: 'Suspend it (暂停)' },
  RESUME: { from: ['SUSPENDED'], to: GOING, description: 'Go on where it was suspended (恢复)' },
  CANCEL: {
    from: ['DRAFT', ...GOING, 'SUSPENDED'],
    to: 'CANCELLED',
    needsOpinion: true,
    description: 'Cancel it for good (取消)',
  },
} as const satisfies Workflow<CompetitionStatus>;

export type CompetitionAction = keyof typeof COMPETITION_WORKFLOW;
type Competition = Row<'Competition'>;

/** The instants of a competition's steps, in their order. */
export const INSTANTS = [
  'publishedAt',
  'applicationsOpenedAt',
  'startedAt',
  'scoringAt',
  'frozenAt',
  'noticeOpenedAt',
  'concludedAt',
  'archivedAt',
] as const satisfies (keyof Competition)[];

/** When a step is taken: now, but never before an earlier step, even where the clock was set back. */
export function instantOf(competition: Competition, now: Date): Date {
  return latest(now, ...INSTANTS.map((name) => competition[name]));
}

/** When applications close that are to close at this instant: after they opened, if only just. */
export function closingOf(openedAt: Date, at: Date): Date {
  return new Date(Math.max(at.getTime(), openedAt.getTime() + 1));
}

/** Whether applications have closed already, as far as they ever opened. */
export function haveClosed(
  {
    applicationsOpenedAt,
    applicationsCloseAt,
  }: Pick<Competition, 'applicationsOpenedAt' | 'applicationsCloseAt'>,
  now: Date,
): boolean {
  if (!applicationsOpenedAt || !applicationsCloseAt) return false;
  return applicationsCloseAt <= closingOf(applicationsOpenedAt, now);
}

/** Whether its tracks, metrics, weights, route and place can still change: until applications open. */
export function isUnsettled({ status }: Pick<Competition, 'status'>): boolean {
  return status === 'DRAFT' || status === 'PUBLISHED';
}

/** Whether the one level lies below the other; a team lies below its enterprise. */
export function isBelow(level: AdminLevel, other: AdminLevel): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(other);
}

/** @throws {InvalidError} unless the levels of the route ascend to the competition's own */
export function checkRoute(route: readonly AdminLevel[], level: AdminLevel): void {
  const places = route.map((each) => LEVELS.indexOf(each));
  const top = Math.max(0, LEVELS.indexOf(level));
  const isAscending = places.every((place, n) => place >= 0 && (n === 0 || place > places[n - 1]!));
  if (isAscending && places.at(-1) === top) return;
  throw new InvalidError(
    `A route takes each level once, from the lowest up to ${LEVELS[top]}, the one that approves.`,
    `申报路径须由低到高、不重复,最后一级为 ${LEVELS[top]}。`,
    ['route'],
  );
}

/** Cities directly under the central government are provinces with the government of a city. */
const IS_CITY_OF_THE_CENTER = /^(11|12|31|50)0000$/;

/** Whether a competition of this level can be held in such a region; what a unit holds lies anywhere below the country. */
export function isHeldIn(level: AdminLevel, { level: at, code }: Pick<Region, 'level' | 'code'>): boolean {
  switch (level) {
    case 'NATIONAL':
      return at === 'COUNTRY';
    case 'PROVINCIAL':
      return at === 'PROVINCE';
    case 'MUNICIPAL':
      return at === 'PREFECTURE' || (at === 'PROVINCE' && IS_CITY_OF_THE_CENTER.test(code ?? ''));
    case 'COUNTY':
      return at === 'COUNTY' || at === 'FUNCTIONAL_ZONE';
    default:
      return at !== 'COUNTRY';
  }
}

/** The same day so many years later; the last of the month where that year has no such day. */
export function shifted(day: Date, years: number): Date {
  const [year, month] = [day.getUTCFullYear() + years, day.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last)));
}

const SHANGHAI = 8 * 60 * 60_000;

/** Whether what has this first day of no longer being is gone, in the time of China. */
export function isOver(validTo: Date | null, now: Date): boolean {
  return validTo !== null && validTo.getTime() <= now.getTime() + SHANGHAI;
}

/** There is a next edition already. */
export class EditionExistsError extends Refusal {
  readonly code = 'EDITION_EXISTS';

  constructor(readonly year: number) {
    super(`It has a next edition already, of ${year}.`, ['id']);
  }

  get messageZh(): string {
    return `已有下一届竞赛(${this.year}年度)。`;
  }
}
