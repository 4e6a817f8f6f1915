import { isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { schema } from '../../src/schema.ts';
import { entryInputs } from '../entries/audit.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { post } from '../kit/wire.ts';
import { upkeepInputs } from '../upkeep/auditInputs.ts';
import { competitionInputs } from './competitionInputs.ts';
import { meetingInputs } from './meetingInputs.ts';
import { praiseInputs } from './praiseInputs.ts';
import { held, provinces } from './provinces.ts';
import { scoringInputs } from './scoringInputs.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { here, everyone, person } = await provinces(app, signIn);
const { admin } = everyone;

const json = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each));

async function newKey() {
  const organization = globalId('Organization', here.unit.id);
  const region = globalId('Region', here.city.id);
  const input = { organization, region, name: '示例系统', scopes: [], expiresAt: '2026-06-01T00:00:00Z' };
  const made = await admin.does('apiKeyCreate', input, '... on ApiKeyCreatePayload { key apiKey { id } }');
  return made as { key: string; apiKey: { id: string } };
}

/** A stage summary in this state, with what leads on from there. */
async function summary(status: 'DUE' | 'DRAFT' | 'SUBMITTED', input: object = {}) {
  const { id } = await app.stageSummary({ status, text: '示例小结' });
  return { ...input, id: globalId('StageSummary', id), version: 1 };
}

/** What each mutation of the schema is given here: a new one must be added. */
const INPUTS: Record<string, () => Promise<object>> = {
  ...competitionInputs(app, here.city),
  ...meetingInputs(app),
  apiKeyCreate: async () => ({
    organization: globalId('Organization', here.unit.id),
    region: globalId('Region', here.city.id),
    name: '示例系统',
    scopes: [],
    expiresAt: '2026-06-01T00:00:00Z',
  }),
  apiKeyRevoke: async () => ({ id: (await newKey()).apiKey.id, version: 1, reason: '示例原因' }),
  roleAssignmentEnd: async () => {
    const { id: userId } = await person('ADMIN');
    const { id } = await prisma.roleAssignment.findFirstOrThrow({ where: { userId } });
    return { id: globalId('RoleAssignment', id), version: 1 };
  },
  roleAssignmentGrant: async () => ({ subject: 'new', role: 'UNIT_OFFICER', ...held(here).UNIT_OFFICER }),
  ...entryInputs(app, here),
  summaryAccept: () => summary('SUBMITTED'),
  summaryReturn: () => summary('SUBMITTED', { opinion: '示例意见' }),
  summarySave: () => summary('DUE'),
  summarySubmit: () => summary('DRAFT'),
  summaryWaive: () => summary('DUE', { opinion: '示例意见' }),
  ...upkeepInputs(app),
  ...(await scoringInputs(app, signIn, admin)),
  ...(await praiseInputs(app, signIn)),
};
/** A correction is a change of what it corrects as well, a selection of the candidate; a decision makes an award too. */
const CHANGES: Record<string, number> = {
  observationSupersede: 2,
  scoreSheetCorrect: 2,
  shortlistExclude: 2,
  shortlistInclude: 2,
  shortlistDecide: 3,
};
/** Of these, only one record has a way to go. */
const ONE_STEP = /^shortlist(Exclude|Include|Decide)$/;
/** Mutations of a name that tells more of what they do than of what they make. */
const MAKE: readonly string[] = [
  'assessorAssign',
  'meetingPlan',
  'meetingSnapshot',
  'noticeOpen',
  'objectionRaise',
  'recusalDeclare',
  'scoreSheetConfirm',
  'scoreSheetCorrect',
  'scoreSheetSave',
  'shortlistDraw',
  'standingCompute',
  'vetoRaise',
];
/** What a batch does to each of its records. */
const OF_EACH: Record<string, string> = { entriesApprove: 'entryApprove', entriesReturn: 'entryReturn' };
/** Changes of plain records: no step of a way that they go. */
const WITHOUT_STEP =
  /^(organization|person|project|projectParticipant|committee|committeeMember|awardType)Update$|^personCreate$|^sourceDocumentCreate$/;
/** What a mutation makes, besides what it is called. */
const MAKES = /(Create|Copy|Grant|Add|Record|Supersede)$/;
const mutations = Object.keys(schema.getMutationType()!.getFields()).toSorted();

