import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { type App, NOON } from '../../kit/app.ts';
import type { Write, Writes } from '../../kit/refusals.ts';
import { listed } from './praise.ts';
import { BEFORE, EARLIER } from './scored.ts';

type Notice = Partial<Prisma.PublicNoticeUncheckedCreateInput>;
type Objection = Partial<Prisma.ObjectionUncheckedCreateInput>;
const HANDLED = { status: 'CLOSED', finding: '示例', outcome: 'DISMISSED', closedAt: NOON } as const;

export async function noticeWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { competitionId, standingId, userId: raiserId, shortlist } = await listed(app);
  /** Of a shortlist of its own, where none is named. */
  const notice = async (data: Notice = {}) =>
    prisma.publicNotice.create({
      data: {
        ...{ competitionId, standingId, title: '示例', text: '示例', scope: 'CITY', workingDays: 5 },
        ...{ opensOn: new Date('2026-05-01'), closesOn: new Date('2026-05-11') },
        shortlistId: data.shortlistId === undefined ? (await shortlist()).id : data.shortlistId,
        ...data,
      },
    });
  const { id: noticeId } = await notice();
  const objection = (data: Objection = {}) =>
    prisma.objection.create({
      data: { noticeId, raiserId, text: '示例', objectorName: '示例', receivedAt: BEFORE, ...data },
    });
  const noticed = (constraint: string, data: Notice): [string, Write] => [
    `public_notice_${constraint}_check`,
    () => notice(data),
  ];
  const objected = (constraint: string, data: Objection): [string, Write] => [
    `objection_${constraint}_check`,
    () => objection(data),
  ];

  return {
    refused: {
      'a notice without a title': noticed('text', { title: '' }),
      'a notice of nothing': noticed('text', { text: '' }),
      'a notice in an empty place': noticed('text', { channel: '' }),
      'a notice of four days': noticed('days', { workingDays: 4 }),
      'a notice that ends as it begins': noticed('days', { closesOn: new Date('2026-05-01') }),
      'a notice closed never': noticed('status', { status: 'CLOSED' }),
      'an open notice that is closed': noticed('status', { closedAt: NOON }),
      'two notices of one shortlist': [
        'public_notice_open_key',
        async () => notice({ shortlistId: (await notice()).shortlistId }),
      ],
      'two notices of one standing': [
        'public_notice_open_key',
        async () => {
          await notice({ shortlistId: null });
          return notice({ shortlistId: null });
        },
      ],
      'an objection of nothing': objected('text', { text: '' }),
      'an objection of nobody': objected('text', { objectorName: '' }),
      'an objection with nowhere to answer to': objected('text', { contact: '' }),
      'an objection that nothing was found of': objected('text', { ...HANDLED, finding: '' }),
      'an open objection with an outcome': objected('status', { outcome: 'UPHELD' }),
      'an open objection that is handled': objected('status', { ...HANDLED, status: 'OPEN' }),
      'an objection handled never': objected('status', { ...HANDLED, closedAt: null }),
      'an objection without an outcome': objected('status', { ...HANDLED, outcome: null }),
      'an objection handled before it was raised': objected('order', { ...HANDLED, closedAt: EARLIER }),
    },

    allowed: {
      'a notice after one that was closed': async () => {
        const { shortlistId } = await notice({ status: 'CLOSED', closedAt: NOON });
        return notice({ shortlistId });
      },
      'an objection handled at once': () => objection({ ...HANDLED, closedAt: BEFORE }),
      'two objections of one person': async () => {
        await objection();
        return objection();
      },
    },
  };
}
