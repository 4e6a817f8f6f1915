import type { Call } from '../../platform/call.ts';
import { type Decimal, type Scored, totalOf, weighted } from '../scoring/arithmetic.ts';
import { ranked } from './ranks.ts';
import { tieOf } from './reads.ts';

/** Where what is stored is not what its sheets give. */
export interface Difference {
  readonly entryId: string;
  readonly field: string;
  readonly stored: string | null;
  readonly computed: string | null;
}

/**
 * For each standing, what comes out differently where it is computed once more from the very points it rests on:
 * totals of sheets by their schemes, weights, ranks and distances.
 */
export async function differencesOf(ids: readonly string[], { db }: Call): Promise<Difference[][]> {
  const standings = await db.prisma.standing.findMany({
    where: { id: { in: [...ids] } },
    include: {
      scheme: true,
      rows: {
        orderBy: { ordinal: 'asc' },
        include: {
          parts: {
            orderBy: { ordinal: 'asc' },
            include: {
              sheet: {
                include: { items: { include: { criterion: true } }, scheme: { include: { criteria: true } } },
              },
            },
          },
        },
      },
    },
  });
  return ids.map((id) => {
    const { rows, scheme } = standings.find((each) => each.id === id)!;
    const found: Difference[] = [];
    const compare = (entryId: string, field: string, stored: unknown, computed: unknown) => {
      if (text(stored) !== text(computed))
        found.push({ entryId, field, stored: text(stored), computed: text(computed) });
    };
    const candidates = rows.map((row) => {
      const parts = row.parts.map(({ sheet, weight }) => {
        const points = new Map(sheet.items.map((item) => [item.criterionId, item.points]));
        const criteria = sheet.scheme.criteria as unknown as Scored[];
        const { total } = totalOf(criteria, sheet.scheme.bonusCap, points);
        compare(row.entryId, 'sheet.total', sheet.total, total);
        return { total, weight };
      });
      return {
        entryId: row.entryId,
        total: parts.length > 0 ? weighted(parts) : null,
        isVetoed: row.unrankedReason === 'VETOED',
        tie: parts.length > 0 ? tieOf(scheme.tieRules, row.parts) : [],
        appliedAt: row.appliedAt,
      };
    });
    const computed = new Map(ranked(candidates).map((row) => [row.entryId, row]));
    for (const row of rows) {
      const again = computed.get(row.entryId)!;
      for (const field of ['ordinal', 'rank', 'unrankedReason', 'total', 'toNext', 'isTied'] as const) {
        compare(row.entryId, field, row[field], again[field]);
      }
    }
    return found;
  });
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? (value as Decimal).toFixed(2) : String(value);
}
