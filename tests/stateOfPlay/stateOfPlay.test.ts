import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { provinces } from '../access/provinces.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { expected, type Who } from './oracle.ts';
import { built, worlds } from './world.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { here, there, person, everyone } = await provinces(app, signIn);
const neighbor = await app.region({ parent: here.city, level: 'COUNTY' });
const [factory, mill] = [
  await app.organization({ regionId: here.county.id }),
  await app.organization({ regionId: neighbor.id }),
];
const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
const where = {
  cityId: here.city.id,
  countyIds: [here.county.id, neighbor.id] as const,
  unitId: here.unit.id,
  otherUnitIds: [factory.id, mill.id] as const,
  raiserId: office.id,
};
const codes = [here.county.code!, neighbor.code!];
const asks = {
  office: office.ask,
  public: app.ask,
  county: everyone.county.ask,
  unit: (await person({ role: 'UNIT_OFFICER', organizationId: here.unit.id })).ask,
} as const satisfies Record<Who, unknown>;

const WHOLE = `asOf entries active vetoed headcount averageTotal summaries { due submitted accepted overdue }
  byRegion { region { code } entries active vetoed headcount averageTotal overdue }
  movers(first: 50) { entry { id } rank previousRank movement }
  vetoes { entry { id } reason occurredOn confirmedAt }`;

const ofCompetition = `query ($id: ID!, $stageId: ID) {
  node(id: $id) { ... on Competition { stateOfPlay(stageId: $stageId) { ${WHOLE} } } } }`;

test('counts what each viewer may see, as loops over the same rows do', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { competitionId, stageIds, entryIds } = await built(app, world, where);
      for (const who of Object.keys(asks) as Who[]) {
        for (const stage of [null, 0, 1] as const) {
          const { data, errors } = await asks[who]<{ node: { stateOfPlay: object } }>(ofCompetition, {
            id: globalId('Competition', competitionId),
            stageId: stage === null ? null : globalId('Stage', stageIds[stage]!),
          });
          expect(errors).toBeUndefined();
          expect({ who, stage, ...data!.node.stateOfPlay }).toEqual({
            ...{ who, stage, asOf: '2026-05-01T12:00:00.000Z' },
            ...expected(world, who, stage, { codes, entryIds }),
          });
        }
      }
    }),
    { numRuns: 12, seed: 20261127 },
  );
});

test('a stage tells the same as its competition does of it', async () => {
  const [world] = fc.sample(worlds, { numRuns: 1, seed: 7 });
  const { competitionId, stageIds, entryIds } = await built(app, world!, where);
  const { data } = await office.ask<{ node: { stateOfPlay: object } }>(
    `query ($id: ID!) { node(id: $id) { ... on Stage { stateOfPlay { ${WHOLE} stage { id } competition { id } } } } }`,
    { id: globalId('Stage', stageIds[1]!) },
  );
  expect(data!.node.stateOfPlay).toEqual({
    asOf: '2026-05-01T12:00:00.000Z',
    ...expected(world!, 'office', 1, { codes, entryIds }),
    stage: { id: globalId('Stage', stageIds[1]!) },
    competition: { id: globalId('Competition', competitionId) },
  });
});

test('is absent for a stage of another competition, and for what is no stage', async () => {
  const [one, other] = [
    await app.competition({ status: 'RUNNING', regionId: here.city.id }),
    await app.stage({ competitionId: (await app.competition({ status: 'RUNNING' })).id }),
  ];
  const ask = async (stageId: string) =>
    (await app.ask(ofCompetition, { id: globalId('Competition', one.id), stageId })).data;
  const absent = { node: { stateOfPlay: null } };
  expect(await ask(globalId('Stage', other.id))).toEqual(absent);
  expect(await ask(globalId('Competition', one.id))).toEqual(absent);
  expect(await ask('nothing')).toEqual(absent);
});

test('tells nothing where nobody takes part', async () => {
  const { id } = await app.competition({ status: 'RUNNING', regionId: there.city.id });
  const { data } = await app.ask(ofCompetition, { id: globalId('Competition', id) });
  expect(data).toEqual({
    node: {
      stateOfPlay: {
        ...{ asOf: '2026-05-01T12:00:00.000Z', entries: 0, active: 0, vetoed: 0, headcount: 0 },
        ...{ averageTotal: null, summaries: { due: 0, submitted: 0, accepted: 0, overdue: 0 } },
        ...{ byRegion: [], movers: [], vetoes: [] },
      },
    },
  });
});

test.each([-1, 51])('refuses %i movers', async (first) => {
  const { id } = await app.competition({ status: 'RUNNING', regionId: here.city.id });
  const { errors } = await app.ask(
    `query ($id: ID!, $first: Int) { node(id: $id) { ... on Competition { stateOfPlay { movers(first: $first) { rank } } } } }`,
    { id: globalId('Competition', id), first },
  );
  expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    [`first: expected 0 to 50, not ${first}.`, 'BAD_USER_INPUT'],
  ]);
});

test('of 2 competitions and of 40 it takes one statement, and six where it is executed', async () => {
  const parent = await app.competition({ status: 'RUNNING', regionId: here.city.id });
  const add = async (count: number) => {
    for (let n = 0; n < count; n++) {
      const of = await app.competition({ status: 'RUNNING', regionId: here.city.id, parentId: parent.id });
      await app.entry({ competitionId: of.id, status: 'ACTIVE', regionId: here.county.id });
    }
  };
  const statements = async () => {
    const texts = await app.statements(async () => {
      const { data, errors } = await office.ask<{ node: { children: { nodes: unknown[] } } }>(
        `query ($id: ID!) { node(id: $id) { ... on Competition { children(first: 40) { nodes { stateOfPlay {
          entries active averageTotal summaries { due } byRegion { entries averageTotal overdue } movers { rank }
          vetoes { reason } } } } } } }`,
        { id: globalId('Competition', parent.id) },
      );
      expect(errors).toBeUndefined();
      lengths.push(data!.node.children.nodes.length);
    });
    const compiled = app.compiledReads.filter((text) => /\bcompetition\b/.test(text));
    expect(compiled).toEqual([expect.stringMatching(/ as json$/)]);
    // Of the actor, and of the competition and its parts.
    return texts.filter((text) => /with ordinality p/.test(text)).length + texts.filter(isPage).length;
  };
  const isPage = (text: string) => /^select .* lateral/is.test(text) && !/with ordinality p/.test(text);
  const lengths: number[] = [];
  await add(2);
  const few = await statements();
  await add(38);
  expect([few, await statements(), ...lengths]).toEqual([6, 6, 2, 40]);
});
