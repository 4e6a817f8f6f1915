import type { ObjectRef } from '@pothos/core';
import { enums } from '../generated/datamodel.ts';
import {
  AlreadyEndedError,
  ConflictOfInterestError,
  DeadlineError,
  ForbiddenError,
  IncompleteError,
  InvalidError,
  NotFoundError,
  OpinionRequiredError,
  type Refusal,
  StateError,
  VersionConflictError,
} from '../platform/refusals.ts';
import { builder, type Types } from './builder.ts';
import { enumType } from './types.ts';

// biome-ignore lint/suspicious/noExplicitAny: constructors differ in what they take
export type RefusalClass<R extends Refusal = Refusal> = abstract new (...facts: any[]) => R;
type FieldsOf<R extends Refusal> = (
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>,
) => Record<string, never> | object;

export const ErrorInterface = builder.interfaceRef<Refusal>('Error').implement({
  description: 'Why nothing was done, for whoever uses a client. Each kind carries its facts.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The kind of error, for programs' }),
    message: t.exposeString('message', { description: 'What is wrong, in English' }),
    messageZh: t.exposeString('messageZh', { description: 'What is wrong, in Chinese (中文)' }),
    path: t.exposeStringList('path', {
      description: 'Leads to what of the input it is about; empty where it is about no part of it',
    }),
  }),
});

const types = new Map<unknown, ObjectRef<Types, Refusal>>();

/** Makes the type of a class of refusals: `fields` are the facts that it carries. */
export function refusalType<R extends Refusal>(
  of: RefusalClass<R>,
  description: string,
  fields: FieldsOf<R> = () => ({}),
): void {
  const type = builder.objectRef<R>(of.name);
  builder.objectType(type, { description, interfaces: [ErrorInterface as never], fields: fields as never });
  types.set(of, type as never);
}

/** The GraphQL type of a class of refusals. */
export function typeOfRefusal(of: RefusalClass): ObjectRef<Types, Refusal> {
  const type = types.get(of);
  if (!type) throw new Error(`${of.name} is not described.`);
  return type;
}

/** What a refusal tells. The executor would throw what is an error itself, also where it is a value. */
export class Told {
  constructor(readonly refusal: Refusal) {
    const { code, message, messageZh, path } = refusal;
    Object.assign(this, refusal, { code, message, messageZh, path });
  }

  get typeName(): string {
    return this.refusal.constructor.name;
  }
}

refusalType(NotFoundError, 'There is no such thing, or none that you may see: both look the same', (t) => ({
  type: t.exposeString('type', { description: 'Type of what was looked for' }),
}));
refusalType(ForbiddenError, 'You see it, but may not do this to it', (t) => ({
  needs: t.field({
    type: [enumType('Role')],
    description: `Roles that may, where they reach over it. ${enums.Role.description}`,
    resolve: ({ needs }) => [...needs],
  }),
}));
refusalType(VersionConflictError, 'Somebody else changed it since you read it', (t) => ({
  currentVersion: t.exposeInt('currentVersion', { description: 'The version that it has now' }),
}));
refusalType(StateError, 'It is in a state in which this cannot be done', (t) => ({
  from: t.exposeString('from', { description: 'The state that it is in' }),
  action: t.exposeString('action', { description: 'What was to be done' }),
  possible: t.field({
    type: ['String'],
    description: 'What can be done in that state, by those who may',
    resolve: ({ possible }) => [...possible],
  }),
}));
refusalType(OpinionRequiredError, 'Whoever does this must say why', (t) => ({
  action: t.exposeString('action', { description: 'What was to be done' }),
}));
refusalType(InvalidError, 'Something that was sent does not fit what it is for: path says what, message why');
refusalType(DeadlineError, 'It is too late, or too early', (t) => ({
  deadline: t.expose('deadline', {
    type: 'DateTime',
    description: 'Until when it was possible, or from when it is',
  }),
}));
refusalType(IncompleteError, 'Something that this needs is not there yet', (t) => ({
  missing: t.field({
    type: ['String'],
    description: 'What is missing: names of fields, or of what else is needed',
    resolve: ({ missing }) => [...missing],
  }),
}));
refusalType(
  ConflictOfInterestError,
  'Nobody decides about what they submitted themselves, or about their own organization',
);
refusalType(AlreadyEndedError, 'It ended or was revoked before', (t) => ({
  endedAt: t.expose('endedAt', { type: 'DateTime', description: 'When it ended or was revoked' }),
}));
