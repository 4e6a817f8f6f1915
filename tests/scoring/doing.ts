import { assignAssessor } from '../../src/features/scoring/commands/assignAssessor.ts';
import { confirmSheet } from '../../src/features/scoring/commands/confirmSheet.ts';
import { correctSheet } from '../../src/features/scoring/commands/correctSheet.ts';
import { declareRecusal } from '../../src/features/scoring/commands/declareRecusal.ts';
import { saveSheet } from '../../src/features/scoring/commands/saveSheet.ts';
import { submitSheet } from '../../src/features/scoring/commands/submitSheet.ts';
import { unassignAssessor } from '../../src/features/scoring/commands/unassignAssessor.ts';
import { computeStanding } from '../../src/features/standings/commands/computeStanding.ts';
import { publishStanding } from '../../src/features/standings/commands/publishStanding.ts';
import { confirmVeto } from '../../src/features/vetoes/commands/confirmVeto.ts';
import { liftVeto } from '../../src/features/vetoes/commands/liftVeto.ts';
import { raiseVeto } from '../../src/features/vetoes/commands/raiseVeto.ts';
import type { Call } from '../../src/platform/call.ts';
import { Refusal } from '../../src/platform/refusals.ts';
import { type App, NOON } from '../kit/app.ts';
import type { Model } from './model.ts';
import { decimal } from './oracle.ts';
import type { Owner } from './sheetModel.ts';
import type { Step, Who } from './steps.ts';

interface Cast {
  readonly calls: Readonly<Record<Who, Call>>;
  /** Who the assessors are. */
  readonly ids: Readonly<Record<'one' | 'two', string>>;
  readonly departmentId: string;
}
/** What is scored, by which criteria. */
interface Of {
  readonly competitionId: string;
  readonly entryId: string;
  readonly criteria: { readonly a: string; readonly d: string };
}

const KINDS = { unit: 'SELF', one: 'ASSESSOR', two: 'ASSESSOR', office: 'CONFIRMED' } as const;

/** Does a step of a sequence, and tells what came of it: OK, the name of the refusal, or that there is nothing to try it on. */
export function doing({ db: { prisma } }: App, { calls, ids, departmentId }: Cast) {
  const sheetOf = (entryId: string, owner: Owner, isOld = false) =>
    prisma.scoreSheet.findFirst({
      where: {
        entryId,
        kind: KINDS[owner],
        ...(KINDS[owner] === 'ASSESSOR' && { assessorId: ids[owner as 'one'] }),
      },
      orderBy: { revision: isOld ? 'asc' : 'desc' },
    });
  const given = ({ a, d }: Step, criteria: Of['criteria']) => [
    ...(a === null ? [] : [{ criterionId: criteria.a, points: decimal(a) }]),
    ...(d === null ? [] : [{ criterionId: criteria.d, points: decimal(d) }]),
  ];

  async function work(of: Of, model: Model, step: Step): Promise<object | null | undefined> {
    const { entryId, competitionId, criteria } = of;
    const { who, whose, at, isOld, isStale, opinion } = step;
    const call = calls[who];
    const from = <Row extends { id: string; version: number }>(row: Row | null | undefined) =>
      row && { id: row.id, version: row.version + (isStale ? 1 : 0), opinion };
    const newest = { orderBy: { id: 'desc' } } as const;
    switch (step.action) {
      case 'SAVE': {
        const kind = who === 'unit' ? 'SELF' : 'ASSESSOR';
        const before = who === 'unit' || who === 'one' || who === 'two' ? model.sheetOf(who) : undefined;
        const version = isStale ? 9 : before?.version;
        return saveSheet(call, { entryId, kind, version, items: given(step, criteria) });
      }
      case 'SUBMIT': {
        const input = from(await sheetOf(entryId, whose));
        return input && submitSheet(call, input);
      }
      case 'CONFIRM':
        return confirmSheet(call, { entryId, opinion });
      case 'CORRECT': {
        const input = from(await sheetOf(entryId, 'office', isOld));
        return input && correctSheet(call, { ...input, items: given(step, criteria) });
      }
      case 'COMPUTE': {
        const draft = await prisma.standing.findFirst({ where: { competitionId, status: 'DRAFT' } });
        return computeStanding(call, { competitionId, version: from(draft)?.version });
      }
      case 'PUBLISH': {
        const input = from(await prisma.standing.findFirst({ where: { competitionId }, ...newest }));
        return input && publishStanding(call, input);
      }
      case 'RAISE': {
        if (model.vetoes.length === 2) return undefined;
        const occurredOn = new Date('2026-04-01');
        return raiseVeto(call, { entryId, reason: 'FRAUD', occurredOn, description: '示例' });
      }
      case 'VETO':
      case 'LIFT': {
        const vetoes = await prisma.veto.findMany({ where: { entryId }, orderBy: { id: 'asc' } });
        const input = from(vetoes[at]);
        return input && (step.action === 'VETO' ? confirmVeto : liftVeto)(call, input);
      }
      case 'RECUSE':
        return declareRecusal(call, { entryId, reason: '示例' });
      case 'ASSIGN': {
        const userId = at === 0 ? ids.one : ids.two;
        return assignAssessor(call, { entryId, userId, organizationId: departmentId });
      }
      case 'UNASSIGN': {
        const userId = at === 0 ? ids.one : ids.two;
        const row = await prisma.assessorAssignment.findFirst({ where: { entryId, userId }, ...newest });
        return unassignAssessor(call, from(row)!);
      }
      case 'FREEZE':
        return prisma.competition.update({
          where: { id: competitionId },
          data: { status: 'FROZEN', frozenAt: NOON },
        });
    }
  }

  return async (of: Of, model: Model, step: Step): Promise<string> => {
    try {
      return (await work(of, model, step)) ? 'OK' : 'NONE';
    } catch (error) {
      if (error instanceof Refusal) return error.constructor.name;
      throw error;
    }
  };
}
