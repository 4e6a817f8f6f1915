import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import type { Person } from './people.ts';

/** Somebody and what they ask for, where it is to be refused. */
export type Attempt = readonly [who: Pick<Person, 'does'>, input: object];
/** Attempts, each by what is wrong with it. */
export type Attempts = Readonly<Record<string, Attempt | (() => Promise<Attempt>)>>;

/** The errors that a mutation can answer with. */
function errorsOf(mutation: string): GraphQLObjectType[] {
  const result = getNamedType(schema.getMutationType()!.getFields()[mutation]!.type);
  const members = isUnionType(result) ? result.getTypes() : [];
  return members.filter((type) => type.getInterfaces().some(({ name }) => name === 'Error'));
}

/** All that a mutation's errors tell. */
function selectionOf(mutation: string): string {
  return errorsOf(mutation)
    .filter(isObjectType)
    .map((type) => {
      const fields = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
      return `... on ${type.name} { ${fields.map(({ name }) => name).join(' ')} }`;
    })
    .join(' ');
}

/**
 * That each attempt is refused, in these very words, with these facts, and that each error that the mutation
 * declares comes of one of them. The words are in a file beside the tests: `-u` writes it anew.
 */
export function refuses(mutation: string, attempts: Attempts): void {
  test(`${mutation} refuses what is wrong with it, and says what`, async () => {
    const selection = selectionOf(mutation);
    const [answered, told] = [new Set<unknown>(), [] as string[]];
    for (const [what, attempt] of Object.entries(attempts)) {
      const [who, input] = typeof attempt === 'function' ? await attempt() : attempt;
      const answer = await who.does(mutation, input, selection);
      answered.add(answer.__typename);
      told.push(read(what, answer));
    }
    expect([...answered].toSorted()).toEqual(
      errorsOf(mutation)
        .map(({ name }) => name)
        .toSorted(),
    );
    await expect(told.join('\n')).toMatchFileSnapshot(`../refusals/answers/${mutation}.txt`);
  });
}

/** All that an error tells, a line each: which it is and of what, its words in both languages, its facts. */
function read(what: string, answer: Record<string, unknown>): string {
  const { __typename, code, path, message, messageZh, ...facts } = answer;
  const of = [__typename, code, ...((path ?? []) as string[])].join(' ');
  const lines = [of, message, messageZh, ...(Object.keys(facts).length > 0 ? [JSON.stringify(facts)] : [])];
  return `${[what, ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}
