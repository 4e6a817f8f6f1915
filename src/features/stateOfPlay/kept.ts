import { Prisma } from '../../generated/prisma/client.ts';
import type {
  EntryTally,
  Mover,
  StateOfPlay,
  Subject,
  SummaryTally,
  TotalTally,
  VetoInForce,
} from './tallies.ts';

/** The parts of a state of play as JSON holds them: sums as decimal texts, days and instants in ISO 8601. */
interface Kept {
  readonly entries: readonly EntryTally[];
  readonly summaries: readonly SummaryTally[];
  readonly totals: readonly (Omit<TotalTally, 'sum'> & { readonly sum: string })[];
  readonly movers: readonly Mover[];
  readonly vetoes: readonly (Omit<VetoInForce, 'occurredOn' | 'confirmedAt'> & {
    readonly occurredOn: string;
    readonly confirmedAt: string;
  })[];
}

/** A state of play, whole, as it is kept. */
export async function keptOf(state: StateOfPlay): Promise<Prisma.InputJsonObject> {
  // One after the other: inside of a command there is one connection.
  const entries = await state.entries();
  const summaries = await state.summaries();
  const totals = await state.totals();
  const movers = await state.movers();
  const vetoes = await state.vetoes();
  const kept: Kept = {
    entries,
    summaries,
    totals: totals.map(({ sum, ...rest }) => ({ ...rest, sum: sum.toFixed() })),
    movers,
    vetoes: vetoes.map(({ occurredOn, confirmedAt, ...rest }) => ({
      ...rest,
      occurredOn: occurredOn.toISOString(),
      confirmedAt: confirmedAt.toISOString(),
    })),
  };
  return kept as unknown as Prisma.InputJsonObject;
}

/** The state of play that was kept. */
export function stateKept(figures: unknown, subject: Subject, asOf: Date): StateOfPlay {
  const { entries, summaries, totals, movers, vetoes } = figures as Kept;
  return {
    ...subject,
    asOf,
    entries: async () => entries,
    summaries: async () => summaries,
    totals: async () => totals.map(({ sum, ...rest }) => ({ ...rest, sum: new Prisma.Decimal(sum) })),
    movers: async () => movers,
    vetoes: async () =>
      vetoes.map(({ occurredOn, confirmedAt, ...rest }) => ({
        ...rest,
        occurredOn: new Date(occurredOn),
        confirmedAt: new Date(confirmedAt),
      })),
  };
}
