import { NOON, startSharedApp } from '../kit/app.ts';
import { refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { OVER, praised, VETO } from './praised.ts';
import { ground, nothing, of } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, both, watcher, person, prisma, here, department } = all;
const { listed, ripe, objection, list } = await praised(all);

const NOTICED = { status: 'NOTICED', noticedAt: NOON } as const;
let docNos = 0;
const decision = () => ({
  ...{ title: '示例表扬决定', issuedOn: '2026-05-01', docNo: `示例〔2026〕${++docNos}号` },
  issuer: of('Organization', department),
});
const decide = async (more: object = {}, who = office) =>
  [who, { ...list(await ripe()), ...decision(), ...more }] as const;
const demo = await app.organization({ regionId: here.city.id, isDemo: true });

refuses('shortlistDecide', {
  'what is not there': [office, { id: nothing('Shortlist'), version: 1, ...decision() }],
  'for no issuer': () => decide({ issuer: nothing('Organization') }),
  'by who only watches': () => decide({}, watcher),
  'another version': () => decide({ version: 2 }),
  'a draft': async () => [office, { ...list(await listed()), ...decision() }],
  'while the competition is frozen': async () => [
    office,
    { ...list(await listed(NOTICED, 'FROZEN')), ...decision() },
  ],
  'by who belongs to whom it praises': () => decide({}, both),
  'by who settled it': async () => {
    const it = await ripe();
    const settler = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
    await app.workflowEvent({
      ...{ subjectType: 'Shortlist', subjectId: it.shortlist.id, action: 'SUBMIT' },
      ...{ toState: 'SUBMITTED', actorUserId: settler.id, at: NOON },
    });
    return [settler, { ...list(it), ...decision() }];
  },
  'with no number': () => decide({ docNo: '无号' }),
  'on a day to come': () => decide({ issuedOn: '2026-05-02' }),
  'before the notice was closed': () => decide({ issuedOn: '2026-04-30' }),
  'without a title': () => decide({ title: ' ' }),
  'by nobody': () => decide({ issuer: null }),
  'by one of the demonstration': () => decide({ issuer: of('Organization', demo) }),
  'with a number that is taken': async () => {
    const taken = await app.decision({
      docNo: '示例〔2026〕900号',
      issuerId: department.id,
      title: '示例决定',
    });
    return decide({ docNo: taken.docNo });
  },
  'before its notice is closed': async () => [
    office,
    { ...list(await ripe({ status: 'OPEN', closedAt: null })), ...decision() },
  ],
  'while an objection waits': async () => {
    const it = await ripe(OVER);
    await objection(it.notice.id);
    return [office, { ...list(it), ...decision() }];
  },
  'from a standing that is none any more': async () => {
    const it = await ripe();
    await prisma.standing.update({ where: { id: it.standing.id }, data: { status: 'SUPERSEDED' } });
    return [office, { ...list(it), ...decision() }];
  },
  'with nobody on it': async () => {
    const it = await ripe();
    await prisma.shortlistCandidate.update({ where: { id: it.candidate.id }, data: { isSelected: false } });
    return [office, { ...list(it), ...decision() }];
  },
  'an award that is not given any more': async () => {
    const it = await ripe();
    const other = await app.awardType({
      ...{ code: 'example.ended', nature: 'PRAISE', recipientKind: 'PROJECT' },
      validTo: new Date('2026-05-01'),
    });
    await prisma.quotaRule.update({ where: { id: it.rule.id }, data: { awardTypeId: other.id } });
    return [office, { ...list(it), ...decision() }];
  },
  'of whom one is vetoed': async () => {
    const it = await ripe();
    await prisma.entry.update({ where: { id: it.entry.id }, data: { entryNo: '示例立项甲' } });
    await prisma.veto.create({
      data: {
        ...{ ...VETO, entryId: it.entry.id, regionId: here.county.id, raiserId: office.id },
        occurredOn: new Date('2026-04-01'),
      },
    });
    return [office, { ...list(it), ...decision() }];
  },
});
