import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Prisma, type StudioTitle } from '../../src/generated/prisma/client.ts';
import { AdminLevel, StudioTitleStatus } from '../../src/generated/prisma/enums.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');
const { prisma } = app.db;
const employer = await app.organization();
const { id: decisionId } = await app.decision({ kind: 'NAME', issuerId: employer.id });
const { id: revocationDecisionId } = await app.decision({ kind: 'REVOKE', issuerId: employer.id });
const studios: string[] = [];
for (let i = 0; i < 3; i++) studios.push((await app.studio({ employerId: employer.id })).id);

/** A status with all that it needs. */
function standing(status: StudioTitleStatus) {
  const isOver = status === 'REVOKED' || status === 'LAPSED';
  const isGiven = isOver || status === 'NAMED' || status === 'RECTIFYING';
  return {
    status,
    decisionId: isGiven ? decisionId : null,
    validFrom: isGiven ? new Date('2025-05-01') : null,
    validTo: isOver ? new Date('2026-03-01') : null,
    revocationDecisionId: status === 'REVOKED' ? revocationDecisionId : null,
  };
}

const level = fc.constantFrom(...Object.values(AdminLevel));
const studioId = fc.constantFrom(...studios);
const status = fc.oneof(
  fc.constantFrom<StudioTitleStatus[]>('NAMED', 'RECTIFYING'),
  fc.constantFrom(...Object.values(StudioTitleStatus)),
);
const title = fc
  .record({ studioId, level, status })
  .map(({ status, ...title }) => ({ ...title, ...standing(status), batchYear: 2025 }));
const set = fc.oneof(status.map(standing), fc.record({ level }), fc.record({ studioId }));
/** The titles that a statement changes: one of them, those of a studio, or those of a level. */
const of = fc.oneof(fc.record({ nth: fc.nat(20) }), fc.record({ studioId }), fc.record({ level }));
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.array(title, { minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ of, set }) },
  { weight: 1, arbitrary: fc.record({ of, remove: fc.constant(true) }) },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

test('after any changes of titles, every studio has the highest level that counts', async () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(changes, async (changes) => {
      await prisma.studioTitle.deleteMany();
      for (const change of changes) {
        await apply(change).catch(unlessTwice);
        const found = await prisma.studio.findMany({ include: { titles: true } });
        expect(found.map(({ level }) => level)).toEqual(found.map(({ titles }) => highest(titles)));
      }
    }),
    { numRuns: 60 },
  );
});

async function apply(change: Change): Promise<unknown> {
  if ('add' in change) return prisma.studioTitle.createMany({ data: change.add });
  const where = 'nth' in change.of ? { id: await nthTitle(change.of.nth) } : change.of;
  if ('set' in change) return prisma.studioTitle.updateMany({ where, data: change.set });
  return prisma.studioTitle.deleteMany({ where });
}

/** There is no first title in the beginning. */
async function nthTitle(n: number): Promise<string> {
  const titles = await prisma.studioTitle.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  return titles[n % titles.length]?.id ?? studios[0]!;
}

/** A title that is there already is refused, which leaves all as it was. */
function unlessTwice(error: unknown): void {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error;
}

function highest(titles: StudioTitle[]): AdminLevel | null {
  const counting = titles.filter(({ status }) => status === 'NAMED' || status === 'RECTIFYING');
  return Object.values(AdminLevel).find((level) => counting.some((title) => title.level === level)) ?? null;
}
