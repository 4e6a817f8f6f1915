/** What everybody may see, as the conditions of src/features do it. */
export const competitionVisible = { status: { not: 'DRAFT' } };

export const entryApproved = { status: { in: ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'] } };

export const titleVisible = {
  status: { in: ['NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED'] },
};

export const resultVisible = {
  status: { in: ['RECOGNIZED', 'PROMOTED'] },
  isConfidential: false,
};

/** Lists of awards leave out revoked ones. */
export const grantListed = { status: 'EFFECTIVE' };
