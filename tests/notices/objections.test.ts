import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { askWith } from '../kit/people.ts';
import { ERROR, praising } from '../kit/praise.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await praising(app, signIn);
const { office, everyone, person, here, there, noticed, elapses, objected } = all;
const citizen = await person();

const WORDS = { text: '示例异议', objectorName: '示例异议人' };
const FACTS = `${ERROR} ... on DeadlineError { deadline } ... on StateError { from possible } ... on ForbiddenError { needs }`;
const HANDLING = `${ERROR} ... on StateError { from possible }`;
const HANDLED = { finding: '示例核查情况', outcome: 'UPHELD' };

describe('somebody objects', () => {
  test('with a role or without, and reads what came of it', async () => {
    const { id: notice } = await noticed();
    const token = await signIn.token('a stranger who never had a role');
    const selection = `mutation ($input: ObjectionRaiseInput!) { objectionRaise(input: $input) { __typename ${FACTS}
      ... on ObjectionRaisePayload { objection { id text objectorName contact receivedAt status finding outcome closedAt version nextActions } } } }`;
    const input = { notice, ...WORDS, text: ' 示例异议 ', contact: '示例电话' };
    const { data } = await askWith<Record<string, { objection: { id: string } }>>(app, token, selection, {
      input,
    });
    expect(data?.objectionRaise).toMatchObject({ __typename: 'ObjectionRaisePayload' });
    const { id } = await prisma.objection.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const read = async () => {
      const { data } = await askWith(
        app,
        token,
        'query ($id: ID!) { objection(id: $id) { text objectorName contact receivedAt status finding outcome closedAt nextActions } }',
        { id: globalId('Objection', id) },
      );
      return data!.objection;
    };
    const raised = { ...WORDS, contact: '示例电话', receivedAt: '2026-05-01T12:00:00.000Z', nextActions: [] };
    const open = { status: 'OPEN', finding: null, outcome: null, closedAt: null };
    expect(await read()).toEqual({ ...raised, ...open });
    const handled = { id: globalId('Objection', id), version: 1, ...HANDLED };
    expect(await office.does('objectionHandle', handled, HANDLING)).toEqual({
      __typename: 'ObjectionHandlePayload',
    });
    expect(await read()).toEqual({ ...raised, ...HANDLED, status: 'CLOSED', closedAt: raised.receivedAt });
  });

  test('two at once, of one who never had a role, are raised by one account', async () => {
    const { id: notice } = await noticed();
    const token = await signIn.token('another stranger');
    const query = `mutation ($input: ObjectionRaiseInput!) { objectionRaise(input: $input) { __typename } }`;
    const answers = await Promise.all(
      [1, 2].map(() => askWith(app, token, query, { input: { notice, ...WORDS } })),
    );
    expect(answers.map(({ data }) => data)).toEqual(
      Array.from({ length: 2 }, () => ({ objectionRaise: { __typename: 'ObjectionRaisePayload' } })),
    );
    const raised = await prisma.objection.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(new Set(raised.map(({ raiserId }) => raiserId)).size).toBe(1);
  });

  test('not without having signed in, not after the last day, nor once it is closed', async () => {
    const { id: notice, version } = await noticed();
    const { errors } = await app.ask(
      'mutation ($input: ObjectionRaiseInput!) { objectionRaise(input: $input) { __typename } }',
      { input: { notice, ...WORDS } },
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await elapses(notice);
    expect(await citizen.does('objectionRaise', { notice, ...WORDS }, FACTS)).toMatchObject({
      ...{ code: 'DEADLINE', deadline: '2026-04-27T16:00:00.000Z', path: ['notice'] },
    });
    await office.does('noticeClose', { id: notice, version });
    expect(await citizen.does('objectionRaise', { notice, ...WORDS }, FACTS)).toMatchObject({
      ...{ code: 'INVALID_STATE', from: 'CLOSED', possible: [], path: ['notice'] },
    });
  });

  test.each([
    ['no text', { text: ' ' }, { code: 'INVALID', path: ['text'] }],
    ['no name', { objectorName: '' }, { code: 'INVALID', path: ['objectorName'] }],
    ['the number of an identity card', { text: '11010519491231002X' }, { code: 'INVALID', path: ['text'] }],
    [
      'a candidate that is not there',
      { candidate: globalId('ShortlistCandidate', '01900000-0000-7000-8000-000000000000') },
      { code: 'NOT_FOUND', path: ['candidate'] },
    ],
    ['no notice', { notice: globalId('Competition', here.city.id) }, { code: 'NOT_FOUND', path: ['notice'] }],
  ])('not with %s', async (_, input, facts) => {
    expect(
      await citizen.does('objectionRaise', { notice: shared.id, ...WORDS, ...input }, FACTS),
    ).toMatchObject(facts);
  });

  test('the same key twice: one objection', async () => {
    const { id: notice } = await noticed();
    const input = { notice, ...WORDS, idempotencyKey: 'one' };
    const all = await Promise.all(Array.from({ length: 5 }, () => citizen.does('objectionRaise', input)));
    expect(all).toEqual(Array.from({ length: 5 }, () => ({ __typename: 'ObjectionRaisePayload' })));
    const id = Buffer.from(notice, 'base64').toString().split(':')[1]!;
    expect(await prisma.objection.count({ where: { noticeId: id } })).toBe(1);
  });
});

describe('an objection is handled', () => {
  test('by the office, but not by whoever raised it, once, and with a finding', async () => {
    const { id: notice } = await noticed();
    const own = { ...(await objected(office, notice)), ...HANDLED };
    expect(await office.does('objectionHandle', own, HANDLING)).toMatchObject({
      code: 'CONFLICT_OF_INTEREST',
    });
    expect(await everyone.municipal.does('objectionHandle', { ...own, finding: '' }, HANDLING)).toMatchObject(
      {
        ...{ code: 'INVALID', path: ['finding'] },
      },
    );
    expect(await everyone.municipal.does('objectionHandle', { ...own, version: 2 }, HANDLING)).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await everyone.supervisor.does('objectionHandle', own, HANDLING)).toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const who of [everyone.county, citizen]) {
      expect(await who.does('objectionHandle', own, HANDLING)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await everyone.municipal.does('objectionHandle', own, HANDLING)).toEqual({
      __typename: 'ObjectionHandlePayload',
    });
    expect(await everyone.municipal.does('objectionHandle', { ...own, version: 2 }, HANDLING)).toMatchObject({
      ...{ code: 'INVALID_STATE', from: 'CLOSED', possible: [] },
    });
  });
});

