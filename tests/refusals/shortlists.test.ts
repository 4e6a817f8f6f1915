import { startSharedApp } from '../kit/app.ts';
import { refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { praised, VETO } from './praised.ts';
import { ground, nothing, of } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, county, watcher, prisma, here } = all;
const { ranked, listed, rivals, list, awardTypeId } = await praised(all);

const award = of('AwardType', awardTypeId);
const rule = (more: object = {}) => ({ awardType: award, places: 1, ...more });
const open = await ranked();
const standing = of('Standing', open.standing);
const draw = (more: object, who = office) => [who, { standing, rules: [rule(more)] }] as const;
const naming = await app.awardType({ nature: 'NAMING', recipientKind: 'PROJECT' });
const track = of('Track', await app.track());
const WITHDRAWN = { status: 'WITHDRAWN' } as const;
const opinion = '示例';

refuses('shortlistDraw', {
  'from no standing': [office, { standing: nothing('Standing'), rules: [rule()] }],
  'from a draft that one does not see': async () => {
    const { standing } = await ranked('SCORING', { status: 'DRAFT', publishedAt: null });
    return [county, { standing: of('Standing', standing), rules: [rule()] }];
  },
  'of no award': draw({ awardType: nothing('AwardType') }),
  'of no track': draw({ track: nothing('Track') }),
  'of a track of another competition': draw({ track }),
  'by who looks after the unit alone': draw({}, county),
  'from a standing of a stage': async () => {
    const { standing, competition } = await ranked();
    const { id: stageId } = await app.stage({ competitionId: competition.id });
    await prisma.standing.update({ where: { id: standing.id }, data: { stageId } });
    return [office, { standing: of('Standing', standing), rules: [rule()] }];
  },
  'from one that is none any more': async () => {
    const { standing } = await ranked('NOTICE', { status: 'SUPERSEDED' });
    return [office, { standing: of('Standing', standing), rules: [rule()] }];
  },
  'before the year is scored': async () => {
    const { standing } = await ranked('RUNNING');
    return [office, { standing: of('Standing', standing), rules: [rule()] }];
  },
  'where there is a settled one': async () => {
    const { standing } = await listed({ status: 'SUBMITTED' });
    return [office, { standing: of('Standing', standing), rules: [rule()] }];
  },
  'another version': async () => {
    const { standing } = await listed();
    return [office, { standing: of('Standing', standing), rules: [rule()], version: 2 }];
  },
  'by no rule': [office, { standing, rules: [] }],
  'by too many rules': [office, { standing, rules: Array(51).fill(rule()) }],
  'an award that names': draw({ awardType: of('AwardType', naming) }),
  'for nobody': draw({ places: 0 }),
  'for too many': draw({ places: 1001 }),
  'from less than nothing on': draw({ minTotal: '-0.01' }),
  'from a thousandth of a point on': draw({ minTotal: '0.001' }),
  'for a share of nothing': draw({ maxShare: '0' }),
  'for more than all': draw({ maxShare: '1.0001' }),
  'equals of whom one would be left': async () => {
    const { standing, otherEntry, shortlist } = await rivals();
    await prisma.shortlist.update({ where: { id: shortlist.id }, data: WITHDRAWN });
    await prisma.standingRow.updateMany({
      where: { entryId: otherEntry.id },
      data: { rank: 1, toNext: null, total: 50, isTied: true },
    });
    return [office, { standing: of('Standing', standing), rules: [rule()] }];
  },
});

const draft = await rivals();
const first = of('ShortlistCandidate', draft.candidate);
const second = of('ShortlistCandidate', draft.other);
const id = list(draft);
const stays = {
  'what is not there': [office, { id: nothing('Shortlist'), version: 1, candidate: first, opinion }],
  'a draft that one does not see': [county, { ...id, candidate: first, opinion }],
  'no candidate': [office, { ...id, candidate: nothing('ShortlistCandidate'), opinion }],
  'by who only watches': [watcher, { ...id, candidate: first, opinion }],
  'another version': [office, { ...id, version: 2, candidate: first, opinion }],
  'once it is settled': async () => {
    const settled = await listed({ status: 'SUBMITTED' });
    const candidate = of('ShortlistCandidate', settled.candidate);
    return [office, { ...list(settled), candidate, opinion }] as const;
  },
  'for no reason': [office, { ...id, candidate: first, opinion: ' ' }],
  'for too long a reason': [office, { ...id, candidate: first, opinion: '示'.repeat(20_001) }],
} as const;

refuses('shortlistExclude', {
  ...stays,
  'who is not on it': [office, { ...id, candidate: second, opinion }],
});

const vetoed = (organizationId: string) =>
  prisma.veto.create({
    data: {
      ...VETO,
      ...{ organizationId, unitId: organizationId, regionId: here.county.id, raiserId: office.id },
      occurredOn: new Date('2026-04-01'),
    },
  });

refuses('shortlistInclude', {
  ...stays,
  'who is on it': [office, { ...id, candidate: first, opinion }],
  'without a place': [office, { ...id, candidate: second, opinion }],
  'who is vetoed': async () => {
    const of1 = await rivals();
    await vetoed(of1.otherEntry.applicantId);
    return [office, { ...list(of1), candidate: of('ShortlistCandidate', of1.other), opinion }];
  },
});

refuses('shortlistSubmit', {
  'what is not there': [office, { id: nothing('Shortlist'), version: 1 }],
  'by who only watches': [watcher, id],
  'another version': [office, { ...id, version: 2 }],
  'once it is given up': async () => [office, list(await listed(WITHDRAWN))],
  'of whom one is vetoed': async () => {
    const it = await rivals();
    await vetoed(it.otherEntry.applicantId);
    return [office, list(it)];
  },
  'of a standing that is none any more': async () => {
    const it = await listed();
    await prisma.standing.update({ where: { id: it.standing.id }, data: { status: 'SUPERSEDED' } });
    return [office, list(it)];
  },
  'with nobody on it': async () => {
    const it = await listed();
    await prisma.shortlistCandidate.update({ where: { id: it.candidate.id }, data: { isSelected: false } });
    return [office, list(it)];
  },
});

refuses('shortlistWithdraw', {
  'what is not there': [office, { id: nothing('Shortlist'), version: 1, opinion }],
  'by who only watches': [watcher, { ...id, opinion }],
  'another version': [office, { ...id, version: 2, opinion }],
  twice: async () => [office, { ...list(await listed(WITHDRAWN)), opinion }],
  'for no reason': [office, { ...id, opinion: ' ' }],
});
