import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLArgument,
  getNamedType,
  isEnumType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../src/schema.ts';

const CONTRACT = 'schema/schema.graphql';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const fields = types
  .filter((type) => 'getFields' in type)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })));

const argsOf = (field: object): readonly GraphQLArgument[] =>
  'args' in field ? (field.args as GraphQLArgument[]) : [];

test('schema/schema.graphql is the schema', async () => {
  await expect(printSchema(lexicographicSortSchema(schema))).toMatchFileSnapshot(`../${CONTRACT}`);
});

test('nothing breaks a client without a note in schema/CHANGES.md', async () => {
  const before = buildSchema(readFileSync(CONTRACT, 'utf8'));
  const changes = await diff(before, schema);
  const notes = readFileSync('schema/CHANGES.md', 'utf8');
  const breaking = changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path = '' }) => !notes.includes(path));
  expect(breaking.map(({ message }) => message)).toEqual([]);
});

test('everything is described', () => {
  const bare = [
    ...types.filter(({ description }) => !description).map(({ name }) => name),
    ...fields.flatMap(({ type, field }) => [
      ...(field.description ? [] : [`${type}.${field.name}`]),
      ...argsOf(field)
        .filter(({ description }) => !description)
        .map(({ name }) => `${type}.${field.name}(${name})`),
    ]),
    ...types.filter(isEnumType).flatMap((type) =>
      type
        .getValues()
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
    ),
  ];
  expect(bare).toEqual([]);
});

test('every value of a stored enum has its Chinese term', () => {
  const own = /(OrderField|OrderDirection)$/;
  const without = types.filter(isEnumType).flatMap((type) =>
    own.test(type.name)
      ? []
      : type
          .getValues()
          .filter(({ description }) => !/\p{Script=Han}/u.test(description ?? ''))
          .map(({ name }) => `${type.name}.${name}`),
  );
  expect(without).toEqual([]);
});

test('names follow the conventions', () => {
  const odd = [
    ...types.map(({ name }) => name).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)),
    ...fields
      .filter(({ field }) => !/^[a-z][A-Za-z0-9]*$/.test(field.name) || /Ids?$/.test(field.name))
      .map(({ type, field }) => `${type}.${field.name}`),
    ...types.filter(isEnumType).flatMap((type) =>
      type
        .getValues()
        .filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name))
        .map(({ name }) => `${type.name}.${name}`),
    ),
  ];
  expect(odd).toEqual([]);
});

test('a list that can grow is a connection', () => {
  const lists = fields.filter(
    ({ type, field }) =>
      'args' in field &&
      !type.endsWith('Connection') &&
      field.type.toString().startsWith('[') &&
      !type.endsWith('Error') &&
      isObjectType(getNamedType(field.type)),
  );
  // Bounded: the values of an enum, at most 20 contradictions or thresholds, 200 of what explains a total or regions, 50 who move or are vetoed, 100 awards, records of a batch or metrics, 500 problems, and
  // what a refusal tells.
  expect(lists.map(({ type, field }) => `${type}.${field.name}`)).toEqual([
    'Criterion.tiers',
    'EntriesApprovePayload.results',
    'EntriesReturnPayload.results',
    'HonorYear.awardGrants',
    'Observation.conflicts',
    'Organization.honors',
    'Person.honors',
    'Project.honors',
    'Query.enumLabels',
    'Recomputation.differences',
    'StageReport.figures',
    'StageReport.problems',
    'StandingRow.breakdown',
    'StateOfPlay.byRegion',
    'StateOfPlay.movers',
    'StateOfPlay.vetoes',
    'Studio.honors',
    'Viewer.roles',
  ]);
});

test('every field of a node says how it gets its value; only these have a resolver of their own', () => {
  const ofNodes = types
    .filter(isObjectType)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })));
  expect(ofNodes.filter(({ field }) => !field.extensions.declared)).toEqual([]);
  expect(
    ofNodes
      .filter(({ field }) => !['id', 'nextActions'].includes(field.name))
      .filter(({ field }) => ['computed', 'derived'].includes(field.extensions.declared!.kind))
      .map(({ type, field }) => `${type}.${field.name}`),
  ).toEqual([
    'ActionItem.isOverdue',
    'Competition.stateOfPlay',
    'Criterion.pointsOff',
    'Criterion.target',
    'Criterion.tiers',
    'Enclosure.url',
    'Indicator.recorded',
    'Observation.conflicts',
    'Organization.honors',
    'Person.honors',
    'Project.honors',
    'Stage.report',
    'Stage.stateOfPlay',
    'StageSummary.isLate',
    'StageSummary.isOverdue',
    'Standing.recomputation',
    'StandingRow.breakdown',
    'StandingRow.movement',
    'StateOfPlaySnapshot.stateOfPlay',
    'Studio.honors',
  ]);
});
