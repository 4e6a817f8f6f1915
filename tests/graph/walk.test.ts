import { type GraphQLObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { Declaration } from '../../src/graphql/declarations.ts';
import { type ForeignKey, type ModelName, models } from '../../src/platform/models.ts';
import { schema } from '../../src/schema.ts';

/** Foreign keys that no client walks, and why. */
const EXCEPTIONS: Record<string, string> = {
  'RegionAncestry.descendant': 'derived from the tree for reading; seen as includeDescendants',
  'RegionAncestry.ancestor': 'derived from the tree for reading; seen as includeDescendants',
};

/** Models that only join two others: each of their keys is walked over the other one. */
const JOINS: ModelName[] = ['RegionSuccession', 'OrganizationSuccession'];

interface Key {
  name: string;
  from: ModelName;
  relation: ForeignKey;
}

const keys: Key[] = Object.entries(models).flatMap(([from, { relations }]) =>
  Object.entries(relations)
    .filter(([, { many }]) => !many)
    .map(([name, relation]) => ({ name: `${from}.${name}`, from: from as ModelName, relation })),
);

test('every foreign key can be walked both ways', () => {
  const stuck = keys
    .filter(({ name }) => !(name in EXCEPTIONS))
    .flatMap(({ name, from, relation }) => [
      ...(walks(from, relation) ? [] : [`${name} forth`]),
      ...(walks(relation.model, { model: from, from: relation.to, to: relation.from })
        ? []
        : [`${name} back`]),
    ]);
  expect(stuck).toEqual([]);
});

test('every exception is one', () => {
  const names = keys.map(({ name }) => name);
  expect(Object.keys(EXCEPTIONS).filter((name) => !names.includes(name))).toEqual([]);
});

/** Whether the type of `model` has a field that leads along the relation. */
function walks(
  model: ModelName,
  { model: target, from, to }: Pick<ForeignKey, 'model' | 'from' | 'to'>,
): boolean {
  if (JOINS.includes(model)) return true;
  return declarations(model).some((declared) => {
    if (declared.kind !== 'one' && declared.kind !== 'many') return false;
    const { relation } = declared;
    if (JOINS.includes(target)) return relation.through?.model === target && relation.through.from === to;
    return relation.model === target && relation.from === from && relation.to === to && !relation.through;
  });
}

function declarations(model: ModelName): Declaration[] {
  const type = schema.getType(model);
  if (!isObjectType(type)) return [];
  return Object.values((type as GraphQLObjectType).getFields()).flatMap(
    ({ extensions }) => extensions.declared ?? [],
  );
}
