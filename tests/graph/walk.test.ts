import { type GraphQLObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { Declaration } from '../../src/graphql/declarations.ts';
import { type ForeignKey, type ModelName, models, type Relation } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';

/** Foreign keys that no client walks, and why. */
const EXCEPTIONS: Record<string, string> = {
  'RegionAncestry.descendant': 'derived from the tree for reading; seen as includeDescendants',
  'RegionAncestry.ancestor': 'derived from the tree for reading; seen as includeDescendants',
};

/** What was done is no type yet: it is read by those who follow changes. */
const LOGS: readonly string[] = ['ChangeEvent', 'IdempotencyKey', 'WorkflowEvent'];

/** Models that only join two others, with the fields that lead over each of them: to the one, and to the other. */
const JOINS: Partial<Record<ModelName, [string, string]>> = {
  RegionSuccession: ['Region.predecessors', 'Region.successors'],
  OrganizationSuccession: ['Organization.predecessors', 'Organization.successors'],
  InitiativeAwardType: ['AwardType.initiatives', 'Initiative.awardTypes'],
  CompetitionHost: ['Organization.hostedCompetitions', 'Competition.hosts'],
  ResultContributor: ['Person.results', 'InnovationResult.contributors'],
  StandingPart: ['ScoreSheet.standingRows', 'StandingRow.sheets'],
  StudioPartner: ['Organization.jointStudios', 'Studio.partners'],
};

interface Key {
  name: string;
  from: ModelName;
  relation: ForeignKey;
}

const names = Object.keys(models) as ModelName[];
const keys: Key[] = names.flatMap((from) =>
  Object.entries(models[from].relations)
    .filter(([, { many }]) => !many)
    .map(([name, relation]) => ({ name: `${from}.${name}`, from, relation })),
);

test('every foreign key of a type can be walked both ways', () => {
  const stuck = keys
    .filter(({ name, from }) => !(name in EXCEPTIONS) && !(from in JOINS) && !LOGS.includes(from))
    .flatMap(({ name, from, relation }) => {
      const { model, from: key, to } = relation;
      return [
        ...(waysFrom(from, { model, from: key, to }).length > 0 ? [] : [`${name} forth`]),
        ...(waysFrom(model, { model: from, from: to, to: key }).length > 0 ? [] : [`${name} back`]),
      ];
    });
  expect(stuck).toEqual([]);
});

test('every exception is one', () => {
  const all = keys.map(({ name }) => name);
  expect(Object.keys(EXCEPTIONS).filter((name) => !all.includes(name))).toEqual([]);
});

test('models that are no types only join two others', () => {
  const hidden = names.filter(
    (name) => !isObjectType(schema.getType(name)) && name !== 'RegionAncestry' && !LOGS.includes(name),
  );
  expect(hidden.toSorted()).toEqual(Object.keys(JOINS).toSorted());
});

test.each(Object.entries(JOINS))('%s is walked over both ways, to either end', (join, fields) => {
  const ends = keys.filter(({ from }) => from === join).map(({ relation }) => relation);
  expect(ends).toHaveLength(2);
  const over = (start: ForeignKey, end: ForeignKey) =>
    waysFrom(start.model, {
      model: end.model,
      from: start.to,
      to: end.to,
      through: { model: join as ModelName, from: start.from, to: end.from },
    });
  const [one, other] = ends as [ForeignKey, ForeignKey];
  expect([over(other, one), over(one, other)]).toEqual(fields.map((field) => [field]));
});

/** The fields of the type that lead along exactly this relation. */
function waysFrom(model: ModelName, relation: Relation): string[] {
  return Object.entries(declarations(model)).flatMap(([name, declared]) =>
    (declared.kind === 'one' && isSame(declared.relation, relation)) ||
    (declared.kind === 'many' && isSame(declared.list.relation, relation))
      ? [`${model}.${name}`]
      : [],
  );
}

function isSame(one: Relation, other: Relation): boolean {
  const parts = ({ model, from, to, through }: Relation) =>
    [model, from, to, ...(through ? [through.model, through.from, through.to] : [])].join();
  return parts(one) === parts(other);
}

function declarations(model: ModelName): Record<string, Declaration> {
  const type = schema.getType(model);
  if (!isObjectType(type)) return {};
  return Object.fromEntries(
    Object.entries((type as GraphQLObjectType).getFields()).flatMap(([name, { extensions }]) =>
      extensions.declared ? [[name, extensions.declared]] : [],
    ),
  );
}
