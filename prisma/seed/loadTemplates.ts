import type { Transaction } from '../../src/platform/database.ts';
import type { Merged } from './merge.ts';
import type { Data } from './shapes.ts';

/**
 * Loads the templates of scoring schemes that are missing by their codes. One that is there stays as it is:
 * competitions may rest on it.
 */
export async function loadTemplates(
  tx: Transaction,
  { scoringTemplates }: Data,
  report: (merged: Merged) => void,
): Promise<void> {
  const stored = await tx.scoringScheme.findMany({
    where: { code: { in: scoringTemplates.map(({ code }) => code) } },
    select: { code: true },
  });
  const missing = scoringTemplates.filter(({ code }) => !stored.some((each) => each.code === code));
  for (const { criteria, ...template } of missing) {
    const rows = criteria.map((criterion, n) => ({
      ...criterion,
      method: 'MANUAL' as const,
      ordinal: n + 1,
    }));
    const openedAt = new Date();
    await tx.scoringScheme.create({
      data: { ...template, status: 'ACTIVE', openedAt, criteria: { create: rows } },
    });
  }
  report({ created: missing.length, updated: 0, unchanged: stored.length });
}
