import type { NewRow } from './insert.ts';

type Decision = NewRow<'Decision'>;

/** A document number whose first words say that it is an example. */
export function docNo(words: string, day: string, n: number): string {
  return `示例${words}〔${day.slice(0, 4)}〕${n}号`;
}

/** A demonstration decision, without what is not mentioned. */
export function decision(
  row: Pick<Decision, 'id' | 'title' | 'kind' | 'issuedOn' | 'regionId'> & Partial<Decision>,
): Decision {
  return {
    docNo: null,
    nature: null,
    text: null,
    issuerId: null,
    committeeId: null,
    replacesId: null,
    isDemo: true,
    ...row,
  };
}
