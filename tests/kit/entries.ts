import { randomUUID } from 'node:crypto';
import type { AdminLevel, EntryStatus, Prisma, PrismaClient } from '../../src/generated/prisma/client.ts';
import type { competitionBuilders } from './competitions.ts';
import { type Basic, placing } from './place.ts';
import type { projectBuilders } from './projects.ts';

const SUBMITTED: EntryStatus[] = ['SUBMITTED', 'RETURNED', 'RECOMMENDED', 'REJECTED', 'WITHDRAWN'];
const APPROVED: EntryStatus[] = ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'];
const CLOSED: EntryStatus[] = ['CONCLUDED', 'REJECTED', 'WITHDRAWN'];

const SUBMITTED_AT = new Date('2025-03-05T01:00:00Z');
/** The county recommends, and the city approves. */
const ROUTE: AdminLevel[] = ['COUNTY', 'MUNICIPAL'];
const STEP: Partial<Record<EntryStatus, number>> = { SUBMITTED: 0, RETURNED: 0 };

type Others = ReturnType<typeof competitionBuilders> & ReturnType<typeof projectBuilders>;

export function entryBuilders(prisma: PrismaClient, make: Basic & Others) {
  const place = placing(prisma, make);
  let counter = 0;

  return {
    /** A draft for a project in a competition that runs; with the instants and number that its status needs. */
    entry: async (data: Partial<Prisma.EntryUncheckedCreateInput> = {}) => {
      const status = data.status ?? 'DRAFT';
      const isApproved = APPROVED.includes(status);
      const submittedAt = isApproved || SUBMITTED.includes(status) ? SUBMITTED_AT : null;
      const isSubmitted = (data.submittedAt === undefined ? submittedAt : data.submittedAt) !== null;
      const { organizationId: applicantId, regionId } = await place(data.applicantId, data.regionId);
      const { projectId, organizationId, studioId, resultId, teamName } = data;
      const isSubjectNamed = [projectId, organizationId, studioId, resultId, teamName].some(
        (subject) => subject !== undefined,
      );
      return prisma.entry.create({
        data: {
          status,
          entryNo: isApproved ? `示例立项${++counter}` : null,
          submittedAt,
          approvedAt: isApproved ? new Date('2025-03-20T01:00:00Z') : null,
          route: isSubmitted ? ROUTE : [],
          step: isSubmitted ? (STEP[status] ?? ROUTE.length - 1) : null,
          closedAt: CLOSED.includes(status) ? new Date('2026-02-01T01:00:00Z') : null,
          projectId: isSubjectNamed ? null : (await make.project({ ownerId: applicantId, regionId })).id,
          competitionId: data.competitionId ?? (await make.competition({ status: 'RUNNING', regionId })).id,
          applicantId,
          regionId,
          ...data,
        },
      });
    },
    /** A file that nobody has: only what is known of it. Sent in by somebody new, unless told otherwise. */
    enclosure: async (data: Partial<Prisma.EnclosureUncheckedCreateInput> = {}) => {
      const subject = `uploader-${randomUUID()}`;
      return prisma.enclosure.create({
        data: {
          fileName: `示例附件${++counter}.pdf`,
          mediaType: 'application/pdf',
          size: 1,
          sha256: '0'.repeat(64),
          createdAt: SUBMITTED_AT,
          uploaderId: data.uploaderId ?? (await prisma.user.create({ data: { subject } })).id,
          ...data,
        },
      });
    },
  };
}
