import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { type App, NOON } from './app.ts';
import type { Person } from './people.ts';
import { scoring } from './scoring.ts';
import type { SignedIn } from './signIn.ts';

/** All that an error tells, where it tells this. */
export const ERROR = '... on Error { code path message }';

export const WORDS = { title: '示例公示', text: '示例公示内容', scope: 'CITY' };

interface Noticed {
  readonly id: string;
  readonly version: number;
}

/** Competitions with a published standing, whose outcome is under public notice. */
export async function praising(app: App, signIn: SignedIn) {
  const { prisma } = app.db;
  const scored = await scoring(app, signIn);
  const { contest, confirmed, callAs, office } = scored;

  /** A published standing of the year with an entry for each of these points for safety, 40 less than their totals. */
  async function ranking(...points: readonly string[]) {
    const of = await contest();
    const entrants = [];
    for (const each of points) entrants.push(await confirmed(of, each));
    const call = await callAs(office);
    const { id, version } = await computeStanding(call, { competitionId: of.competition.id });
    const standing = await publishStanding(call, { id, version });
    return { ...of, entrants, standing };
  }

  /** The competition comes to this state. */
  async function comesTo(competitionId: string, status: 'FROZEN' | 'NOTICE') {
    await prisma.competition.update({
      where: { id: competitionId },
      data: { status, frozenAt: NOON, noticeOpenedAt: status === 'NOTICE' ? NOON : null },
    });
  }

  /** A notice of a standing by itself. */
  async function noticed(who: Person = office): Promise<Noticed & { competitionId: string }> {
    const { competition, standing } = await ranking('60');
    await comesTo(competition.id, 'NOTICE');
    const input = { ...WORDS, standing: globalId('Standing', standing.id) };
    const selection = `${ERROR} ... on NoticeOpenPayload { notice { id version } }`;
    const { notice } = (await who.does('noticeOpen', input, selection)) as { notice: Noticed };
    return { ...notice, competitionId: competition.id };
  }

  /** Its last day is over. */
  async function elapses(notice: string) {
    const id = Buffer.from(notice, 'base64').toString().split(':')[1]!;
    await prisma.publicNotice.update({
      where: { id },
      data: { opensOn: new Date('2026-04-20'), closesOn: new Date('2026-04-27') },
    });
  }

  /** Somebody objects to a notice, or to a candidate on it. */
  async function objected(who: Person, notice: string, more: object = {}): Promise<Noticed> {
    const input = { notice, text: '示例异议', objectorName: '示例异议人', ...more };
    const selection = `${ERROR} ... on ObjectionRaisePayload { objection { id version } }`;
    return (await who.does('objectionRaise', input, selection)).objection as Noticed;
  }

  return { ...scored, ranking, comesTo, noticed, elapses, objected };
}

export type Praising = Awaited<ReturnType<typeof praising>>;
