import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { ERROR, praising, WORDS } from '../kit/praise.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await praising(app, signIn);
const { office, everyone, person, here, there, ranking, comesTo, noticed, elapses, objected } = all;
const { county } = everyone;
const citizen = await person();

const FACTS = `${ERROR} ... on StateError { from possible } ... on NoticePeriodError { have least most }
  ... on NoticeOpenError { deadline } ... on ForbiddenError { needs }`;

describe('a notice is put up', () => {
  test('for five working days after its first one, over what holidays there are, until 24:00 in Beijing', async () => {
    const { competition, standing } = await ranking('60');
    await comesTo(competition.id, 'NOTICE');
    // The first of May is a Friday here; the holiday lasts until Tuesday, and Saturday makes a day up.
    for (const [date, isWorkingDay] of [
      ['2026-05-01', false],
      ['2026-05-04', false],
      ['2026-05-05', false],
      ['2026-05-09', true],
    ] as const) {
      await prisma.calendarDay.create({
        data: { date: new Date(date), isWorkingDay, name: '示例', source: '示例' },
      });
    }
    const answer = await office.does(
      'noticeOpen',
      { ...WORDS, channel: ' 示例网站 ', standing: globalId('Standing', standing.id) },
      `${FACTS} ... on NoticeOpenPayload { notice { title text scope channel workingDays opensOn closesOn status closedAt version
        competition { id } standing { id } shortlist { id } nextActions events { nodes { action toState } } } }`,
    );
    expect(answer).toEqual({
      __typename: 'NoticeOpenPayload',
      notice: {
        ...{ ...WORDS, channel: '示例网站', workingDays: 5, opensOn: '2026-05-01', closesOn: '2026-05-11' },
        ...{ status: 'OPEN', closedAt: null, version: 1, shortlist: null, nextActions: ['CLOSE'] },
        competition: { id: globalId('Competition', competition.id) },
        standing: { id: globalId('Standing', standing.id) },
        events: { nodes: [{ action: 'OPEN', toState: 'OPEN' }] },
      },
    });
    await prisma.calendarDay.deleteMany();
    const again = { ...WORDS, standing: globalId('Standing', standing.id) };
    expect(await office.does('noticeOpen', again, FACTS)).toMatchObject({
      ...{ code: 'NOTICE_OPEN', path: ['standing'], deadline: '2026-05-11T16:00:00.000Z' },
    });
  });

  test('not before the competition itself came to it, nor of a standing that is not published', async () => {
    const { competition, standing } = await ranking('60');
    const input = { ...WORDS, standing: globalId('Standing', standing.id) };
    await comesTo(competition.id, 'FROZEN');
    expect(await office.does('noticeOpen', input, FACTS)).toMatchObject({
      ...{ code: 'INVALID_STATE', from: 'FROZEN', path: ['standing'] },
      possible: ['UPDATE', 'OPEN_NOTICE', 'SUSPEND', 'CANCEL'],
    });
    await comesTo(competition.id, 'NOTICE');
    await prisma.standing.update({ where: { id: standing.id }, data: { status: 'SUPERSEDED' } });
    expect(await office.does('noticeOpen', input, FACTS)).toMatchObject({
      ...{ code: 'INVALID_STATE', from: 'SUPERSEDED', path: ['standing'] },
    });
    expect(await prisma.publicNotice.count({ where: { competitionId: competition.id } })).toBe(0);
  });

  test('by the office over the region of the competition alone', async () => {
    const { competition, standing } = await ranking('60');
    await comesTo(competition.id, 'NOTICE');
    const input = { ...WORDS, standing: globalId('Standing', standing.id) };
    const strangers = [
      county,
      citizen,
      everyone.supervisor,
      await person({ role: 'COMMITTEE_MEMBER', regionId: here.city.id }),
      await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id }),
    ];
    for (const who of strangers) {
      expect(await who.does('noticeOpen', input, FACTS)).toMatchObject({
        ...{ code: 'FORBIDDEN', path: ['standing'] },
        needs: ['ADMIN', 'COMMITTEE_OFFICE', 'MUNICIPAL_OFFICER', 'PROVINCIAL_OFFICER', 'COUNTY_OFFICER'],
      });
    }
    expect(await everyone.municipal.does('noticeOpen', input, FACTS)).toEqual({
      __typename: 'NoticeOpenPayload',
    });
  });

  test.each([
    ['four days', { workingDays: 4 }, { code: 'NOTICE_PERIOD', have: 4, least: 5, most: 30 }],
    ['thirty-one', { workingDays: 31 }, { code: 'NOTICE_PERIOD', have: 31 }],
    ['no title', { title: ' ' }, { code: 'INVALID', path: ['title'] }],
    ['no text', { text: '' }, { code: 'INVALID', path: ['text'] }],
    ['nothing to be shown', { standing: null }, { code: 'INVALID', path: ['shortlist'] }],
    [
      'what is not there',
      { standing: globalId('Standing', '01900000-0000-7000-8000-000000000000') },
      { code: 'NOT_FOUND', path: ['standing'] },
    ],
    [
      'a list that is not there',
      { standing: null, shortlist: globalId('Shortlist', '01900000-0000-7000-8000-000000000000') },
      { code: 'NOT_FOUND', path: ['shortlist'] },
    ],
  ])('not with %s', async (_, input, facts) => {
    const given = { ...WORDS, standing: globalId('Standing', shared.standing.id), ...input };
    expect(await office.does('noticeOpen', given, FACTS)).toMatchObject(facts);
  });
});

