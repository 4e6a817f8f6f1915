import { InvalidError } from './refusals.ts';

/** Records that a new one refers to, by where the input names them. */
type Referred = Readonly<Record<string, { readonly isDemo: boolean } | null | undefined>>;

/**
 * Whether a record is one of the demonstration: what it refers to decides, and must agree.
 * @throws {InvalidError} where a real record would refer to one of the demonstration, or the other way round
 */
export function demonstrationOf(referred: Referred, own?: boolean | null): boolean {
  let isDemo = own ?? undefined;
  for (const [field, record] of Object.entries(referred)) {
    if (!record) continue;
    isDemo ??= record.isDemo;
    if (record.isDemo !== isDemo) {
      throw new InvalidError(
        'Records of the demonstration and real ones do not refer to each other.',
        '演示数据与真实数据不能互相引用。',
        [field],
      );
    }
  }
  return isDemo ?? false;
}
