import { mean } from './oracle.ts';
import type { Step, Who } from './steps.ts';

/** Whose sheets there are: what the unit, or an assessor gave, and what the office confirmed. */
export type Owner = 'unit' | 'one' | 'two' | 'office';

export interface Sheet {
  readonly owner: Owner;
  readonly revision: number;
  status: 'DRAFT' | 'SUBMITTED' | 'CONFIRMED' | 'PUBLISHED' | 'SUPERSEDED';
  version: number;
  isPublished: boolean;
  a: bigint | null;
  d: bigint | null;
}

/** The most that is given for what is scored, in hundredths. */
const MOST = 10_000n;
export const OFFICE: readonly Who[] = ['office', 'colleague'];
const ASSESSORS: readonly Who[] = ['one', 'two', 'three'];

export function totalOf({ a, d }: Pick<Sheet, 'a' | 'd'>): bigint {
  const sum = (a ?? 0n) + (d ?? 0n);
  return sum < 0n ? 0n : sum;
}

/** What is given to an entry by whom, as it must be; written once more, without the program's rules. */
export class SheetModel {
  readonly sheets: Sheet[] = [];
  readonly assignments: { who: 'one' | 'two'; version: number; isEnded: boolean }[] = [
    { who: 'one', version: 1, isEnded: false },
    { who: 'two', version: 1, isEnded: false },
  ];
  readonly recused = new Set<Who>();
  isFrozen = false;
  isLocked = false;
  /** What was done so far, as it must be written down. */
  readonly steps: string[] = [];

  sheetOf(owner: Owner): Sheet | undefined {
    return this.sheets.findLast((sheet) => sheet.owner === owner);
  }

  isAssigned(who: Who): boolean {
    return this.assignments.some((each) => each.who === who && !each.isEnded);
  }

  private scorer(who: Who): string | undefined {
    if (who !== 'unit' && !this.isAssigned(who)) return 'ForbiddenError';
    if (this.recused.has(who)) return 'RecusedError';
    return this.isFrozen ? 'ScoringClosedError' : undefined;
  }

  SAVE({ who, isStale, a, d }: Step): string {
    const refused = this.scorer(who);
    if (refused) return refused;
    const sheet = this.sheetOf(who as Owner);
    if (isStale) return sheet ? 'VersionConflictError' : 'NotFoundError';
    if (sheet && sheet.status !== 'DRAFT') return 'StateError';
    if (a !== null && a > MOST) return 'InvalidError';
    if (!this.isLocked) this.steps.push('ScoringScheme LOCK ACTIVE LOCKED');
    this.isLocked = true;
    if (sheet) {
      Object.assign(sheet, { a, d, version: sheet.version + 1 });
      this.steps.push('ScoreSheet SAVE DRAFT DRAFT');
    } else {
      const made = { status: 'DRAFT', revision: 1, version: 1, isPublished: false } as const;
      this.sheets.push({ owner: who as Owner, a, d, ...made });
      this.steps.push('ScoreSheet START  DRAFT');
    }
    return 'OK';
  }

  SUBMIT({ who, whose, isStale }: Step): string {
    const sheet = this.sheetOf(whose);
    if (!sheet) return 'NONE';
    if (who !== whose) return OFFICE.includes(who) ? 'ForbiddenError' : 'NotFoundError';
    const refused = this.scorer(who);
    if (refused) return refused;
    if (isStale) return 'VersionConflictError';
    if (sheet.status !== 'DRAFT') return 'StateError';
    if (sheet.a === null) return 'IncompleteError';
    Object.assign(sheet, { status: 'SUBMITTED', version: sheet.version + 1 });
    this.steps.push('ScoreSheet SUBMIT DRAFT SUBMITTED');
    return 'OK';
  }

  CONFIRM({ who }: Step): string {
    if (!OFFICE.includes(who)) return 'ForbiddenError';
    if (this.sheetOf('office')) return 'StateError';
    const given = (['one', 'two'] as const)
      .filter((each) => this.isAssigned(each) && !this.recused.has(each))
      .map((each) => this.sheetOf(each));
    const isLate = given.some((sheet) => sheet?.status !== 'SUBMITTED');
    if (isLate || given.length === 0) return 'IncompleteError';
    const [a, d] = (['a', 'd'] as const).map((at) =>
      mean(
        'MEAN',
        given.map((sheet) => sheet![at] ?? 0n),
      ),
    );
    this.confirmed(a!, d!, 1);
    return 'OK';
  }

  private confirmed(a: bigint, d: bigint, revision: number): void {
    const made = { status: 'CONFIRMED', version: 1, isPublished: false } as const;
    this.sheets.push({ owner: 'office', a, d, revision, ...made });
    this.steps.push('ScoreSheet CONFIRM  CONFIRMED');
  }

  CORRECT({ who, isOld, isStale, opinion, a, d }: Step): string {
    const all = this.sheets.filter(({ owner }) => owner === 'office');
    const sheet = isOld ? all[0] : all.at(-1);
    if (!sheet) return 'NONE';
    if (!OFFICE.includes(who)) {
      const isSeen = sheet.isPublished && (who === 'unit' || !this.isFrozen);
      return isSeen ? 'ForbiddenError' : 'NotFoundError';
    }
    if (isStale) return 'VersionConflictError';
    if (sheet.status === 'SUPERSEDED') return 'StateError';
    if (!opinion) return 'OpinionRequiredError';
    if ((a === null && d === null) || (a !== null && a > MOST)) return 'InvalidError';
    this.steps.push(`ScoreSheet CORRECT ${sheet.status} SUPERSEDED`);
    Object.assign(sheet, { status: 'SUPERSEDED', version: sheet.version + 1 });
    this.confirmed(a ?? sheet.a!, d ?? sheet.d!, sheet.revision + 1);
    return 'OK';
  }

  RECUSE({ who }: Step): string {
    if (!ASSESSORS.includes(who)) return 'ForbiddenError';
    if (this.recused.has(who)) return 'AlreadyDeclaredError';
    this.recused.add(who);
    this.steps.push('Recusal DECLARE  DECLARED');
    return 'OK';
  }

  ASSIGN({ who, at }: Step): string {
    const assessor = at === 0 ? 'one' : 'two';
    if (!OFFICE.includes(who)) return 'ForbiddenError';
    if (this.recused.has(assessor)) return 'RecusedError';
    if (this.isAssigned(assessor)) return 'AlreadyDeclaredError';
    this.assignments.push({ who: assessor, version: 1, isEnded: false });
    this.steps.push('AssessorAssignment ASSIGN  ASSIGNED');
    return 'OK';
  }

  UNASSIGN({ who, at, isStale }: Step): string {
    const assessor = at === 0 ? 'one' : 'two';
    const assignment = this.assignments.findLast((each) => each.who === assessor)!;
    if (!OFFICE.includes(who)) return who === assessor ? 'ForbiddenError' : 'NotFoundError';
    if (isStale) return 'VersionConflictError';
    if (assignment.isEnded) return 'StateError';
    Object.assign(assignment, { isEnded: true, version: assignment.version + 1 });
    this.steps.push('AssessorAssignment UNASSIGN ASSIGNED ENDED');
    return 'OK';
  }

  FREEZE(): string {
    this.isFrozen = true;
    return 'OK';
  }
}
