import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorOfUser } from '../../src/features/access/reads.ts';
import {
  archiveCompetition,
  beginScoring,
  freezeCompetition,
  openNotice,
} from '../../src/features/competitions/commands/advance.ts';
import { closeApplications } from '../../src/features/competitions/commands/closeApplications.ts';
import {
  cancelCompetition,
  resumeCompetition,
  suspendCompetition,
} from '../../src/features/competitions/commands/halt.ts';
import { openApplications } from '../../src/features/competitions/commands/openApplications.ts';
import { publishCompetition } from '../../src/features/competitions/commands/publish.ts';
import { updateCompetition } from '../../src/features/competitions/commands/update.ts';
import { concludeCompetition } from '../../src/features/entries/commands/concludeCompetition.ts';
import { startCompetition } from '../../src/features/entries/commands/startCompetition.ts';
import type { Call } from '../../src/platform/call.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import { NOON } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { sequences } from '../kit/runs.ts';
import { everything, scene } from './scene.ts';

const it = await scene();
const { app, prisma, clock, people, competition } = it;

/** What must be so of a competition. Written once more here: the tests must not believe the workflow. */
interface Expected {
  status: string;
  version: number;
  events: number;
  /** The last instant of a step. */
  at: number;
  suspendedFrom: string | null;
  closesAt: number | null;
}

const GOING = ['PUBLISHED', 'APPLYING', 'RUNNING', 'SCORING', 'FROZEN', 'NOTICE'];
const ALONG: Record<string, [from: string[], to: string]> = {
  competitionPublish: [['DRAFT'], 'PUBLISHED'],
  competitionOpenApplications: [['PUBLISHED', 'APPLYING'], 'APPLYING'],
  competitionCloseApplications: [['APPLYING'], 'APPLYING'],
  competitionStart: [['APPLYING'], 'RUNNING'],
  competitionBeginScoring: [['RUNNING'], 'SCORING'],
  competitionFreeze: [['SCORING'], 'FROZEN'],
  competitionOpenNotice: [['FROZEN'], 'NOTICE'],
  competitionConclude: [['NOTICE'], 'CONCLUDED'],
  competitionArchive: [['CONCLUDED'], 'ARCHIVED'],
  competitionSuspend: [GOING, 'SUSPENDED'],
  competitionResume: [['SUSPENDED'], ''],
  competitionCancel: [['DRAFT', ...GOING, 'SUSPENDED'], 'CANCELLED'],
  competitionUpdate: [['DRAFT', ...GOING], ''],
};
const INSTANT: Record<string, string> = {
  PUBLISHED: 'publishedAt',
  RUNNING: 'startedAt',
  SCORING: 'scoringAt',
  FROZEN: 'frozenAt',
  NOTICE: 'noticeOpenedAt',
  CONCLUDED: 'concludedAt',
  ARCHIVED: 'archivedAt',
  CANCELLED: 'cancelledAt',
  SUSPENDED: 'suspendedAt',
};
const TICK = 10_000;
/** So that the clock can go back: before noon nobody has a role, and an hour later no token is good. */
const START = NOON.getTime() + 60 * TICK;

interface Command {
  readonly name: string;
  readonly ticks: number;
  readonly isStale: boolean;
  readonly hasOpinion: boolean;
}

const names = Object.keys(ALONG);
// The way forward is likelier, so that random walks come to its end; the clock at times goes back.
const command: fc.Arbitrary<Command> = fc.record({
  name: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...names.slice(0, 9)) },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
  ),
  ticks: fc.integer({ min: -2, max: 5 }),
  isStale: fc.constant(false),
  hasOpinion: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
});
const commands = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: command },
    { weight: 1, arbitrary: command.map((each) => ({ ...each, isStale: true })) },
  ),
  { minLength: 10, maxLength: 30 },
);