describe('a notice is closed', () => {
  const CLOSE = `${ERROR} ... on DeadlineError { deadline } ... on OpenObjectionsError { open } ... on StateError { from possible }
    ... on VersionConflictError { currentVersion } ... on NoticeClosePayload { notice { status version closedAt nextActions } }`;

  test('once its last day is over and all objections are handled, and once only', async () => {
    const { id, version } = await noticed();
    const { closesOn } = await prisma.publicNotice.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const until = new Date(closesOn.getTime() + 16 * 3_600_000).toISOString();
    expect(await office.does('noticeClose', { id, version }, CLOSE)).toMatchObject({
      ...{ code: 'DEADLINE', deadline: until },
    });
    const objection = await objected(citizen, id);
    await elapses(id);
    expect(await office.does('noticeClose', { id, version }, CLOSE)).toMatchObject({
      ...{ code: 'OPEN_OBJECTIONS', open: 1, path: ['id'] },
    });
    const handled = { ...objection, finding: '示例查实', outcome: 'DISMISSED' };
    expect(await office.does('objectionHandle', handled)).toEqual({ __typename: 'ObjectionHandlePayload' });
    expect(await county.does('noticeClose', { id, version }, CLOSE)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await office.does('noticeClose', { id, version: 9 }, CLOSE)).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 1 },
    });
    expect(await office.does('noticeClose', { id, version }, CLOSE)).toEqual({
      __typename: 'NoticeClosePayload',
      notice: { status: 'CLOSED', version: 2, closedAt: '2026-05-01T12:00:00.000Z', nextActions: [] },
    });
    expect(await office.does('noticeClose', { id, version: 2 }, CLOSE)).toMatchObject({
      ...{ code: 'INVALID_STATE', from: 'CLOSED', possible: [] },
    });
  });

  test('it waits on the list of the office from the day after its last one, as soon as nothing else stands against it', async () => {
    const who = await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id });
    const { id, competitionId } = await noticed();
    await prisma.competition.update({ where: { id: competitionId }, data: { regionId: there.city.id } });
    const todo = async () => {
      const { data } = await who.ask<{ viewer: { todo: { totalCount: number; nodes: object[] } } }>(
        '{ viewer { todo { totalCount nodes { action subject { ... on Node { id } } } } } }',
      );
      return data!.viewer.todo;
    };
    const nothing = { totalCount: 0, nodes: [] };
    expect(await todo()).toEqual(nothing);
    const objection = await objected(citizen, id);
    const own = await objected(who, id);
    // Nobody handles what they raised themselves.
    const toHandle = { action: 'HANDLE', subject: { id: objection.id } };
    expect(await todo()).toEqual({ totalCount: 1, nodes: [toHandle] });
    await elapses(id);
    expect(await todo()).toEqual({ totalCount: 1, nodes: [toHandle] });
    for (const each of [objection, own]) {
      await everyone.admin.does('objectionHandle', { ...each, finding: '示例', outcome: 'DISMISSED' });
    }
    expect(await todo()).toEqual({ totalCount: 1, nodes: [{ action: 'CLOSE', subject: { id } }] });
    await who.does('noticeClose', { id, version: 1 });
    expect(await todo()).toEqual(nothing);
  });
});

const shared = await ranking('60');
await comesTo(shared.competition.id, 'NOTICE');
