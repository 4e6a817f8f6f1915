import { expect } from 'vitest';
import { history } from './asking.ts';
import { gives, reads, refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';

const ALLEGED = {
  ...{ reason: 'SAFETY_ACCIDENT', occurredOn: '2026-07-09', description: '示例事故,待调查' },
};
const ASKED = 'veto { id version status blocksUntil nextActions entry { status } unit { name } }';
/** Why the veto is confirmed, and why it is lifted. */
export const FINDINGS = { confirmed: '初步查实', lifted: '复查认定无责' };

interface Veto {
  readonly id: string;
  readonly version: number;
}

/** Somebody alleges an accident; another one confirms it, and the entry no longer competes. */
export async function veto({ people, at }: Cast, { power: entry }: Competing): Promise<string> {
  const { office, colleague, municipal, bridge, power } = people;
  at('2026-07-14T09:00');
  expect(
    await refusal(bridge, 'vetoRaise', { ...ALLEGED, entry }, '... on ForbiddenError { needs }'),
  ).toMatchObject({ code: 'FORBIDDEN', needs: expect.arrayContaining(['COMMITTEE_MEMBER', 'SUPERVISOR']) });
  const tomorrow = { ...ALLEGED, entry, occurredOn: '2026-07-15' };
  expect(await refusal(office, 'vetoRaise', tomorrow)).toEqual({ code: 'INVALID', path: ['occurredOn'] });
  const raised = await gives<{ veto: Veto }>(office, 'vetoRaise', { ...ALLEGED, entry }, ASKED);
  const { id } = raised.veto;
  const is = (version: number, status: string, more: object) => ({
    ...{ id, version, status, blocksUntil: '2029-07-09', unit: { name: '示例电力公司' }, ...more },
  });
  // What is only alleged disqualifies nobody, and the unit does not know of it.
  expect(raised.veto).toEqual(is(1, 'ALLEGED', { entry: { status: 'ACTIVE' }, nextActions: ['LIFT'] }));
  expect(await vetoOf(power, id)).toBeNull();
  const seen = { id, version: 1, opinion: FINDINGS.confirmed };
  expect(await refusal(office, 'vetoConfirm', seen)).toEqual({
    ...{ code: 'CONFLICT_OF_INTEREST', path: ['id'] },
  });
  expect(await refusal(municipal, 'vetoConfirm', seen)).toEqual({ code: 'FORBIDDEN', path: [] });
  expect(await gives(colleague, 'vetoConfirm', seen, ASKED)).toEqual({
    veto: is(2, 'CONFIRMED', { entry: { status: 'VETOED' }, nextActions: ['LIFT'] }),
  });
  expect(await vetoOf(power, id)).toEqual({ status: 'CONFIRMED' });
  expect(await vetoOf(bridge, id)).toBeNull();
  return id;
}

/** It turns out otherwise: the veto is lifted, and the entry competes again. */
export async function lift({ people, at }: Cast, { power: entry }: Competing, id: string): Promise<void> {
  const { colleague, municipal, power } = people;
  at('2026-07-20T09:00');
  expect(await refusal(colleague, 'vetoLift', { id, version: 2 })).toEqual({
    ...{ code: 'OPINION_REQUIRED', path: ['opinion'] },
  });
  const seen = { id, version: 2, opinion: FINDINGS.lifted };
  expect(await gives(colleague, 'vetoLift', seen, 'veto { status nextActions entry { status } }')).toEqual({
    veto: { status: 'LIFTED', nextActions: [], entry: { status: 'ACTIVE' } },
  });
  const by = 'colleague COMMITTEE_OFFICE';
  expect((await history(municipal, 'Entry', entry)).slice(-2)).toEqual([
    `2026-07-14T01:00 VETO ACTIVE>VETOED ${by}: ${FINDINGS.confirmed}`,
    `2026-07-20T01:00 LIFT_VETO VETOED>ACTIVE ${by}: ${FINDINGS.lifted}`,
  ]);
  expect(await history(municipal, 'Veto', id)).toEqual([
    '2026-07-14T01:00 RAISE >ALLEGED office COMMITTEE_OFFICE',
    `2026-07-14T01:00 CONFIRM ALLEGED>CONFIRMED ${by}: ${FINDINGS.confirmed}`,
    `2026-07-20T01:00 LIFT CONFIRMED>LIFTED ${by}: ${FINDINGS.lifted}`,
  ]);
  expect(await vetoOf(power, id)).toEqual({ status: 'LIFTED' });
}

async function vetoOf(who: Cast['people']['power'], id: string): Promise<object | null> {
  const query = 'query ($id: ID!) { veto(id: $id) { status } }';
  return (await reads<{ veto: object | null }>(who, query, { id })).veto;
}
