import { competition, stage } from '../../../prisma/seed/demo/competitions.ts';
import { draws } from '../../../prisma/seed/demo/random.ts';
import { TOLD } from '../../../prisma/seed/demo/toldContests.ts';
import { assignAssessor } from '../../../src/features/scoring/commands/assignAssessor.ts';
import { confirmSheet } from '../../../src/features/scoring/commands/confirmSheet.ts';
import { copyScheme } from '../../../src/features/scoring/commands/copyScheme.ts';
import type { ItemDraft } from '../../../src/features/scoring/commands/items.ts';
import { openScheme } from '../../../src/features/scoring/commands/openScheme.ts';
import { saveSheet } from '../../../src/features/scoring/commands/saveSheet.ts';
import { submitSheet } from '../../../src/features/scoring/commands/submitSheet.ts';
import { type Scheme, schemeOf } from '../../../src/features/scoring/reads.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import type { Told } from './applying.ts';
import { type Cast, unitOfficer } from './cast.ts';
import type { Telling } from './telling.ts';

const TEMPLATE = 'example.key_project';
/** Assessors of each entry. */
const PANEL = 2;
/** Places among the applicants of two that apply on one day and are given the same in the first stage. */
const EQUALS = [3, 4];
/** More than places among the applicants, and more than criteria. */
const ROOM = 64;

const strengthOf = draws('strength of an applicant');
const formOf = draws('form of an applicant in a stage');
const shareOf = draws('share of the points');

/** The office draws a scheme up from the template, and brings it into force. */
export async function drawUp(story: Telling, competitionId: string): Promise<Scheme> {
  const office = story.as('COMMITTEE_OFFICE');
  const { id } = await office.db.prisma.scoringScheme.findFirstOrThrow({ where: { code: TEMPLATE } });
  const name = '示例先进制造业劳动竞赛评分方案';
  const scheme = await copyScheme(office, { id, competitionId, name });
  await openScheme(office, scheme);
  return schemeOf(office, scheme.id);
}

export async function assign(story: Telling, entryId: string, panel: Cast['assessors']): Promise<void> {
  for (const { userId, organizationId } of panel) {
    await assignAssessor(story.as('COMMITTEE_OFFICE'), { entryId, userId, organizationId });
  }
}

/** The office says by what units are scored, and who assesses whom. */
export async function prepareScoring(story: Telling, entries: readonly Told[]): Promise<Scheme> {
  story.on('2026-03-02');
  const scheme = await drawUp(story, competition(TOLD));
  story.on('2026-04-13');
  for (const [at, { entry }] of entries.entries()) await assign(story, entry.id, panelOf(story, at));
  return scheme;
}

function panelOf({ cast: { assessors } }: Telling, at: number): Cast['assessors'] {
  return Array.from({ length: PANEL }, (_, n) => assessors[(at + n) % assessors.length]!);
}

interface Round {
  readonly stage: number;
  readonly selfOn: string;
  readonly assessedOn: string;
  readonly confirmedOn: string;
  /** Places among the applicants of those that the account's assessor has not done with. */
  readonly open: readonly number[];
  readonly unscored: readonly number[];
}

export const ROUNDS: readonly Round[] = [
  {
    stage: 0,
    selfOn: '2026-04-14',
    assessedOn: '2026-04-17',
    confirmedOn: '2026-04-21',
    open: [],
    unscored: [9],
  },
  {
    stage: 1,
    selfOn: '2026-06-12',
    assessedOn: '2026-06-16',
    confirmedOn: '2026-06-22',
    open: [11],
    unscored: [],
  },
];

/** Units score themselves, assessors score them, and the office confirms what comes of it. */
export async function score(
  story: Telling,
  entries: readonly Told[],
  scheme: Scheme,
  round: Round,
): Promise<void> {
  const stageId = stage(TOLD, round.stage);
  const scored = [...entries.entries()].filter(([at]) => !round.unscored.includes(at));
  story.on(round.selfOn);
  for (const [at, { unit, entry }] of scored) {
    const officer = story.by(unitOfficer(unit));
    const what = { entryId: entry.id, stageId, kind: 'SELF' as const };
    await submitSheet(
      officer,
      await saveSheet(officer, { ...what, items: itemsOf(scheme, at, round.stage, 0) }),
    );
  }
  story.on(round.assessedOn);
  for (const [at, { entry }] of scored) {
    for (const [n, { subject }] of panelOf(story, at).entries()) {
      const assessor = story.by(subject);
      const what = { entryId: entry.id, stageId, kind: 'ASSESSOR' as const };
      const sheet = await saveSheet(assessor, { ...what, items: itemsOf(scheme, at, round.stage, n + 1) });
      const isOpen = round.open.includes(at) && subject === story.cast.assessors.at(-1)!.subject;
      if (!isOpen) await submitSheet(assessor, sheet);
    }
  }
  story.on(round.confirmedOn);
  for (const [at, { entry }] of scored) {
    if (!round.open.includes(at))
      await confirmSheet(story.as('COMMITTEE_OFFICE'), { entryId: entry.id, stageId });
  }
}

/** What is given for each criterion, in halves of points: a unit is kinder to itself than others are. */
export function itemsOf({ criteria }: Scheme, at: number, stage: number, by: number): ItemDraft[] {
  const who = stage === 0 && at === EQUALS[1] ? EQUALS[0]! : at;
  const level = 0.72 + 0.16 * strengthOf(who) + 0.08 * formOf(who * 4 + stage) + (by === 0 ? 0.04 : 0);
  return criteria.flatMap(({ id: criterionId, itemType, maxPoints, ordinal }) => {
    const share = shareOf(((who * 4 + stage) * 4 + by) * ROOM + ordinal);
    const points = (part: number) => new Prisma.Decimal(Math.round(maxPoints.toNumber() * part * 2)).div(2);
    if (itemType === 'BASE')
      return [{ criterionId, points: points(Math.min(1, level + 0.1 * (share - 0.5))) }];
    if (itemType === 'BONUS') return who % 4 === 1 ? [{ criterionId, points: points(0.4) }] : [];
    return who % 6 === 5 && stage === 0 ? [{ criterionId, points: points(-0.2) }] : [];
  });
}
