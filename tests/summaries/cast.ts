import { actorOfUser } from '../../src/features/access/reads.ts';
import { acceptSummary } from '../../src/features/summaries/commands/acceptSummary.ts';
import { returnSummary } from '../../src/features/summaries/commands/returnSummary.ts';
import { saveSummary, type Written } from '../../src/features/summaries/commands/saveSummary.ts';
import { submitSummary } from '../../src/features/summaries/commands/submitSummary.ts';
import { waiveSummary } from '../../src/features/summaries/commands/waiveSummary.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import type { Call } from '../../src/platform/call.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import type { App } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import type { Person } from '../kit/people.ts';
import type { Step, Who } from './oracle.ts';
import type { scene } from './scene.ts';

const COMMANDS = {
  SAVE: saveSummary,
  SUBMIT: submitSummary,
  RETURN: returnSummary,
  ACCEPT: acceptSummary,
  WAIVE: waiveSummary,
} as const;

/** Those of the oracle, with calls of their own. */
export async function cast(app: App, all: Awaited<ReturnType<typeof scene>>) {
  const { person, here, strangers, output, admin, unit, county, industrial, municipal, office } = all;
  const both = await person(
    { role: 'COUNTY_OFFICER', regionId: here.county.id },
    { role: 'UNIT_OFFICER', organizationId: here.unit.id },
  );
  const stranger = strangers.county;
  const people: Record<Who, Person> = { admin, unit, county, industrial, municipal, office, both, stranger };
  const calls = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([who, { subject }]) => [
        who,
        callOf(app, await actorOfUser(callOf(app), subject)),
      ]),
    ),
  ) as Record<Who, Call>;

  return {
    people,
    calls,
    /** What comes of the step: the name of the refusal, or how the summary is then. */
    async does(id: string, version: number, step: Step, call = calls[step.who]): Promise<string> {
      const { action, opinion, text, figure } = step;
      const value = figure == null ? undefined : new Prisma.Decimal(figure);
      const figures = value ? [{ metricId: output.id, value }] : figure === null ? [] : undefined;
      const input: Written =
        action === 'SAVE' ? { id, version, text, figures } : ({ id, version, opinion } as Written);
      try {
        const after = await COMMANDS[action](call, input);
        return `${after.status} ${after.version}`;
      } catch (error) {
        if (error instanceof Refusal) return error.constructor.name;
        throw error;
      }
    },
  };
}
