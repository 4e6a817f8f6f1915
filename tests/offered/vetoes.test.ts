import { expect, test } from 'vitest';
import { confirmVeto } from '../../src/features/vetoes/commands/confirmVeto.ts';
import { liftVeto } from '../../src/features/vetoes/commands/liftVeto.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { expectOffered } from '../kit/offering.ts';
import { startSignIn } from '../kit/signIn.ts';
import { VETO } from '../refusals/praised.ts';
import { ground } from '../refusals/scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { admin, office, officer, both, watcher, stranger, prisma, here, unit, contest } = all;
const people = { admin, office, officer, both, watcher, stranger };
const step = { version: 1, opinion: '示例' };

test('of a veto', async () => {
  const on = async (status: 'SUBMITTED' | 'ACTIVE' | 'CONCLUDED' | 'VETOED', more: object = {}) => {
    const { competition } = await contest('RUNNING');
    const of = { competitionId: competition.id, applicantId: unit.id, regionId: here.county.id };
    const { id: entryId } = await app.entry({ ...of, status });
    return made({ organizationId: null, entryId, ...more });
  };
  const made = async (data: object = {}) => {
    const row = await prisma.veto.create({
      data: {
        ...{ ...VETO, status: 'ALLEGED', confirmedAt: null, occurredOn: new Date('2026-04-01') },
        ...{ organizationId: unit.id, unitId: unit.id, regionId: here.county.id, raiserId: watcher.id },
        ...data,
      },
    });
    return row.id;
  };
  const confirmed = { status: 'CONFIRMED', confirmedAt: NOON } as const;
  const rows = {
    'an allegation against a unit': await made(),
    'an allegation of the administrator': await on('ACTIVE', { raiserId: admin.id }),
    'an allegation against an entry': await on('ACTIVE'),
    'an allegation against one that is vetoed': await on('VETOED'),
    'an allegation against one that is not approved yet': await on('SUBMITTED'),
    'an allegation against one that is over': await on('CONCLUDED'),
    'confirmed against a unit': await made(confirmed),
    'confirmed against an entry': await on('VETOED', confirmed),
    lifted: await made({ status: 'LIFTED', liftedAt: NOON }),
  };
  const count = await expectOffered(app, {
    model: 'Veto',
    people,
    rows,
    actions: {
      CONFIRM: (call, id) => confirmVeto(call, { ...step, id }),
      LIFT: (call, id) => liftVeto(call, { ...step, id }),
    },
  });
  expect(count).toBeGreaterThan(20);
  // What can be confirmed waits for the office, and nothing else does.
  const { data } = await office.ask<{ viewer: { todo: { nodes: { subject: { id: string } }[] } } }>(
    '{ viewer { todo(first: 100) { nodes { action subject { ... on Veto { id } } } } } }',
  );
  const waiting = new Set(data!.viewer.todo.nodes.map(({ subject }) => subject.id));
  const confirmable = Object.entries(rows).filter(([, id]) => waiting.has(globalId('Veto', id)));
  expect(confirmable.map(([row]) => row)).toEqual([
    'an allegation against a unit',
    'an allegation of the administrator',
    'an allegation against an entry',
    'an allegation against one that is vetoed',
  ]);
});
