import { startSharedApp } from '../kit/app.ts';
import { type Attempts, refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ground, nothing, of, SCHEME } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { office, county, watcher, contest, scheme, prisma, here } = await ground(app, signIn);

const open = await contest();
const over = await contest('CONCLUDED');
const competition = of('Competition', open.competition);
const draft = await scheme({ competitionId: open.competition.id, revision: 2 });
const late = await scheme({ competitionId: over.competition.id, revision: 2 });
const id = of('ScoringScheme', draft);
const inForce = of('ScoringScheme', open.schemeId);
const demo = await app.organization({ regionId: here.city.id, isDemo: true });

const criterion = {
  ...{ code: 'A', dimension: 'SAFETY', name: '示例', itemType: 'BASE', maxPoints: '100', method: 'MANUAL' },
};
const part = { ...criterion, code: 'A1', maxPoints: '60' };
const tiers = (...all: (readonly [string, string])[]) => ({
  ...{ method: 'TIERED', tiers: all.map(([from, points]) => ({ from, points })) },
});
const one = (more: object) => ({ criteria: [{ ...criterion, ...more }] });

/** What is wrong with what is drawn up. */
const WRONG: Record<string, object> = {
  'without a name': { name: ' ' },
  'of no points': { totalPoints: '0' },
  'of a thousandth of a point': { totalPoints: '100.001' },
  'of more points than can be kept': { totalPoints: '1000.01' },
  'with a cap of nothing': { bonusCap: '0' },
  'with one rule for equals twice': { tieRules: ['SAFETY', 'QUALITY', 'SAFETY'] },
  'of too many criteria': {
    criteria: Array.from({ length: 101 }, (_, n) => ({ ...criterion, code: `A${n}` })),
  },
  'a criterion without a code': one({ code: ' ' }),
  'one code twice': { criteria: [criterion, criterion] },
  'a part of the code of the whole': one({ parts: [{ ...part, code: 'A' }] }),
  'a criterion without a name': one({ name: '' }),
  'a criterion of no points': one({ maxPoints: '0' }),
  'a part of another type': one({ parts: [{ ...part, itemType: 'BONUS' }] }),
  'a part of more than the whole': one({ parts: [{ ...part, maxPoints: '100.01' }] }),
  'a bonus by faults': one({ itemType: 'BONUS', method: 'DEDUCT_FROM_FULL', pointsOff: '1' }),
  'a deduction by a table': one({ itemType: 'DEDUCTION', ...tiers(['0', '1']) }),
  'parts of what is measured': one({ method: 'RATIO', target: '1', parts: [part] }),
  'a ratio to nothing named': one({ method: 'RATIO' }),
  'a target of what is scored by hand': one({ target: '1' }),
  'a target of nothing': one({ method: 'RATIO', target: '0' }),
  'a table of what is scored by faults': one({
    ...tiers(['0', '1']),
    method: 'DEDUCT_FROM_FULL',
    pointsOff: '1',
  }),
  'more off than there are points': one({ method: 'DEDUCT_FROM_FULL', pointsOff: '100.01' }),
  'an empty table': one(tiers()),
  'too long a table': one(tiers(...Array.from({ length: 21 }, (_, n) => [`${n}`, '1'] as const))),
  'a table that falls': one(tiers(['1', '1'], ['1', '2'])),
  'a table that gives too much': one(tiers(['0', '100.01'])),
  'a department that is not there': one({ assessorOrganization: nothing('Organization') }),
  'a department of the demonstration': one({ assessorOrganization: of('Organization', demo) }),
};
const wrong = (base: object): Attempts =>
  Object.fromEntries(
    Object.entries(WRONG).map(([what, more]) => [what, [office, { ...SCHEME, ...base, ...more }]]),
  );

refuses('schemeCreate', {
  'of no competition': [office, { ...SCHEME, competition: nothing('Competition') }],
  'by who does not look after it': [county, { ...SCHEME, competition }],
  'a template by the office': [office, SCHEME],
  'once the competition is over': [office, { ...SCHEME, competition: of('Competition', over.competition) }],
  ...wrong({ competition }),
});

