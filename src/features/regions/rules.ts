import { BadInputError } from '../../platform/errors.ts';
import { Refusal } from '../../platform/refusals.ts';

/** A code of GB/T 2260, whether or not there is a region of it. */
export function checkRegionCode(code: string, name = 'code'): string {
  if (!/^[1-9]\d{5}$/.test(code)) {
    throw new BadInputError(`${name}: expected a GB/T 2260 code of six digits, as 370600.`);
  }
  return code;
}

/** The region is one of the past: records of today lie in those that took its place. */
export class RegionEndedError extends Refusal {
  readonly code = 'REGION_ENDED';

  constructor(
    readonly endedOn: Date,
    readonly successors: readonly { readonly id: string; readonly name: string }[],
    path: readonly string[] = ['region'],
  ) {
    const day = endedOn.toISOString().slice(0, 10);
    const names = successors.map(({ name }) => name).join(', ');
    super(
      `This region is no longer valid since ${day}. ${names && `Its successors: ${names}.`}`.trim(),
      path,
    );
  }

  get messageZh(): string {
    const names = this.successors.map(({ name }) => name).join('、');
    return `该行政区划自 ${this.endedOn.toISOString().slice(0, 10)} 起不再有效。${names && `现为:${names}。`}`;
  }
}
