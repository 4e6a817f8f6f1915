import { ids } from './ids.ts';
import type { NewRow } from './insert.ts';
import { workerOf } from './people.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { STUDIOS, standingOf } from './standings.ts';
import { employerOf, studio } from './studios.ts';
import { UNITS, unit } from './units.ts';

export const GROUPS = 400;
const DISSOLVED_EVERY = 20;
/** How many of the first groups still work. */
export const ACTIVE_GROUPS = GROUPS - GROUPS / DISSOLVED_EVERY;

export const group = ids('innovation group');

const TOPICS = ['工装改进', '节能降耗', '工艺优化', '设备点检', '安全防护', '数据采集'];
const topicOf = maybe('topic of a group', pick('topic', TOPICS));
const sizeOf = between('members of a group', 3, 15);
const yearOf = between('founding year of a group', 2015, 2025);
const foundingOf = maybe('founding of a group', (n) => `${yearOf(n)}-0${1 + (n % 4) * 2}-01`);
const hasLeader = chance('a group has a leader', 0.7);

/** The unit that a group belongs to: its studio's, where it is of one. */
export function employerOfGroup(n: number): number {
  return isInStudio(n) ? employerOf(n % STUDIOS) : (n * 7 + 3) % UNITS;
}

/** A group by its number; some of the first ones are dissolved. */
export function groupRow(n: number, { homes }: Places): NewRow<'InnovationGroup'> {
  const employer = employerOfGroup(n);
  const topic = topicOf(n);
  return {
    id: group(n),
    name: `示例创新小组${String(n + 1).padStart(4, '0')}`,
    topic: topic && `示例${topic}`,
    memberCount: sizeOf(n),
    foundedOn: foundingOf(n),
    status: n < GROUPS && n % DISSOLVED_EVERY === DISSOLVED_EVERY - 1 ? 'DISSOLVED' : 'ACTIVE',
    isDemo: true,
    regionId: homes[homeOf(employer)]!.id,
    employerId: unit(employer),
    leaderId: hasLeader(n) ? workerOf(employer, 1) : null,
    studioId: isInStudio(n) ? studio(n % STUDIOS) : null,
  };
}

function isInStudio(n: number): boolean {
  return n < GROUPS && n % 3 === 0 && standingOf(n % STUDIOS) !== 'CLOSED';
}
