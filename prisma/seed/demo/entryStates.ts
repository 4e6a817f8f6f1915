import type { EntryStatus } from '../../../src/generated/prisma/client.ts';

// In which states the entries of a competition are, one after the other: all that compete, some of each, those of one
// that takes applications, and those of one that is over.
export const ACTIVE: readonly EntryStatus[] = ['ACTIVE'];
export const MIXED: readonly EntryStatus[] = [
  ...(['ACTIVE', 'ACTIVE', 'SUBMITTED', 'ACTIVE', 'RECOMMENDED', 'ACTIVE', 'RETURNED', 'ACTIVE'] as const),
  ...(['DRAFT', 'ACTIVE', 'REJECTED', 'APPROVED', 'ACTIVE', 'WITHDRAWN', 'ACTIVE', 'VETOED'] as const),
];
export const ASKING: readonly EntryStatus[] = [
  'SUBMITTED',
  'DRAFT',
  'RECOMMENDED',
  'SUBMITTED',
  'RETURNED',
  'WITHDRAWN',
];
export const OVER: readonly EntryStatus[] = [
  ...(['CONCLUDED', 'CONCLUDED', 'CONCLUDED', 'CONCLUDED', 'CONCLUDED', 'CONCLUDED'] as const),
  ...(['VETOED', 'CONCLUDED', 'WITHDRAWN', 'CONCLUDED', 'CONCLUDED', 'REJECTED'] as const),
];
