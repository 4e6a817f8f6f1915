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

  const awardType = await app.awardType({ nature: 'PRAISE', recipientKind: 'PROJECT' });
  /** Places for projects; the first so many ranks. */
  const places = (count: number, more: object = {}) => ({
    ...{ awardType: globalId('AwardType', awardType.id), places: count },
    ...more,
  });

  /** What came of a mutation of shortlists: the shortlist then, or why nothing did. */
  async function does(who: Person, name: string, input: object, facts = '') {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Payload`;
    const selection = `... on ${type} { shortlist { id status version } } ${ERROR} ${facts}`;
    const { shortlist, ...refused } = await who.does(name, input, selection);
    return (shortlist ?? refused) as { id: string; status: string; version: number };
  }

  /** A shortlist of so many places, drawn from a ranking of these points. */
  async function drafted(count: number, ...points: readonly string[]) {
    const of = await ranking(...points);
    const input = { standing: globalId('Standing', of.standing.id), rules: [places(count)] };
    const shortlist = await does(office, 'shortlistDraw', input);
    const id = Buffer.from(shortlist.id, 'base64').toString().split(':')[1]!;
    const candidates = await prisma.shortlistCandidate.findMany({
      where: { shortlistId: id },
      orderBy: { ordinal: 'asc' },
    });
    return {
      ...{ ...of, shortlist, shortlistId: id },
      candidates: candidates.map((each) => globalId('ShortlistCandidate', each.id)),
    };
  }

  /** One that is under notice; the office has settled it. */
  async function shown(count: number, ...points: readonly string[]) {
    const of = await drafted(count, ...points);
    await does(office, 'shortlistSubmit', { id: of.shortlist.id, version: of.shortlist.version });
    await comesTo(of.competition.id, 'NOTICE');
    const answer = await office.does(
      'noticeOpen',
      { ...WORDS, shortlist: of.shortlist.id },
      `${ERROR} ... on NoticeOpenPayload { notice { id version shortlist { id status version } } }`,
    );
    const notice = answer.notice as Noticed & { shortlist: typeof of.shortlist };
    return { ...of, notice, shortlist: notice.shortlist };
  }

  let decisions = 0;
  /** One whose notice was closed without objections. */
  async function ripe(count: number, ...points: readonly string[]) {
    const of = await shown(count, ...points);
    await elapses(of.notice.id);
    await office.does('noticeClose', { id: of.notice.id, version: of.notice.version });
    const decision = {
      ...{
        id: of.shortlist.id,
        version: of.shortlist.version,
        title: '示例表扬决定',
        issuedOn: '2026-05-01',
      },
      ...{ docNo: `示例[2026]${++decisions}号`, issuer: globalId('Organization', scored.department.id) },
    };
    return { ...of, decision };
  }

  return {
    ...scored,
    awardType,
    places,
    does,
    drafted,
    shown,
    ripe,
    ranking,
    comesTo,
    noticed,
    elapses,
    objected,
  };
}

export type Praising = Awaited<ReturnType<typeof praising>>;
