import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { awardBuilders } from './awards.ts';
import { competitionBuilders } from './competitions.ts';
import { decisionBuilders } from './decisions.ts';
import { entryBuilders } from './entries.ts';
import { innovationBuilders } from './innovation.ts';
import { meetingBuilders } from './meetings.ts';
import type { Basic } from './place.ts';
import { projectBuilders } from './projects.ts';
import { studioBuilders } from './studios.ts';
import { summaryBuilders } from './summaries.ts';

/** Makes rows of the registry's models; what a test says of a row wins over what is filled in. */
export function registryBuilders(prisma: PrismaClient, basic: Basic) {
  const decisions = decisionBuilders(prisma, basic);
  const projects = projectBuilders(prisma, basic);
  const competitions = competitionBuilders(prisma, basic);
  const entries = entryBuilders(prisma, { ...basic, ...projects, ...competitions });
  return {
    ...decisions,
    ...projects,
    ...competitions,
    ...entries,
    ...summaryBuilders(prisma, { ...competitions, ...entries }),
    ...studioBuilders(prisma, { ...basic, ...decisions }),
    ...meetingBuilders(prisma, { ...basic, ...decisions, ...competitions }),
    ...innovationBuilders(prisma, basic),
    ...awardBuilders(prisma, { ...basic, ...decisions }),
  };
}