test('every mutation is here', () => {
  expect(Object.keys(INPUTS).toSorted()).toEqual(mutations);
});

test.each(mutations)('%s leaves one change that says who did what, when, and how it was', async (name) => {
  const input = { ...(await INPUTS[name]!()), idempotencyKey: name };
  const before = await prisma.changeEvent.count();
  const steps = await prisma.workflowEvent.count();
  // Once more under the same key: nothing happens, and so nothing is recorded.
  for (let n = 0; n < 2; n++) {
    expect(await admin.does(name, input)).toEqual({ __typename: expect.stringMatching(/Payload$/) });
  }
  // What is corrected changes, and what corrects it is made.
  const made = CHANGES[name] ?? 1;
  expect([await prisma.changeEvent.count(), await prisma.workflowEvent.count()]).toEqual([
    before + made,
    steps + (WITHOUT_STEP.test(name) ? 0 : ONE_STEP.test(name) ? 1 : made),
  ]);
  const [change] = await prisma.changeEvent.findMany({ orderBy: { seq: 'desc' }, take: 1 });
  const isNew = MAKES.test(name) || MAKE.includes(name);
  const isGone = name.endsWith('Remove');
  expect(change).toMatchObject({
    action: OF_EACH[name] ?? name,
    operation: isNew ? 'CREATED' : isGone ? 'REMOVED' : 'UPDATED',
    at: NOON,
    requestId: expect.stringMatching(/^[\w-]+$/),
    actorUserId: admin.id,
    actorRole: 'ADMIN',
    before: isNew ? null : expect.objectContaining({ id: change!.entityId, version: 1 }),
    after: isGone ? null : expect.objectContaining({ id: change!.entityId, version: isNew ? 1 : 2 }),
  });
  if (isGone) return;
  const delegate = `${change!.entityType[0]!.toLowerCase()}${change!.entityType.slice(1)}` as 'apiKey';
  const row = await prisma[delegate].findUniqueOrThrow({ where: { id: change!.entityId } });
  expect(JSON.parse(json(change!.after))).toEqual(JSON.parse(json({ ...row, secretHash: undefined })));
});

test('every mutation takes one input with a key, and answers with its payload or typed errors', () => {
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    const type = field.name[0]!.toUpperCase() + field.name.slice(1);
    expect([field.type.toString(), field.args.map((arg) => `${arg.name}: ${arg.type}`)]).toEqual([
      `${type}Result!`,
      [`input: ${type}Input!`],
    ]);
    const input = schema.getType(`${type}Input`);
    expect(isInputObjectType(input) && 'idempotencyKey' in input.getFields()).toBe(true);
    const results = schema.getPossibleTypes(schema.getType(`${type}Result`) as never);
    const errors = results.filter(({ name }) => name !== `${type}Payload`);
    expect(results.length).toBe(errors.length + 1);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(isObjectType(error) && error.getInterfaces().map(({ name }) => name)).toEqual(['Error']);
    }
  }
});

test('no log, change or answer tells a secret that was given or made', async () => {
  const { key, apiKey } = await newKey();
  const token = await signIn.token('marked-secret-subject');
  const wrong = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  const answers: string[] = [];
  for (const authorization of [`Bearer ${key}`, `Bearer ${token}`, `Bearer ${wrong}`, `Basic ${key}`, key]) {
    for (const query of [
      '{ viewer { actor { subject } } }',
      '{ nothing }',
      `{ node(id: "${apiKey.id}") { id } }`,
    ]) {
      answers.push((await post(app, JSON.stringify({ query }), { authorization })).text);
    }
  }
  const secrets = [key, wrong, token].flatMap((text) => [
    text,
    ...text.split(/[_.]/).filter((part) => part.length > 20),
  ]);
  const { secretHash } = await prisma.apiKey.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const kept = json([await prisma.changeEvent.findMany(), await prisma.workflowEvent.findMany()]);
  const idempotency = json(await prisma.idempotencyKey.findMany());
  for (const secret of [...secrets, secretHash]) {
    for (const text of [...app.logged, ...answers, kept, idempotency]) expect(text).not.toContain(secret);
  }
  expect(json(await prisma.apiKey.findMany())).not.toContain(key.split('_')[2]);
  expect(app.logged.length).toBeGreaterThan(10);
});
