import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';
import { praising, WORDS } from '../kit/praise.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** What each mutation of notices and praise is given where each is to be done once. */
export async function praiseInputs(
  app: App,
  signIn: SignedIn,
): Promise<Record<string, () => Promise<object>>> {
  const { prisma } = app.db;
  const all = await praising(app, signIn);
  const { office, ranking, comesTo, noticed, elapses, objected, places, drafted, ripe } = all;
  const { id: raised } = await noticed();
  const opinion = '示例原因';

  /** As if it had been written once. */
  const asNew = async (shortlistId: string) => {
    await prisma.shortlist.update({ where: { id: shortlistId }, data: { version: 1 } });
    return { id: globalId('Shortlist', shortlistId), version: 1 };
  };
  return {
    noticeOpen: async () => {
      const { competition, standing } = await ranking('60');
      await comesTo(competition.id, 'NOTICE');
      return { ...WORDS, standing: globalId('Standing', standing.id) };
    },
    noticeClose: async () => {
      const { id, version } = await noticed();
      await elapses(id);
      return { id, version };
    },
    objectionRaise: async () => ({ notice: raised, text: '示例', objectorName: '示例' }),
    objectionHandle: async () => ({
      ...(await objected(office, raised)),
      ...{ finding: '示例', outcome: 'DISMISSED' },
    }),
    shortlistDraw: async () => ({
      standing: globalId('Standing', (await ranking('60')).standing.id),
      rules: [places(1)],
    }),
    shortlistExclude: async () => {
      const { shortlist, candidates } = await drafted(1, '60');
      return { id: shortlist.id, version: 1, candidate: candidates[0], opinion };
    },
    shortlistInclude: async () => {
      const { shortlistId, candidates } = await drafted(1, '60', '50');
      await prisma.shortlistCandidate.updateMany({ where: { shortlistId }, data: { isSelected: false } });
      return { ...(await asNew(shortlistId)), candidate: candidates[1], opinion };
    },
    shortlistSubmit: async () => {
      const { shortlist } = await drafted(1, '60');
      return { id: shortlist.id, version: 1 };
    },
    shortlistWithdraw: async () => {
      const { shortlist } = await drafted(1, '60');
      return { id: shortlist.id, version: 1, opinion };
    },
    shortlistDecide: async () => {
      const { shortlistId, decision } = await ripe(1, '60');
      return { ...decision, ...(await asNew(shortlistId)) };
    },
  };
}
