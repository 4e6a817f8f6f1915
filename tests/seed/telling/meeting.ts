import { committee } from '../../../prisma/seed/demo/committee.ts';
import { competition, stage } from '../../../prisma/seed/demo/competitions.ts';
import { cityFederation, department } from '../../../prisma/seed/demo/offices.ts';
import { TOLD } from '../../../prisma/seed/demo/toldContests.ts';
import { unit } from '../../../prisma/seed/demo/units.ts';
import { addItem } from '../../../src/features/meetings/commands/addItem.ts';
import { holdMeeting } from '../../../src/features/meetings/commands/holdMeeting.ts';
import { planMeeting } from '../../../src/features/meetings/commands/planMeeting.ts';
import { reportItem } from '../../../src/features/meetings/commands/stepItem.ts';
import { takeSnapshot } from '../../../src/features/meetings/commands/takeSnapshot.ts';
import type { Told } from './applying.ts';
import type { Telling } from './telling.ts';

/** The committee meets over the second stage, and hands out what is to be done. */
export async function meet(story: Telling, entries: readonly Told[]): Promise<void> {
  const office = story.as('COMMITTEE_OFFICE');
  const competitionId = competition(TOLD);
  story.on('2026-06-23');
  const heldAt = new Date('2026-06-26T01:00:00Z');
  const planned = await planMeeting(office, {
    ...{ committeeId: committee, kind: 'SPECIAL', heldAt },
    ...{ title: '示例2026年第二次劳动竞赛委员会会议', agenda: '示例：分析第二阶段战况' },
  });
  story.on('2026-06-26');
  const { id: meetingId } = await holdMeeting(office, {
    ...{ id: planned.id, version: planned.version, minutes: '示例：听取第二阶段情况汇报' },
    attendances: [cityFederation, department(0), department(4), department(17)].map((organizationId, n) => ({
      organizationId,
      presence: n === 2 ? 'REPRESENTED' : 'PRESENT',
    })),
  });
  await takeSnapshot(office, { meetingId, competitionId, stageId: stage(TOLD, 1) });
  const dueOn = new Date('2026-07-15');
  await addItem(office, {
    meetingId,
    text: '示例：督促逾期单位报送阶段总结',
    ownerId: cityFederation,
    dueOn,
    competitionId,
  });
  const item = {
    meetingId,
    text: '示例：补报设备到货计划',
    ownerId: unit(0),
    dueOn,
    entryId: entries[0]!.entry.id,
  };
  await addItem(office, item);
  const done = await addItem(office, { ...item, text: '示例：公布第二阶段排名', ownerId: cityFederation });
  story.on('2026-06-29');
  await reportItem(story.as('MUNICIPAL_OFFICER'), { ...done, report: '示例：已公布' });
}