test('who raised it is known to the office, to supervisors and to themselves, on every path', async () => {
  const { id: notice } = await noticed();
  const { id } = await objected(citizen, notice);
  const member = await person({ role: 'COMMITTEE_MEMBER', regionId: here.city.id });
  const elsewhere = await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id });
  const seen = async (ask: typeof app.ask) => {
    const { data } = await ask<{
      objection: object | null;
      node: object | null;
      notice: { objections: { totalCount: number } };
      objections: { totalCount: number };
    }>(
      `query ($id: ID!, $notice: ID!) { objection(id: $id) { id } node(id: $id) { id }
        notice(id: $notice) { objections { totalCount } } objections(filter: { notice: [$notice] }) { totalCount } }`,
      { id, notice },
    );
    const { objection, node, notice: of, objections } = data!;
    return [objection !== null, node !== null, of.objections.totalCount, objections.totalCount];
  };
  const shown = [true, true, 1, 1];
  const hidden = [false, false, 0, 0];
  for (const who of [office, everyone.municipal, everyone.provincial, everyone.supervisor, citizen]) {
    expect(await seen(who.ask)).toEqual(shown);
  }
  for (const ask of [
    app.ask,
    ...[member, elsewhere, everyone.county, await person()].map((who) => who.ask),
  ]) {
    expect(await seen(ask)).toEqual(hidden);
  }
  // Its steps do not tell either.
  const steps = 'query ($id: ID!) { objection(id: $id) { events { totalCount } } }';
  expect((await office.ask(steps, { id })).data).toEqual({ objection: { events: { totalCount: 0 } } });
});

const shared = await noticed();
