import { NOON, startSharedApp } from '../kit/app.ts';
import { type Attempt, refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { CONFIRMED, ground, nothing, of, SUBMITTED } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, officer, both, county, watcher, person, prisma, unit, contest, assigned, recused } = all;

const open = await contest();
const frozen = await contest('FROZEN');
const over = await contest('CONCLUDED');
const staged = await contest();
await app.stage({ competitionId: staged.competition.id });
const unschemed = await contest();
await prisma.scoringScheme.update({
  where: { id: unschemed.schemeId },
  data: { status: 'RETIRED', retiredAt: NOON },
});
const gone = await contest();
await prisma.entry.update({ where: { id: gone.entry.id }, data: { status: 'WITHDRAWN', closedAt: NOON } });
const entry = of('Entry', open.entry);
const at = (of: { entry: { id: string } }) => ({ entry: idOf(of.entry) });
const idOf = (row: { id: string }) => of('Entry', row);

const fair = await all.assessor();
await assigned(open.entry.id, fair);
const out = await all.assessor();
await assigned(open.entry.id, out);
await recused(open.entry.id, out);
const kin = await person({ role: 'ASSESSOR', organizationId: unit.id });
await assigned(open.entry.id, kin, unit);

const SELF = { kind: 'SELF', items: [] };
const ASSESSOR = { kind: 'ASSESSOR', items: [] };
const criterion = of('Criterion', open.criteria.a);
const deduction = of('Criterion', open.criteria.d);
const measured = async (data: object) => {
  const row = await prisma.criterion.create({
    data: {
      ...{ schemeId: open.schemeId, code: 'F', name: '示例', dimension: 'OTHER', itemType: 'DEDUCTION' },
      ...{ maxPoints: 10, method: 'DEDUCT_FROM_FULL', params: { pointsOff: '1' }, ordinal: 3, ...data },
    },
  });
  return of('Criterion', row);
};
const faults = await measured({});
const item = (...items: object[]): Attempt => [officer, { entry, ...SELF, items }];

refuses('scoreSheetSave', {
  'of no entry': [officer, { ...SELF, entry: nothing('Entry') }],
  'of no stage': [officer, { ...SELF, ...at(staged), stage: nothing('Stage') }],
  'of a stage of another competition': [
    officer,
    { ...SELF, entry, stage: of('Stage', await app.stage({ competitionId: over.competition.id })) },
  ],
  'a version of what is not there': [officer, { ...SELF, entry, version: 1 }],
  'what a unit gives itself, by an assessor': [fair, { ...SELF, entry }],
  'what an assessor gives, by the unit': [officer, { ...ASSESSOR, entry }],
  'what an assessor gives, by the office': [office, { ...ASSESSOR, entry }],
  'once it is frozen': [officer, { ...SELF, ...at(frozen) }],
  'once the entry is withdrawn': [officer, { ...SELF, ...at(gone) }],
  'by who keeps out': [out, { ...ASSESSOR, entry }],
  'by who belongs to whom it is about': [kin, { ...ASSESSOR, entry }],
  'without a scheme': [officer, { ...SELF, ...at(unschemed) }],
  'without a stage, where there are some': [officer, { ...SELF, ...at(staged) }],
  'anew, where there is one': async () => {
    const { entry, sheet } = await contest();
    await sheet();
    return [officer, { ...SELF, entry: idOf(entry) }];
  },
  'once it is handed in': async () => {
    const { entry, sheet } = await contest();
    await sheet(SUBMITTED);
    return [officer, { ...SELF, entry: idOf(entry), version: 1 }];
  },
  'a criterion of another scheme': item({ criterion: of('Criterion', over.criteria.a), points: '1' }),
  'a criterion twice': item({ criterion, points: '1' }, { criterion, points: '1' }),
  'more than there are': item({ criterion, points: '100.01' }),
  'less than none': item({ criterion, points: '-0.01' }),
  'a thousandth of a point': item({ criterion, points: '0.001' }),
  'a deduction that adds': item({ criterion: deduction, points: '0.01' }),
  'no points': item({ criterion }),
  'what was reached, where points are given': item({ criterion, measure: '1' }),
  'points, where faults are counted': item({ criterion: faults, points: '-1' }),
  'half a fault': item({ criterion: faults, measure: '0.5' }),
  'less than no fault': item({ criterion: faults, measure: '-1' }),
  'what a ratio is reckoned by, too exact': async () => {
    const of = { code: 'R', itemType: 'BASE', method: 'RATIO', params: { target: '1' }, ordinal: 4 };
    return item({ criterion: await measured(of), measure: '0.00001' });
  },
});

