import { competition } from '../../../prisma/seed/demo/competitions.ts';
import { LAST_TOLD } from '../../../prisma/seed/demo/toldContests.ts';
import {
  freezeCompetition,
  openNotice as openOutcome,
} from '../../../src/features/competitions/commands/advance.ts';
import { openNotice } from '../../../src/features/notices/commands/openNotice.ts';
import { raiseObjection } from '../../../src/features/notices/commands/raiseObjection.ts';
import { submitShortlist } from '../../../src/features/praise/commands/advance.ts';
import { drawShortlist } from '../../../src/features/praise/commands/drawShortlist.ts';
import { confirmSheet } from '../../../src/features/scoring/commands/confirmSheet.ts';
import { saveSheet } from '../../../src/features/scoring/commands/saveSheet.ts';
import { submitSheet } from '../../../src/features/scoring/commands/submitSheet.ts';
import { computeStanding } from '../../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../../src/features/standings/commands/publishStanding.ts';
import { assign, drawUp, itemsOf } from './scoring.ts';
import type { Telling } from './telling.ts';

const PRAISE = 'praise.advanced_collective';
const PLACES = 3;

/**
 * The year before is scored as a whole. Whom to praise for it stands under public notice as this year is half over,
 * and somebody objects.
 */
export async function notice(story: Telling): Promise<void> {
  const competitionId = competition(LAST_TOLD);
  const office = story.as('COMMITTEE_OFFICE');
  const entries = await office.db.prisma.entry.findMany({
    where: { competitionId },
    orderBy: { entryNo: 'asc' },
  });
  story.on('2026-06-08');
  const scheme = await drawUp(story, competitionId);
  const assessor = story.cast.assessors[0]!;
  for (const [at, { id: entryId }] of entries.entries()) {
    await assign(story, entryId, [assessor]);
    const own = story.by(assessor.subject);
    const items = itemsOf(scheme, at, 2, 1);
    await submitSheet(own, await saveSheet(own, { entryId, kind: 'ASSESSOR', items }));
  }
  story.on('2026-06-15');
  for (const { id: entryId } of entries) await confirmSheet(office, { entryId });
  const { id: standingId, version } = await computeStanding(office, { competitionId });
  await publishStanding(office, { id: standingId, version });
  const frozen = await freezeCompetition(office, { id: competitionId, version: 1 });
  story.on('2026-06-24');
  const { id: awardTypeId } = await office.db.prisma.awardType.findFirstOrThrow({ where: { code: PRAISE } });
  const drawn = await drawShortlist(office, { standingId, rules: [{ awardTypeId, places: PLACES }] });
  const { id: shortlistId } = await submitShortlist(office, drawn);
  story.on('2026-06-26');
  await openOutcome(office, { id: competitionId, version: frozen.version });
  const { id: noticeId } = await openNotice(office, {
    ...{ shortlistId, title: '示例2025年度先进制造业劳动竞赛拟表扬名单公示', scope: 'CITY' },
    text: '示例：现将2025年度竞赛拟表扬名单予以公示，如有异议请在公示期内反映',
  });
  story.on('2026-06-29');
  const third = await office.db.prisma.shortlistCandidate.findFirstOrThrow({
    where: { shortlistId, isSelected: true },
    orderBy: { ordinal: 'desc' },
  });
  await raiseObjection(story.as('UNIT_OFFICER'), {
    ...{ noticeId, candidateId: third.id, objectorName: '示例职工', contact: null },
    text: '示例：该单位第三季度发生过安全事故，请核实',
  });
}
