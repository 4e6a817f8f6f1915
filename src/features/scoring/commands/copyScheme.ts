import { Prisma } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { seen } from '../../../platform/writes.ts';
import type { CriterionDraft } from '../criteria.ts';
import { type Scheme, schemeOf } from '../reads.ts';
import { createScheme } from './createScheme.ts';

export interface SchemeCopy {
  /** The template or the scheme that it begins from. */
  readonly id: string;
  readonly competitionId: string;
  /** As the other one's unless given. */
  readonly name?: string | null | undefined;
}

/** Draws up a scheme from a template or from another one, such as the version before. */
export function copyScheme(
  call: Call,
  { id, competitionId, name }: SchemeCopy,
): Promise<Row<'ScoringScheme'>> {
  return inTransaction(call, async (tx) => {
    const basis = await seen(tx, 'ScoringScheme', id);
    const { criteria } = await schemeOf(tx, id);
    return createScheme(
      tx,
      {
        ...basis,
        name: name?.trim() || basis.name,
        competitionId,
        basedOnId: id,
        criteria: criteria
          .filter(({ parentId }) => parentId === null)
          .map((each) => ({
            ...drafted(each),
            parts: criteria.filter(({ parentId }) => parentId === each.id).map(drafted),
          })),
      },
      'schemeCopy',
    );
  });
}

function drafted({ params, ...criterion }: Scheme['criteria'][number]): CriterionDraft {
  const { target, tiers, pointsOff } = params ?? {};
  const read = (text: string | undefined) => (text === undefined ? null : new Prisma.Decimal(text));
  return {
    ...criterion,
    target: read(target),
    pointsOff: read(pointsOff),
    tiers: tiers?.map(({ from, points }) => ({
      from: new Prisma.Decimal(from),
      points: new Prisma.Decimal(points),
    })),
  };
}
