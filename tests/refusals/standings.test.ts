import { NOON, startSharedApp } from '../kit/app.ts';
import { refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ground, nothing, of } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, officer, both, county, watcher, stranger, prisma, here, unit, contest } = all;

const open = await contest();
const over = await contest('CONCLUDED');
const unschemed = await contest();
await prisma.scoringScheme.update({
  where: { id: unschemed.schemeId },
  data: { status: 'RETIRED', retiredAt: NOON },
});
type Contest = Awaited<ReturnType<typeof contest>>;
const standing = async ({ competition, schemeId }: Contest, data: object = {}) => {
  const made = { competitionId: competition.id, schemeId, computedAt: NOON };
  const row = await prisma.standing.create({ data: { ...made, ...data } });
  return { id: of('Standing', row), version: 1 };
};
const draft = await standing(open);
const competition = of('Competition', open.competition);

refuses('standingCompute', {
  'of no competition': [office, { competition: nothing('Competition') }],
  'of no track': [office, { competition, track: nothing('Track') }],
  'of a track of another competition': [
    office,
    { competition, track: of('Track', await app.track({ competitionId: over.competition.id })) },
  ],
  'of no stage': [office, { competition, stage: nothing('Stage') }],
  'of a stage of another competition': [
    office,
    { competition, stage: of('Stage', await app.stage({ competitionId: over.competition.id })) },
  ],
  'by who looks after the unit alone': [county, { competition }],
  'by the city': [all.municipal, { competition }],
  'once it is over': [office, { competition: of('Competition', over.competition) }],
  'without a scheme': [office, { competition: of('Competition', unschemed.competition) }],
  'another version': [office, { competition, version: 2 }],
});

refuses('standingPublish', {
  'what is not there': [office, { id: nothing('Standing'), version: 1 }],
  'a draft that one does not see': [county, draft],
  'by who only watches': [watcher, draft],
  'once it is over': async () => [office, await standing(over)],
  'without a scheme': async () => [office, await standing(unschemed)],
  'another version': [office, { ...draft, version: 2 }],
  twice: async () => [office, await standing(await contest(), { status: 'PUBLISHED', publishedAt: NOON })],
  'what has changed since': [office, draft],
});

const raised = { reason: 'FRAUD', occurredOn: '2026-04-01', description: '示例' };
const entry = of('Entry', open.entry);
const organization = of('Organization', unit);

refuses('vetoRaise', {
  'on no entry': [office, { ...raised, entry: nothing('Entry') }],
  'on no organization': [office, { ...raised, organization: nothing('Organization') }],
  'on no person': [office, { ...raised, person: nothing('Person') }],
  'by the unit': [officer, { ...raised, entry }],
  'by the office of another city': [stranger, { ...raised, entry }],
  'on nobody': [office, raised],
  'on two at once': [office, { ...raised, entry, organization }],
  'for nothing': [office, { ...raised, entry, description: ' ' }],
  'on what is to come': [office, { ...raised, entry, occurredOn: '2026-05-02' }],
  'that is over before it happened': [office, { ...raised, entry, blocksUntil: '2026-03-31' }],
  'on somebody who works nowhere': async () => [
    all.admin,
    { ...raised, person: of('Person', await app.person()) },
  ],
});

const CONFIRM = { status: 'CONFIRMED', confirmedAt: NOON } as const;
const LIFTED = { status: 'LIFTED', liftedAt: NOON } as const;
const veto = async (data: object = {}) => {
  const row = await prisma.veto.create({
    data: {
      ...{ organizationId: unit.id, unitId: unit.id, regionId: here.county.id, raiserId: watcher.id },
      ...{ reason: 'FRAUD', occurredOn: new Date('2026-04-01'), description: '示例', ...data },
    },
  });
  return { id: of('Veto', row), version: 1, opinion: '示例' };
};
const alleged = await veto();
const deciding = {
  'what is not there': [office, { id: nothing('Veto'), version: 1, opinion: '示例' }],
  'an allegation that the unit does not see': [officer, alleged],
  'by who only watches': [watcher, alleged],
  'by who belongs to whom it is about': [both, alleged],
  'another version': [office, { ...alleged, version: 2 }],
  'once it is lifted': async () => [office, await veto(LIFTED)] as const,
} as const;

refuses('vetoConfirm', {
  ...deciding,
  'by who raised it': async () => [office, await veto({ raiserId: office.id })],
  twice: async () => [office, await veto(CONFIRM)],
  'on an entry that is over': async () => {
    const { entry } = await contest('CONCLUDED');
    await prisma.entry.update({ where: { id: entry.id }, data: { status: 'CONCLUDED', closedAt: NOON } });
    return [office, await veto({ organizationId: null, entryId: entry.id })];
  },
});

refuses('vetoLift', {
  ...deciding,
  'for no reason': [office, { ...alleged, opinion: ' ' }],
  'a confirmed one by the unit': async () => [officer, await veto(CONFIRM)],
});
