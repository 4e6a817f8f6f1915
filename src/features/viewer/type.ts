import { builder } from '../../graphql/builder.ts';
import { rowField } from '../../graphql/fields.ts';
import { node } from '../../graphql/refs.ts';
import { readOne } from '../../graphql/rows.ts';
import { enumType } from '../../graphql/types.ts';
import type { Actor, HeldRole } from '../../platform/actor.ts';

/** More roles than this one person never has at a time. */
const MOST_ROLES = 20;

const ActorKind = builder.enumType('ActorKind', {
  description: 'What kind of caller it is',
  values: {
    PUBLIC: { description: 'Anybody who has not signed in (公众)' },
    USER: { description: 'Somebody who has signed in (用户)' },
    PARTNER: { description: "A partner's system, by its key (合作系统)" },
  } as const,
});

const ViewerActor = builder.objectRef<Actor>('Actor').implement({
  description: 'Who is asking',
  fields: (t) => ({
    kind: t.field({
      type: ActorKind,
      description: 'What kind of caller it is',
      resolve: ({ subject }) => subject?.kind ?? 'PUBLIC',
    }),
    subject: t.string({
      nullable: true,
      description: 'As the sign-in service calls them, or the part of the key that tells it from others',
      resolve: ({ subject }) => subject?.subject,
    }),
    name: t.string({
      nullable: true,
      description: 'Name of the user or of the system',
      resolve: ({ subject }) => subject?.name,
    }),
    user: t.field({
      type: node('User'),
      nullable: true,
      description: 'The record of the user; absent for whoever never had a role',
      resolve: ({ subject }, _args, call, info) =>
        subject?.kind === 'USER' ? readOne('User', 'id', subject.id, call, info) : null,
    }),
  }),
});

const ViewerRole = builder.objectRef<HeldRole>('ViewerRole').implement({
  description: 'A role in which you are asking',
  fields: (t) => ({
    role: t.field({ type: enumType('Role'), description: 'The role (角色)', resolve: ({ role }) => role }),
    organization: rowField(
      t,
      'Organization',
      'organizationId',
      'The organization that it is held for, with what lies under it',
    ),
    region: rowField(t, 'Region', 'regionId', 'The region that it reaches over, with everything below'),
  }),
});

export const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'You: who is asking, and as what',
  fields: (t) => ({
    actor: t.field({ type: ViewerActor, description: 'Who is asking', resolve: (actor) => actor }),
    roles: t.field({
      type: [ViewerRole],
      description: 'The roles in which you are asking; PUBLIC for whoever has none',
      extensions: { atMost: MOST_ROLES },
      resolve: ({ roles }) => roles.slice(0, MOST_ROLES),
    }),
    scopes: t.field({
      type: [enumType('ApiScope')],
      description: 'What your key opens besides what is published; empty for people',
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
});
