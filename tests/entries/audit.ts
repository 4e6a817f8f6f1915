import type { EntryStatus } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import type { App } from '../kit/app.ts';
import { applying, FULL } from './land.ts';

type Place = { city: { id: string }; county: { id: string }; unit: { id: string } };

/** What each mutation on entries is given where all of them are called. */
export function entryInputs(app: App, here: Place): Record<string, () => Promise<object>> {
  const entry = async (status: EntryStatus) => {
    const { id: competitionId } = await applying(app, here);
    const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };
    const { id, version } = await app.entry({ ...of, ...FULL, status });
    return { id: globalId('Entry', id), version };
  };
  const step = (status: EntryStatus) => async () => ({ ...(await entry(status)), opinion: '示例意见' });
  const batch = (status: EntryStatus) => async () => ({
    entries: [await entry(status)],
    opinion: '示例意见',
  });
  return {
    entryCreate: async () => ({
      competition: globalId('Competition', (await applying(app, here)).id),
      applicant: globalId('Organization', here.unit.id),
      teamName: '示例班组',
    }),
    entryUpdate: step('DRAFT'),
    entrySubmit: step('DRAFT'),
    entryReturn: step('SUBMITTED'),
    entryRecommend: step('SUBMITTED'),
    entryApprove: step('RECOMMENDED'),
    entryReject: step('RECOMMENDED'),
    entryWithdraw: step('SUBMITTED'),
    entriesApprove: batch('RECOMMENDED'),
    entriesReturn: batch('SUBMITTED'),
  };
}