const sheet = async (of: Awaited<ReturnType<typeof contest>>, data: object = {}) => ({
  ...{ id: sheetId(await of.sheet(data)), version: 1 },
});
const sheetId = (row: { id: string }) => of('ScoreSheet', row);
const given = { kind: 'ASSESSOR', assessorId: out.id } as const;
const own = await sheet(await contest());

refuses('scoreSheetSubmit', {
  'what is not there': [officer, { id: nothing('ScoreSheet'), version: 1 }],
  'what another unit gives itself': [fair, own],
  'by the office': [office, own],
  'another version': [officer, { ...own, version: 2 }],
  twice: async () => [officer, await sheet(await contest(), SUBMITTED)],
  'once it is frozen': async () => [officer, await sheet(frozen)],
  'by who keeps out': async () => [out, await sheet(open, given)],
  'by who belongs to whom it is about': async () => [
    kin,
    await sheet(open, { ...given, assessorId: kin.id }),
  ],
  'without what must be given and proved': async () => {
    const one = await contest();
    await prisma.criterion.update({ where: { id: one.criteria.a.id }, data: { isEvidenceRequired: true } });
    await prisma.criterion.create({
      data: {
        ...{ schemeId: one.schemeId, code: 'B', name: '示例', dimension: 'OTHER', itemType: 'BASE' },
        ...{ maxPoints: 1, method: 'MANUAL', ordinal: 3 },
      },
    });
    return [officer, await sheet(one)];
  },
});

refuses('scoreSheetConfirm', {
  'of no entry': [office, { entry: nothing('Entry') }],
  'of no stage': [office, { ...at(staged), stage: nothing('Stage') }],
  'by who looks after the unit alone': [county, { entry }],
  'once it is over': [office, { ...at(over) }],
  'once the entry is withdrawn': [office, { ...at(gone) }],
  'by who belongs to whom it is about': [both, { entry }],
  'without a scheme': [office, { ...at(unschemed) }],
  'without a stage, where there are some': [office, { ...at(staged) }],
  'before all assessors have handed in': [office, { entry }],
  'without an assessor': async () => [office, at(await contest())],
  twice: async () => {
    const one = await contest();
    await one.sheet(CONFIRMED);
    return [office, at(one)];
  },
});

const opinion = '示例';
const items = [{ criterion, points: '1' }];
const confirmed = await sheet(open, CONFIRMED);

refuses('scoreSheetCorrect', {
  'what is not there': [office, { id: nothing('ScoreSheet'), version: 1, items, opinion }],
  'what one does not see': [officer, { ...confirmed, items, opinion }],
  'by who only watches': [watcher, { ...confirmed, items, opinion }],
  'once it is over': async () => [office, { ...(await sheet(over, CONFIRMED)), items, opinion }],
  'by who belongs to whom it is about': [both, { ...confirmed, items, opinion }],
  'another version': [office, { ...confirmed, version: 2, items, opinion }],
  'what was corrected': async () => [
    office,
    { ...(await sheet(await contest(), { ...CONFIRMED, status: 'SUPERSEDED' })), items, opinion },
  ],
  'for no reason': [office, { ...confirmed, items, opinion: ' ' }],
  'in nothing': [office, { ...confirmed, items: [], opinion }],
  'in a criterion of another scheme': [
    office,
    { ...confirmed, items: [{ criterion: of('Criterion', over.criteria.a), points: '1' }], opinion },
  ],
  'in one criterion twice': [office, { ...confirmed, items: [...items, ...items], opinion }],
  'to more than there are': [office, { ...confirmed, items: [{ criterion, points: '100.01' }], opinion }],
});
