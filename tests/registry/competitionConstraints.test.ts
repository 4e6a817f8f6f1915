import { describe, test } from 'vitest';
import type { CompetitionStatus } from '../../src/generated/prisma/client.ts';
import { startSharedApp } from '../kit/app.ts';
import { expectRefusal, type Refusals, type Write } from '../kit/refusals.ts';

const app = await startSharedApp('empty');
const { id: regionId } = await app.region();

/** The course of a competition: each status with the instant that leads there. */
const COURSE = [
  ['PUBLISHED', 'publishedAt'],
  ['APPLYING', 'applicationsOpenedAt'],
  ['RUNNING', 'startedAt'],
  ['SCORING', 'scoringAt'],
  ['FROZEN', 'frozenAt'],
  ['NOTICE', 'noticeOpenedAt'],
  ['CONCLUDED', 'concludedAt'],
  ['ARCHIVED', 'archivedAt'],
] as const;
const INSTANTS = COURSE.map(([, instant]) => instant);
const STATUSES = ['DRAFT', ...COURSE.map(([status]) => status)] as const;
const HALTS = [
  ['SUSPENDED', 'suspendedAt'],
  ['CANCELLED', 'cancelledAt'],
] as const;
const REASON = { reason: '示例原因' };

const day = (date: number) => new Date(Date.UTC(2025, 0, date));
/** The first instants of the course, a day apart. */
const upTo = (count: number) =>
  Object.fromEntries(INSTANTS.slice(0, count).map((instant, i) => [instant, day(i + 1)]));
const write =
  (status: CompetitionStatus, data: object): Write =>
  () =>
    app.db.prisma.competition.create({
      data: { title: '示例', kind: 'LABOR', level: 'COUNTY', year: 2025, regionId, status, ...data },
    });
type Case<Proof> = [name: string, Proof];

describe('the database accepts a competition', () => {
  const accepted = (status: CompetitionStatus, what: string, data: object): Case<Write> => [
    `${status} ${what}`,
    write(status, data),
  ];
  const onCourse = STATUSES.flatMap((status, passed) => [
    accepted(status, 'with its instants', upTo(passed)),
    accepted(
      status,
      'with all its instants at once',
      Object.fromEntries(INSTANTS.slice(0, passed).map((instant) => [instant, day(1)])),
    ),
  ]);
  const closed = STATUSES.slice(2).map((status, i) => {
    const applicationsCloseAt = new Date(day(2).getTime() + 1);
    return accepted(status, 'with an end of applications', { ...upTo(i + 2), applicationsCloseAt });
  });
  const halted = HALTS.flatMap(([halt, instant]) =>
    STATUSES.slice(1, -2).map((status, i) =>
      accepted(halt, `when it was ${status}`, {
        ...upTo(i + 1),
        ...REASON,
        [instant]: day(20),
        suspendedFrom: halt === 'SUSPENDED' ? status : null,
      }),
    ),
  );
  const draft = accepted('CANCELLED', 'as a draft', { ...REASON, cancelledAt: day(20) });

  test.each([...onCourse, ...closed, ...halted, draft])('%s', async (_name, write) => {
    await write();
  });
});

describe('the database refuses a competition', () => {
  const refusal = (constraint: string) => (status: CompetitionStatus, what: string, data: object) =>
    [`${status} ${what}`, [constraint, write(status, data)]] satisfies Case<Refusals[string]>;
  const outOfStatus = refusal('competition_status_check');
  const outOfOrder = refusal('competition_order_check');

  const missing = STATUSES.flatMap((status, passed) =>
    INSTANTS.slice(0, passed).map((instant, i) => {
      const refused = i === passed - 1 ? outOfStatus : outOfOrder;
      return refused(status, `without ${instant}`, { ...upTo(passed), [instant]: null });
    }),
  );
  const superfluous = STATUSES.flatMap((status, passed) => [
    ...INSTANTS.slice(passed).map((instant, i) =>
      outOfStatus(status, `with all up to ${instant}`, upTo(passed + i + 1)),
    ),
    ...INSTANTS.slice(passed + 1).map((instant) =>
      outOfOrder(status, `with ${instant} alone of what follows`, { ...upTo(passed), [instant]: day(20) }),
    ),
    ...HALTS.map(([halt, instant]) => {
      const halts = { ...REASON, [instant]: day(20) };
      return outOfStatus(status, `with what makes it ${halt}`, { ...upTo(passed), ...halts });
    }),
    outOfStatus(status, 'with a reason', { ...upTo(passed), ...REASON }),
  ]);
  const unordered = STATUSES.flatMap((status, passed) =>
    INSTANTS.slice(1, passed).map((instant, i) => {
      const before = new Date(day(i + 1).getTime() - 1);
      return outOfOrder(status, `with ${instant} before ${INSTANTS[i]}`, {
        ...upTo(passed),
        [instant]: before,
      });
    }),
  );
  const closed = [
    outOfOrder('PUBLISHED', 'with an end of applications', { ...upTo(1), applicationsCloseAt: day(20) }),
    outOfOrder('APPLYING', 'and closed at once', { ...upTo(2), applicationsCloseAt: day(2) }),
  ];
  const halted = HALTS.flatMap(([halt, instant], i) => {
    const halts = { ...upTo(3), ...REASON, [instant]: day(20) };
    const [otherHalt, otherInstant] = HALTS[1 - i]!;
    return [
      outOfStatus(halt, 'without its instant', { ...halts, [instant]: null }),
      outOfStatus(halt, 'without a reason', { ...halts, reason: null }),
      outOfStatus(halt, 'when it was CONCLUDED', { ...halts, ...upTo(7) }),
      outOfStatus(halt, `and ${otherHalt}`, { ...halts, [otherInstant]: day(20) }),
    ];
  });

  test.each([...missing, ...superfluous, ...unordered, ...closed, ...halted])(
    '%s',
    (_name, [constraint, write]) => expectRefusal(constraint, write),
  );
});
