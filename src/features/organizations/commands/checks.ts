import type { OrganizationType } from '../../../generated/prisma/client.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { LABEL, LONG_TEXT } from '../../../platform/texts.ts';
import { INDUSTRY, isUnion } from '../rules.ts';

/** What may be said of an organization besides its name. */
export const TEXTS = { nameEn: LABEL, shortName: LABEL, note: LONG_TEXT };

/** @throws {InvalidError} where it is no section of GB/T 4754 */
export function checkIndustry(code: string | null | undefined): void {
  if (code == null || INDUSTRY.test(code)) return;
  throw new InvalidError(
    'Expected a section of GB/T 4754: one letter from A to T.',
    '行业门类应为 GB/T 4754 的一个字母(A 至 T)。',
    ['industryCode'],
  );
}

/** @throws {InvalidError} where what has an employer is no union, or the employer is one itself */
export function checkEmployer(
  organization: { readonly type: OrganizationType },
  employer: { readonly type: OrganizationType } | null,
): void {
  if (!employer || (isUnion(organization) && !isUnion(employer))) return;
  throw new InvalidError(
    'Only a union has an employer, and that is no union itself.',
    '只有工会才填写所在单位,且所在单位不能是工会。',
    ['employer'],
  );
}
