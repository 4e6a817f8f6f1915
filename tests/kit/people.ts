import type { Role } from '../../src/generated/prisma/client.ts';
import type { Answer, App } from './app.ts';
import { NOON } from './app.ts';
import type { SignedIn } from './signIn.ts';

interface Held {
  role: Role;
  organizationId?: string;
  regionId?: string;
  startsAt?: Date;
  endsAt?: Date;
}

let counter = 0;

/** Asks with a token or a key. */
export function askWith<Data = Record<string, unknown>>(
  app: App,
  token: string,
  query: string,
  variables: object = {},
): Promise<Answer<Data>> {
  return app.ask<Data>(query, variables, { authorization: `Bearer ${token}` });
}

/** Whoever has this token or key. */
export function speaker(app: App, token: string) {
  return {
    ask: <Data = Record<string, unknown>>(query: string, variables: object = {}) =>
      askWith<Data>(app, token, query, variables),
    /** What came of a mutation with this input: the typename, with what is selected of it. */
    async does(name: string, input: object, selection = ''): Promise<Record<string, unknown>> {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const { data, errors } = await askWith<Record<string, Record<string, unknown>>>(
        app,
        token,
        `mutation ($input: ${type}) { ${name}(input: $input) { __typename ${selection} } }`,
        { input },
      );
      return data?.[name] ?? { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
    },
  };
}

/** Makes somebody with these roles, who asks with tokens of the sign-in service. */
export function people(app: App, signIn: SignedIn) {
  return async (...roles: (Role | Held)[]) => {
    const subject = `person-${++counter}`;
    const { id } = await app.db.prisma.user.create({ data: { subject, name: `示例用户${counter}` } });
    for (const each of roles) {
      const held = typeof each === 'string' ? { role: each } : each;
      await app.db.prisma.roleAssignment.create({ data: { userId: id, startsAt: NOON, ...held } });
    }
    const token = await signIn.token(subject);
    return { id, subject, token, ...speaker(app, token) };
  };
}

export type Person = Awaited<ReturnType<ReturnType<typeof people>>>;
