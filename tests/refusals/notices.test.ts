import { NOON, startSharedApp } from '../kit/app.ts';
import { speaker } from '../kit/people.ts';
import { refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { OVER, praised, VETO } from './praised.ts';
import { ground, nothing, of } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, officer, both, county, watcher, stranger, person, prisma, here } = all;
const { ranked, listed, notice, objection, CLOSED } = await praised(all);
const citizen = await person();
const ID_NUMBER = '11010519491231002X';

const WORDS = { title: '示例公示', text: '示例公示内容', scope: 'CITY' };
const shown = async (status: Parameters<typeof ranked>[0], data: object = {}) =>
  of('Standing', (await ranked(status, data)).standing);
const standing = await shown('NOTICE');
const settled = { status: 'SUBMITTED' } as const;

refuses('noticeOpen', {
  'of no standing': [office, { ...WORDS, standing: nothing('Standing') }],
  'of no shortlist': [office, { ...WORDS, shortlist: nothing('Shortlist') }],
  'of a shortlist that one does not see': async () => [
    stranger,
    { ...WORDS, shortlist: of('Shortlist', (await listed(settled)).shortlist) },
  ],
  'by who looks after the unit alone': [county, { ...WORDS, standing }],
  'of nothing': [office, WORDS],
  'of two at once': [office, { ...WORDS, standing, shortlist: nothing('Shortlist') }],
  'without a title': [office, { ...WORDS, standing, title: ' ' }],
  'without a word': [office, { ...WORDS, standing, text: '' }],
  'with too long a title': [office, { ...WORDS, standing, title: '示'.repeat(201) }],
  'with the number of a person': [office, { ...WORDS, standing, text: ID_NUMBER }],
  'for four days': [office, { ...WORDS, standing, workingDays: 4 }],
  'for thirty-one days': [office, { ...WORDS, standing, workingDays: 31 }],
  'before the competition has come to it': async () => [
    office,
    { ...WORDS, standing: await shown('FROZEN') },
  ],
  'of a standing that is none any more': async () => [
    office,
    { ...WORDS, standing: await shown('NOTICE', { status: 'SUPERSEDED' }) },
  ],
  'of a shortlist that is not settled': async () => [
    office,
    { ...WORDS, shortlist: of('Shortlist', (await listed()).shortlist) },
  ],
  twice: async () => {
    const { standingId } = await notice();
    return [office, { ...WORDS, standing: of('Standing', standingId) }];
  },
  'of a shortlist of whom one is vetoed': async () => {
    const { shortlist, entry } = await listed(settled);
    const on = { entryId: entry.id, regionId: here.county.id, raiserId: office.id };
    await prisma.veto.create({ data: { ...VETO, ...on, occurredOn: new Date('2026-04-01') } });
    return [office, { ...WORDS, shortlist: of('Shortlist', shortlist) }];
  },
});

const noticeId = async (data: object = {}) => {
  const { id } = await notice(data);
  return { id: of('PublicNotice', id), version: 1 };
};
const open = await noticeId();

refuses('noticeClose', {
  'what is not there': [office, { id: nothing('PublicNotice'), version: 1 }],
  'by who only watches': [watcher, open],
  'another version': [office, { ...open, version: 2 }],
  twice: async () => [office, await noticeId({ ...OVER, ...CLOSED })],
  'before its last day is over': [office, open],
  'on its last day': async () => [office, await noticeId({ ...OVER, closesOn: new Date('2026-05-01') })],
  'before all objections are handled': async () => {
    const { id } = await notice(OVER);
    for (let n = 0; n < 2; n++) await objection(id);
    return [office, { id: of('PublicNotice', id), version: 1 }];
  },
});

/** A system of a partner. */
const { key } = await all.admin.does(
  'apiKeyCreate',
  {
    ...{ organization: of('Organization', all.unit), name: '示例系统', region: of('Region', here.city) },
    ...{ scopes: ['READ_ENTRIES'], expiresAt: '2026-12-31T00:00:00Z' },
  },
  '... on ApiKeyCreatePayload { key }',
);
const system = speaker(app, key as string);
const OBJECTION = { text: '示例异议', objectorName: '示例异议人' };
const under = of('PublicNotice', await notice());
const secret = await listed();

refuses('objectionRaise', {
  'to no notice': [citizen, { ...OBJECTION, notice: nothing('PublicNotice') }],
  'to no candidate': [citizen, { ...OBJECTION, notice: under, candidate: nothing('ShortlistCandidate') }],
  'to a candidate of another shortlist': [
    office,
    { ...OBJECTION, notice: under, candidate: of('ShortlistCandidate', secret.candidate) },
  ],
  'by a system': [system, { ...OBJECTION, notice: under }],
  'without a word': [citizen, { ...OBJECTION, notice: under, text: ' ' }],
  'without a name': [citizen, { ...OBJECTION, notice: under, objectorName: '' }],
  'with the number of a person': [citizen, { ...OBJECTION, notice: under, text: ID_NUMBER }],
  'once it is closed': async () => [
    citizen,
    { ...OBJECTION, notice: (await noticeId({ ...OVER, ...CLOSED })).id },
  ],
  'after its last day': async () => [citizen, { ...OBJECTION, notice: (await noticeId(OVER)).id }],
});

const HANDLED = { finding: '示例核查情况', outcome: 'DISMISSED' };
const raised = async (data: object = {}, on?: string) => {
  const { id } = await objection(on ?? (await notice()).id, data);
  return { id: of('Objection', id), version: 1, ...HANDLED };
};
const waiting = await raised();

refuses('objectionHandle', {
  'what is not there': [office, { ...HANDLED, id: nothing('Objection'), version: 1 }],
  'of somebody else': [citizen, waiting],
  'by who only watches': [watcher, waiting],
  'by who raised it': async () => [office, await raised({ raiserId: office.id })],
  'by who belongs to whom it is about': async () => {
    const { competition, standing, shortlist, candidate } = await listed({
      ...{ status: 'NOTICED', noticedAt: NOON },
    });
    const at = { shortlistId: shortlist.id, standingId: standing.id };
    const { id } = await notice({ competitionId: competition.id }, at);
    return [both, await raised({ candidateId: candidate.id }, id)];
  },
  'another version': [office, { ...waiting, version: 2 }],
  twice: async () => [
    office,
    await raised({ status: 'CLOSED', finding: '示例', outcome: 'DISMISSED', closedAt: NOON }),
  ],
  'with no finding': [office, { ...waiting, finding: ' ' }],
  'by the unit': [officer, waiting],
});