/** The code of the refusal, or nothing where the competition goes on as the model says. */
function apply(model: Expected, { name, isStale, hasOpinion }: Command, now: number): string | undefined {
  if (isStale) return 'CONFLICT';
  const [from, to] = ALONG[name]!;
  if (!from.includes(model.status)) return 'INVALID_STATE';
  if (/Suspend|Cancel/.test(name) && !hasOpinion) return 'OPINION_REQUIRED';
  const closing = Math.max(now, openedAt + 1);
  if (name === 'competitionCloseApplications' && model.closesAt! <= closing) return 'DEADLINE';
  const at = Math.max(now, model.at);
  if (name === 'competitionOpenApplications') model.closesAt = at + 2 * TICK;
  if (name === 'competitionCloseApplications') model.closesAt = closing;
  if (name === 'competitionStart' && model.closesAt! > at) model.closesAt = Math.max(at, openedAt + 1);
  if (name === 'competitionOpenApplications' && model.status === 'PUBLISHED') openedAt = at;
  if (name === 'competitionSuspend') model.suspendedFrom = model.status;
  if (name !== 'competitionUpdate') model.status = to || model.suspendedFrom!;
  if (model.status !== 'SUSPENDED') model.suspendedFrom = null;
  const isStep = !/Suspend|Resume|Cancel|Update|CloseApplications/.test(name);
  if (isStep && (name !== 'competitionOpenApplications' || openedAt === at)) model.at = at;
  model.version++;
  model.events++;
  return undefined;
}
let openedAt = 0;

/** The way to the end, with a halt; the rest is left to chance. */
const WHOLE = [...names.slice(0, 4), 'competitionSuspend', 'competitionResume', ...names.slice(4, 9)].map(
  (name): Command => ({ name, ticks: 1, isStale: false, hasOpinion: true }),
);

const COMMANDS: Record<string, (call: Call, input: never) => Promise<object>> = {
  competitionPublish: publishCompetition,
  competitionOpenApplications: openApplications,
  competitionCloseApplications: closeApplications,
  competitionStart: startCompetition,
  competitionBeginScoring: beginScoring,
  competitionFreeze: freezeCompetition,
  competitionOpenNotice: openNotice,
  competitionConclude: concludeCompetition,
  competitionArchive: archiveCompetition,
  competitionSuspend: suspendCompetition,
  competitionResume: resumeCompetition,
  competitionCancel: cancelCompetition,
  competitionUpdate: updateCompetition,
};
const call = callOf(app, await actorOfUser(callOf(app), people.municipal.subject), () => clock.at);

test('random commands lead only where the rules lead, and what is refused leaves nothing', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const { row } = await competition();
      const model: Expected = {
        status: 'DRAFT',
        version: 1,
        events: 0,
        at: 0,
        suspendedFrom: null,
        closesAt: null,
      };
      let now = START;
      for (const each of sequence) {
        now += each.ticks * TICK;
        clock.at = new Date(now);
        const version = model.version + (each.isStale ? 1 : 0);
        const opinion = each.hasOpinion ? '示例' : null;
        const closes = { applicationsCloseAt: new Date(Math.max(now, model.at) + 2 * TICK) };
        const more = {
          competitionUpdate: { title: '示例' },
          competitionOpenApplications: { ...closes, opinion },
        }[each.name] ?? { opinion };
        const before = await everything(it, row.id);
        const code = apply(model, each, now);
        const refusal = await COMMANDS[each.name]!(call, { id: row.id, version, ...more } as never).then(
          () => undefined,
          (error: Refusal) => (error instanceof Refusal ? error.code : Promise.reject(error)),
        );
        expect([each, refusal]).toEqual([each, code]);
        if (code) expect(await everything(it, row.id)).toBe(before);
        const after = await prisma.competition.findUniqueOrThrow({ where: { id: row.id } });
        expect(after).toMatchObject({
          status: model.status,
          version: model.version,
          suspendedFrom: model.suspendedFrom,
          applicationsCloseAt: model.closesAt === null ? null : new Date(model.closesAt),
        });
        const instant = INSTANT[after.status] as 'publishedAt' | undefined;
        if (!code && instant && each.name !== 'competitionUpdate' && each.name !== 'competitionResume') {
          expect(after[instant]).toEqual(new Date(Math.max(now, model.at)));
        }
        expect(await prisma.workflowEvent.count({ where: { subjectId: row.id } })).toBe(model.events);
        expect(await prisma.changeEvent.count({ where: { entityId: row.id } })).toBe(model.events);
        reached.add(after.status);
      }
    }),
    { numRuns: sequences(8), examples: [[WHOLE]] },
  );
  clock.at = NOON;
  expect(reached.size).toBeGreaterThan(8);
});
