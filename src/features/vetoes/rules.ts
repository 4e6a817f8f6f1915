import type { EntryStatus, VetoReason, VetoStatus } from '../../generated/prisma/client.ts';
import type { Workflow } from '../../platform/workflow.ts';

export type VetoAction = 'RAISE' | 'CONFIRM' | 'LIFT';

export const VETO: Workflow<VetoStatus, VetoAction> = {
  RAISE: { description: 'Raise it, to be looked into (提出)', from: [], to: 'ALLEGED' },
  CONFIRM: { description: 'Confirm it (确认)', from: ['ALLEGED'], to: 'CONFIRMED' },
  LIFT: { description: 'Lift it (解除)', from: ['ALLEGED', 'CONFIRMED'], to: 'LIFTED', needsOpinion: true },
};

/** What a veto does to its entry: no entry becomes vetoed, or stops to be, in any other way. */
export const ENTRY_VETO: Workflow<EntryStatus, 'VETO' | 'LIFT_VETO'> = {
  VETO: {
    description: 'Disqualify it by a confirmed veto (一票否决)',
    from: ['APPROVED', 'ACTIVE'],
    to: 'VETOED',
    isAutomatic: true,
  },
  LIFT_VETO: {
    description: 'Let it compete again, as its last veto is lifted (解除否决)',
    from: ['VETOED'],
    to: ['APPROVED', 'ACTIVE'],
    isAutomatic: true,
  },
};

/** Entries against which a veto can come into force: those that compete, or that another one holds against already. */
export const VETOABLE: readonly EntryStatus[] = [...ENTRY_VETO.VETO.from, 'VETOED'];

/** For so many years from the incident nobody is nominated. */
const YEARS: Partial<Record<VetoReason, number>> = {
  SAFETY_ACCIDENT: 3,
  OCCUPATIONAL_HAZARD: 3,
  MASS_INCIDENT: 3,
};

/**
 * The last day on which nobody is nominated on account of it, unless another one is set: three years from the
 * incident for accidents, serious hazards and mass incidents, and the end of its year for what can be made good.
 * @param today in the office's time, as a day
 */
export function usualBlock(reason: VetoReason, occurredOn: Date, today: Date): Date {
  const years = YEARS[reason];
  if (years === undefined) {
    // What happened before is still owed this year.
    const year = Math.max(occurredOn.getUTCFullYear(), today.getUTCFullYear());
    return new Date(Date.UTC(year, 11, 31));
  }
  const [year, month, day] = [
    occurredOn.getUTCFullYear() + years,
    occurredOn.getUTCMonth(),
    occurredOn.getUTCDate(),
  ];
  // The 29th of February comes back only in leap years.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last)));
}

const SHANGHAI = 8 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/** The day that it is in Shanghai. */
export function dayOf(instant: Date): Date {
  return new Date(Math.floor((instant.getTime() + SHANGHAI) / DAY) * DAY);
}
