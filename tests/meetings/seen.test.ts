import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { of, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await scene(app, signIn);
const { office, unit, seated, member, county, supervisor, stranger } = all;

test('meetings are for those of the region and of the organizations in it; items for their owners too', async () => {
  const item = await all.item();
  const ofFederation = await all.item({ ownerId: all.federationId });
  const snapshot = await app.snapshot({ meetingId: item.meetingId });
  const sees = async (who: { ask: typeof office.ask }) => {
    const ids = [
      of('CommitteeMeeting', { id: item.meetingId }),
      of('StateOfPlaySnapshot', snapshot),
      of('ActionItem', item),
      of('ActionItem', ofFederation),
    ];
    const { data } = await who.ask<{ nodes: (object | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
      { ids },
    );
    return data!.nodes.map((each) => each !== null);
  };
  for (const who of [all.admin, office, member, supervisor, all.municipal, all.provincial]) {
    expect(await sees(who)).toEqual([true, true, true, true]);
  }
  expect(await sees(seated)).toEqual([true, false, true, true]);
  expect(await sees(unit)).toEqual([false, false, true, false]);
  // The county looks after its federation, not after the city's committee.
  expect(await sees(county)).toEqual([false, false, false, true]);
  for (const who of [stranger, all.strangeUnit, app]) {
    expect(await sees(who as typeof office)).toEqual([false, false, false, false]);
  }
});

test('what waits: meetings to hold and to close, items to report and to confirm', async () => {
  const alone = await waiting();
  const { planned, held, open, reported, ofCounty } = alone;
  const todo = async (who: typeof office) => {
    const { data } = await who.ask<{ viewer: { todo: { nodes: { subject: { id: string } }[] } } }>(
      '{ viewer { todo(first: 50) { nodes { action dueOn subject { ... on CommitteeMeeting { id } ... on ActionItem { id } } } } } }',
    );
    return data!.viewer.todo.nodes;
  };
  expect(await todo(alone.office)).toEqual([
    { action: 'HOLD', dueOn: '2026-04-20', subject: { id: of('CommitteeMeeting', planned) } },
    ...[held.id, open.meetingId, reported.meetingId, ofCounty.meetingId].map((id) => ({
      ...{ action: 'CLOSE', dueOn: null, subject: { id: of('CommitteeMeeting', { id }) } },
    })),
    { action: 'CONFIRM', dueOn: null, subject: { id: of('ActionItem', reported) } },
  ]);
  // What is their own unit's is not theirs to confirm.
  expect((await todo(alone.both)).map(({ subject }) => subject.id)).not.toContain(of('ActionItem', reported));
  const report = (item: { id: string }) => ({
    ...{ action: 'REPORT', dueOn: '2026-05-11', subject: { id: of('ActionItem', item) } },
  });
  expect([await todo(alone.unit), await todo(alone.county), await todo(alone.stranger)]).toEqual([
    [report(open)],
    [report(ofCounty)],
    [],
  ]);
});

/** One meeting and one item of each kind that waits, in a place of its own. */
async function waiting() {
  const own = await scene(app, signIn);
  const at = (minute: number) => ({ updatedAt: new Date(Date.UTC(2026, 3, 21, 1, minute)) });
  const held = async (minute: number) => (await own.meeting({ status: 'HELD', ...at(minute) })).id;
  return {
    ...own,
    planned: await own.meeting(at(0)),
    held: { id: await held(1) },
    open: await own.item({ meetingId: await held(2) }),
    reported: await own.item({ meetingId: await held(3), status: 'DONE' }),
    ofCounty: await own.item({ meetingId: await held(4), ownerId: own.federationId }),
  };
}
