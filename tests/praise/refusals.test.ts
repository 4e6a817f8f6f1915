import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { praising } from '../kit/praise.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const all = await praising(app, signIn);
const { office, everyone, person, here, places, does, ranking, drafted, shown, ripe, comesTo } = all;
const { municipal, county } = everyone;

const naming = globalId(
  'AwardType',
  (await app.awardType({ nature: 'NAMING', recipientKind: 'PROJECT' })).id,
);
const { standing, competition } = await ranking('60', '55', '55');
const strange = globalId('Track', (await app.track({ competitionId: competition.id })).id);
const elsewhere = globalId('Track', (await app.track()).id);

test.each([
  ['no rule', [], { code: 'INVALID', path: ['rules'] }],
  ['no place', [places(0)], { code: 'INVALID', path: ['rules', '0', 'places'] }],
  ['a total of three decimals', [places(1, { minTotal: '60.001' })], { path: ['rules', '0', 'minTotal'] }],
  ['a share over all', [places(1, { maxShare: '1.1' })], { path: ['rules', '0', 'maxShare'] }],
  ['an award that names', [places(1, { awardType: naming })], { path: ['rules', '0', 'awardType'] }],
  [
    'a track of elsewhere',
    [places(1, { track: strange }), places(1, { track: elsewhere })],
    { code: 'NOT_FOUND', path: ['rules', '1', 'track'] },
  ],
  [
    'equals of whom one would be left',
    [places(2)],
    { code: 'QUOTA_TIE', path: ['rules', '0', 'places'], rule: 1, rank: 2, have: 2, need: 3 },
  ],
])('nothing is drawn with %s', async (_, rules, facts) => {
  const input = { standing: globalId('Standing', standing.id), rules };
  const told = '... on QuotaTieError { rule rank have need }';
  expect(await does(office, 'shortlistDraw', input, told)).toMatchObject(facts);
});

test('nor by others, from another standing than the year’s, nor before it is scored', async () => {
  const input = { standing: globalId('Standing', standing.id), rules: [places(1)] };
  expect(await does(county, 'shortlistDraw', input)).toMatchObject({ code: 'FORBIDDEN' });
  await prisma.competition.update({
    where: { id: competition.id },
    data: { status: 'RUNNING', scoringAt: null },
  });
  expect(await does(office, 'shortlistDraw', input)).toMatchObject({ code: 'INVALID_STATE' });
});

test('nobody is taken in without a word or a place, and none that is vetoed', async () => {
  const { shortlist, candidates, entrants } = await drafted(1, '60', '50');
  const { id, version } = shortlist;
  const other = { id, version, candidate: candidates[1] };
  expect(await does(office, 'shortlistInclude', other)).toMatchObject({ code: 'OPINION_REQUIRED' });
  const told = '... on QuotaExceededError { rule have need }';
  expect(await does(office, 'shortlistInclude', { ...other, opinion: '示例' }, told)).toMatchObject({
    ...{ code: 'QUOTA_EXCEEDED', rule: 1, have: 1, need: 2 },
  });
  await does(office, 'shortlistExclude', { ...other, candidate: candidates[0], opinion: '示例' });
  await prisma.veto.create({
    data: {
      ...{
        organizationId: entrants[1]!.unit.id,
        regionId: here.county.id,
        raiserId: office.id,
        reason: 'FRAUD',
      },
      ...{
        occurredOn: new Date('2026-04-01'),
        description: '示例',
        status: 'CONFIRMED',
        confirmedAt: new Date('2026-04-02'),
      },
    },
  });
  const barred = { ...other, version: version + 1, opinion: '示例' };
  expect(
    await does(office, 'shortlistInclude', barred, '... on CandidateBarredError { reasons }'),
  ).toMatchObject({ code: 'CANDIDATE_BARRED', reasons: ['VETOED'] });
  expect(await does(office, 'shortlistSubmit', { id, version: version + 1 })).toMatchObject({
    code: 'SHORTLIST_OUTDATED',
  });
});

test('nothing is decided before the notice is closed', async () => {
  const { shortlist } = await shown(1, '60');
  const input = { id: shortlist.id, version: shortlist.version, title: '示例', docNo: '示例〔2026〕900号' };
  const told = '... on NoticeNotClosedError { openObjections }';
  expect(await does(municipal, 'shortlistDecide', { ...input, issuedOn: '2026-05-01' }, told)).toMatchObject({
    ...{ code: 'NOTICE_NOT_CLOSED', openObjections: 0 },
  });
});

test('a decision is refused for what is wrong with it, and leaves nothing', async () => {
  const { decision, entrants, competition } = await ripe(1, '60');
  const { unit } = entrants[0]!;
  const own = await person(
    { role: 'MUNICIPAL_OFFICER', regionId: here.city.id },
    { role: 'UNIT_OFFICER', organizationId: unit.id },
  );
  const before = await prisma.decision.count();
  const taken = await app.decision({ docNo: '示例〔2026〕901号', issuerId: all.department.id });
  for (const [who, more, code] of [
    [office, {}, 'CONFLICT_OF_INTEREST'],
    [own, {}, 'CONFLICT_OF_INTEREST'],
    [county, {}, 'FORBIDDEN'],
    [municipal, { version: 1 }, 'CONFLICT'],
    [municipal, { docNo: '无号' }, 'INVALID'],
    [municipal, { docNo: taken.docNo }, 'DOC_NO_TAKEN'],
    [municipal, { title: ' ' }, 'INVALID'],
    [municipal, { issuedOn: '2026-05-02' }, 'INVALID'],
    [municipal, { issuedOn: '2026-04-30' }, 'INVALID'],
    [municipal, { issuer: null }, 'INVALID'],
  ] as const) {
    expect([more, await does(who, 'shortlistDecide', { ...decision, ...more })]).toMatchObject([
      more,
      { code },
    ]);
  }
  await prisma.awardType.update({
    where: { id: all.awardType.id },
    data: { validTo: new Date('2026-05-01') },
  });
  expect(await does(municipal, 'shortlistDecide', decision)).toMatchObject({ code: 'AWARD_TYPE_NOT_VALID' });
  await prisma.awardType.update({ where: { id: all.awardType.id }, data: { validTo: null } });
  await comesTo(competition.id, 'FROZEN');
  expect(await does(municipal, 'shortlistDecide', decision)).toMatchObject({ code: 'INVALID_STATE' });
  expect(await prisma.decision.count()).toBe(before + 1);
});
