import { expect } from 'vitest';
import type { Asking } from './asking.ts';

function typeOf(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}

/** Somebody does something, and it is done: what is asked of what it gives. */
export async function gives<Given = Record<string, unknown>>(
  who: Asking,
  name: string,
  input: object,
  selection: string,
): Promise<Given> {
  const type = typeOf(name);
  const { data, errors } = await who.ask<Record<string, { is: string }>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      is: __typename ... on ${type}Payload { ${selection} } ... on Error { code message path } } }`,
    { input },
  );
  const { is, ...given } = data?.[name] ?? { is: 'nothing' };
  expect([name, errors, is === `${type}Payload` ? undefined : { is, ...given }]).toEqual([
    ...[name, undefined, undefined],
  ]);
  return given as Given;
}

/** What is refused: the code, what it is about, and the facts that are asked for. */
export async function refusal(who: Asking, name: string, input: object, facts = ''): Promise<unknown> {
  const { data, errors } = await who.ask<Record<string, object>>(
    `mutation ($input: ${typeOf(name)}Input!) { ${name}(input: $input) { ... on Error { code path } ${facts} } }`,
    { input },
  );
  return data?.[name] ?? errors;
}

/** What somebody reads; without anybody, the public. */
export async function reads<Data>(who: Pick<Asking, 'ask'>, query: string, variables: object): Promise<Data> {
  const { data, errors } = await who.ask<Data>(query, variables);
  expect([query, errors]).toEqual([query, undefined]);
  return data!;
}
