import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startApp } from '../kit/app.ts';
import { type Person, people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';

const signIn = await startSignIn();

async function admins(count: number) {
  const app = await startApp('empty', { authentication: signIn.authentication });
  const person = people(app, signIn);
  const all: Person[] = [];
  for (let n = 0; n < count; n++) all.push(await person('ADMIN'));
  const { roleAssignment } = app.db.prisma;
  const open = () => roleAssignment.count({ where: { role: 'ADMIN', endsAt: null } });
  /** `who` ends the role of `whom`. */
  const end = async (who: Person, whom: Person, more: object = {}) => {
    const { id } = await roleAssignment.findFirstOrThrow({ where: { userId: whom.id } });
    const input = { id: globalId('RoleAssignment', id), version: 1, ...more };
    return who.does('roleAssignmentEnd', input, '... on Error { code messageZh path }');
  };
  return { all, end, open };
}
const LAST = {
  __typename: 'LastAdminError',
  code: 'LAST_ADMIN',
  messageZh: '这是最后一名平台管理员,请先授予他人该角色。',
  path: ['id'],
};

test('the last one stays', async () => {
  const { all, end, open } = await admins(2);
  const [one, other] = all as [Person, Person];
  expect(await end(one, one)).toEqual({ __typename: 'RoleAssignmentEndPayload' });
  expect(await end(other, other)).toEqual(LAST);
  expect(await open()).toBe(1);
});

test('also where another one has an end already', async () => {
  const { all, end, open } = await admins(2);
  const [one, other] = all as [Person, Person];
  const endsAt = '2026-06-01T00:00:00Z';
  expect(await end(one, other, { endsAt })).toEqual({ __typename: 'RoleAssignmentEndPayload' });
  expect(await end(one, one)).toEqual(LAST);
  expect(await open()).toBe(1);
});

test('of two who end each other at once, one stays', async () => {
  const { all, end, open } = await admins(2);
  const [one, other] = all as [Person, Person];
  const both = await Promise.all([end(one, other), end(other, one)]);
  // Who has lost the role by then sees nothing of the other's.
  expect(both.map(({ __typename }) => __typename)).toContain('RoleAssignmentEndPayload');
  expect(await open()).toBe(1);
});