refuses('schemeUpdate', {
  'what is not there': [office, { ...SCHEME, id: nothing('ScoringScheme'), version: 1 }],
  'a draft that one does not see': [county, { ...SCHEME, id, version: 1 }],
  'by who only watches': [watcher, { ...SCHEME, id, version: 1 }],
  'once the competition is over': [office, { ...SCHEME, id: of('ScoringScheme', late), version: 1 }],
  'another version': [office, { ...SCHEME, id, version: 2 }],
  'once it is in force': [office, { ...SCHEME, id: inForce, version: 1 }],
  ...wrong({ id, version: 1 }),
});

refuses('schemeOpen', {
  'what is not there': [office, { id: nothing('ScoringScheme'), version: 1 }],
  'by who only watches': [watcher, { id, version: 1 }],
  'once the competition is over': [office, { id: of('ScoringScheme', late), version: 1 }],
  'another version': [office, { id, version: 3 }],
  'once it is in force': [office, { id: inForce, version: 1 }],
  'points that do not add up': [office, { id, version: 1 }],
  'parts that do not add up': async () => {
    const { id: schemeId } = await drawn({ code: 'A' });
    const whole = await prisma.criterion.findFirstOrThrow({ where: { schemeId } });
    await criterionOf(schemeId, { code: 'A1', ordinal: 2, maxPoints: 60.5, parentId: whole.id });
    return [office, { id: of('ScoringScheme', schemeId), version: 1 }];
  },
  'a bonus without a cap': async () => {
    const { id: schemeId } = await drawn({ code: 'A' });
    await criterionOf(schemeId, { code: 'C', ordinal: 2, maxPoints: 5, itemType: 'BONUS' });
    return [office, { id: of('ScoringScheme', schemeId), version: 1 }];
  },
  'beside another one': async () => [
    office,
    { id: of('ScoringScheme', await drawn({ code: 'A' })), version: 1 },
  ],
});

let revision = 2;
/** A draft of the competition with a criterion of all points. */
async function drawn(data: { code: string }) {
  const made = await scheme({ competitionId: open.competition.id, revision: ++revision });
  await criterionOf(made.id, { ...data, ordinal: 1, maxPoints: 100 });
  return made;
}

function criterionOf(
  schemeId: string,
  data: { code: string; ordinal: number; maxPoints: number; parentId?: string; itemType?: 'BONUS' },
) {
  const kind = { name: '示例', dimension: 'OTHER', itemType: 'BASE', method: 'MANUAL' } as const;
  return prisma.criterion.create({ data: { schemeId, ...kind, ...data } });
}

refuses('schemeCopy', {
  'what is not there': [office, { id: nothing('ScoringScheme'), competition }],
  'for no competition': [office, { id: inForce, competition: nothing('Competition') }],
  'by who does not look after it': [county, { id: inForce, competition }],
  'once the competition is over': [office, { id: inForce, competition: of('Competition', over.competition) }],
  'what a department of the demonstration scores': async () => {
    const { id: schemeId } = await drawn({ code: 'A' });
    await prisma.criterion.updateMany({ where: { schemeId }, data: { assessorOrganizationId: demo.id } });
    return [office, { id: of('ScoringScheme', schemeId), competition }];
  },
});

refuses('schemeRetire', {
  'what is not there': [office, { id: nothing('ScoringScheme'), version: 1, opinion: '示例' }],
  'by who only watches': [watcher, { id: inForce, version: 1, opinion: '示例' }],
  'once the competition is over': [
    office,
    { id: of('ScoringScheme', over.schemeId), version: 1, opinion: '示例' },
  ],
  'another version': [office, { id: inForce, version: 2, opinion: '示例' }],
  'a draft': [office, { id, version: 1, opinion: '示例' }],
  'for no reason': [office, { id: inForce, version: 1, opinion: ' ' }],
});
