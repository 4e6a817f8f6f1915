import { competition, stage, track } from '../../../prisma/seed/demo/competitions.ts';
import { TOLD } from '../../../prisma/seed/demo/toldContests.ts';
import { computeStanding } from '../../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../../src/features/standings/commands/publishStanding.ts';
import { confirmVeto } from '../../../src/features/vetoes/commands/confirmVeto.ts';
import { raiseVeto } from '../../../src/features/vetoes/commands/raiseVeto.ts';
import type { Told } from './applying.ts';
import type { Telling } from './telling.ts';

/** Places among the applicants: who has the accident, and whose wages somebody asks about. */
const VETOED = 7;
const ALLEGED = 10;

/** An accident disqualifies one of the units. */
export async function veto(story: Telling, entries: readonly Told[]): Promise<void> {
  story.on('2026-05-11');
  const raised = await raiseVeto(story.as('COMMITTEE_MEMBER'), {
    entryId: entries[VETOED]!.entry.id,
    reason: 'SAFETY_ACCIDENT',
    occurredOn: new Date('2026-05-06'),
    description: '示例：施工现场发生一起安全生产责任事故',
    evidence: '示例：事故调查报告',
  });
  story.on('2026-05-18');
  await confirmVeto(story.as('COMMITTEE_OFFICE'), { ...raised, opinion: '经核实，情况属实' });
}

/** Something is heard about another one, and not looked into yet. */
export async function allege(story: Telling, entries: readonly Told[]): Promise<void> {
  story.on('2026-06-25');
  await raiseVeto(story.as('COMMITTEE_MEMBER'), {
    entryId: entries[ALLEGED]!.entry.id,
    reason: 'WAGE_ARREARS',
    occurredOn: new Date('2026-06-15'),
    description: '示例：接到拖欠工资投诉，待核实',
  });
}

/** Publishes how the units stand after a stage. */
export async function publish(story: Telling, at: number, day: string): Promise<void> {
  story.on(day);
  const office = story.as('COMMITTEE_OFFICE');
  const what = {
    competitionId: competition(TOLD),
    trackId: track(TOLD, 'ORGANIZATION'),
    stageId: stage(TOLD, at),
  };
  const { id, version } = await computeStanding(office, what);
  await publishStanding(office, { id, version });
}
