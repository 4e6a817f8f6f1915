import { BadInputError } from '../../platform/errors.ts';

/** A code of GB/T 2260, whether or not there is a region of it. */
export function checkRegionCode(code: string, name = 'code'): string {
  if (!/^[1-9]\d{5}$/.test(code)) {
    throw new BadInputError(`${name}: expected a GB/T 2260 code of six digits, as 370600.`);
  }
  return code;
}
