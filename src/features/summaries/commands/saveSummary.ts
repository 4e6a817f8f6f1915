import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { act, edit } from '../../../platform/writes.ts';
import { checkedEnclosures, enclose } from '../../entries/commands/enclose.ts';
import { textKept } from '../rules.ts';
import { ready, type Selected, stepOf } from './ready.ts';
import { checkedFigures, type GivenFigure, setFigures } from './setFigures.ts';

const TEXTS = ['text', 'problems', 'nextSteps'] as const;
type Texts = { readonly [Name in (typeof TEXTS)[number]]?: string | null | undefined };

/** What is not given stays as it is. */
export interface Written extends Omit<Selected, 'opinion'>, Texts {
  /** All of them: what is not among them is taken out. */
  readonly figures?: readonly GivenFigure[] | undefined;
  /** All of them: what is not among them is no longer enclosed. */
  readonly enclosureIds?: readonly string[] | undefined;
}

/** Writes a summary, or a part of it; one that was returned stays returned until it is handed in again. */
export function saveSummary(call: Call, input: Written): Promise<Row<'StageSummary'>> {
  const { figures, enclosureIds } = input;
  return inTransaction(call, async (tx) => {
    const { before, as } = await ready(tx, 'SAVE', input);
    const data = textsOf(input);
    if (figures) await checkedFigures(tx, before, figures);
    const holder = { summaryId: before.id };
    const enclosing = await checkedEnclosures(tx, enclosureIds, holder);

    // First: whoever saves at the same time waits here, and is told of the other version.
    const after =
      before.status === 'DUE'
        ? await act(tx, { ...stepOf(before, 'SAVE'), as, data, to: 'DRAFT' })
        : await edit(tx, { type: 'StageSummary', before, action: 'summarySave', as, data });
    if (figures) await setFigures(tx, after, figures, as);
    await enclose(tx, enclosing, holder, { action: 'summarySave', as });
    return after;
  });
}

function textsOf(given: Texts): Texts {
  return Object.fromEntries(
    TEXTS.flatMap((name) => {
      const text = given[name];
      return text === undefined ? [] : [[name, textKept(text, name)]];
    }),
  );
}
