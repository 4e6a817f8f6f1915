import { text } from './oracle.ts';
import { OFFICE, type Sheet, SheetModel, totalOf } from './sheetModel.ts';
import type { Step, Who } from './steps.ts';

interface Veto {
  readonly raiser: Who;
  status: 'ALLEGED' | 'CONFIRMED' | 'LIFTED';
  version: number;
  wasConfirmed: boolean;
}
interface Standing {
  readonly revision: number;
  status: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';
  version: number;
  rows: string[];
  /** The sheet that it rests on. */
  sheet: Sheet | undefined;
}

/** What a rival has reached already, in hundredths. */
export const RIVAL = 7000n;

/** An entry with its scores, its vetoes and its standings, as it must be. */
export class Model extends SheetModel {
  readonly vetoes: Veto[] = [];
  readonly standings: Standing[] = [];
  readonly entry = { status: 'ACTIVE', version: 1 };
  isRivalPublished = false;

  /** What must come of the step: OK, or the name of a refusal; the model becomes what is then. */
  expected(step: Step): string {
    return this[step.action](step);
  }

  /** Where the entry and its rival stand now. */
  private rows(): string[] {
    const sheet = this.sheetOf('office');
    const total = sheet ? totalOf(sheet) : null;
    const isVetoed = this.vetoes.some(({ status }) => status === 'CONFIRMED');
    const reason = isVetoed ? 'VETOED' : total === null ? 'MISSING_SCORE' : null;
    const rank = total !== null && total >= RIVAL ? 1 : 2;
    const rivals = reason === null && total! > RIVAL ? 2 : 1;
    return [`entry ${reason ?? rank} ${total === null ? '' : text(total)}`, `rival ${rivals} ${text(RIVAL)}`];
  }

  COMPUTE({ who, isStale }: Step): string {
    if (!OFFICE.includes(who)) return 'ForbiddenError';
    const last = this.standings.at(-1);
    const now = { rows: this.rows(), sheet: this.sheetOf('office') };
    if (last?.status === 'DRAFT') {
      if (isStale) return 'VersionConflictError';
      Object.assign(last, now, { version: last.version + 1 });
      this.steps.push('Standing COMPUTE DRAFT DRAFT');
    } else {
      this.standings.push({ ...now, status: 'DRAFT', version: 1, revision: this.standings.length + 1 });
      this.steps.push('Standing START  DRAFT');
    }
    return 'OK';
  }

  PUBLISH({ who, isStale }: Step): string {
    const standing = this.standings.at(-1);
    if (!standing) return 'NONE';
    if (!OFFICE.includes(who)) return standing.status === 'DRAFT' ? 'NotFoundError' : 'ForbiddenError';
    if (isStale) return 'VersionConflictError';
    if (standing.status !== 'DRAFT') return 'StateError';
    const sheet = this.sheetOf('office');
    if (standing.sheet !== sheet || String(standing.rows) !== String(this.rows())) {
      return 'StandingOutdatedError';
    }
    const before = this.standings.at(-2);
    if (before) {
      Object.assign(before, { status: 'SUPERSEDED', version: before.version + 1 });
      this.steps.push('Standing SUPERSEDE PUBLISHED SUPERSEDED');
    }
    if (!this.isRivalPublished) this.steps.push('ScoreSheet PUBLISH CONFIRMED PUBLISHED');
    this.isRivalPublished = true;
    if (sheet?.status === 'CONFIRMED') {
      Object.assign(sheet, { status: 'PUBLISHED', version: sheet.version + 1, isPublished: true });
      this.steps.push('ScoreSheet PUBLISH CONFIRMED PUBLISHED');
    }
    Object.assign(standing, { status: 'PUBLISHED', version: standing.version + 1 });
    this.steps.push('Standing PUBLISH DRAFT PUBLISHED');
    return 'OK';
  }

  RAISE({ who }: Step): string {
    if (this.vetoes.length === 2) return 'NONE';
    if (!OFFICE.includes(who)) return 'ForbiddenError';
    this.vetoes.push({ raiser: who, status: 'ALLEGED', version: 1, wasConfirmed: false });
    this.steps.push('Veto RAISE  ALLEGED');
    return 'OK';
  }

  /** The refusal of whoever does not decide about a veto. */
  private decider(who: Who, { wasConfirmed }: Veto): string | undefined {
    if (OFFICE.includes(who)) return undefined;
    return who === 'unit' && wasConfirmed ? 'ForbiddenError' : 'NotFoundError';
  }

  VETO({ who, at, isStale }: Step): string {
    const veto = this.vetoes[at];
    if (!veto) return 'NONE';
    const refused = this.decider(who, veto);
    if (refused) return refused;
    if (who === veto.raiser) return 'ConflictOfInterestError';
    if (isStale) return 'VersionConflictError';
    if (veto.status !== 'ALLEGED') return 'StateError';
    Object.assign(veto, { status: 'CONFIRMED', version: veto.version + 1, wasConfirmed: true });
    this.steps.push('Veto CONFIRM ALLEGED CONFIRMED');
    this.becomes('VETOED', 'VETO');
    return 'OK';
  }

  LIFT({ who, at, isStale, opinion }: Step): string {
    const veto = this.vetoes[at];
    if (!veto) return 'NONE';
    const refused = this.decider(who, veto);
    if (refused) return refused;
    if (isStale) return 'VersionConflictError';
    if (veto.status === 'LIFTED') return 'StateError';
    if (!opinion) return 'OpinionRequiredError';
    this.steps.push(`Veto LIFT ${veto.status} LIFTED`);
    Object.assign(veto, { status: 'LIFTED', version: veto.version + 1 });
    if (!this.vetoes.some(({ status }) => status === 'CONFIRMED')) this.becomes('ACTIVE', 'LIFT_VETO');
    return 'OK';
  }

  private becomes(status: string, action: string): void {
    if (this.entry.status === status) return;
    this.steps.push(`Entry ${action} ${this.entry.status} ${status}`);
    Object.assign(this.entry, { status, version: this.entry.version + 1 });
  }
}
