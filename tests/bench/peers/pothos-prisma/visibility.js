/** What everybody may see, as the conditions of src/features do it. */
export const competitionVisible = { publishedAt: { not: null } };

export const entryApproved = { status: { in: ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'] } };

export function isApproved({ status }) {
  return entryApproved.status.in.includes(status);
}

export const titleVisible = {
  status: { in: ['NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED'] },
};

export const resultVisible = {
  status: { in: ['RECOGNIZED', 'PROMOTED'] },
  isConfidential: false,
};

export const standingVisible = { publishedAt: { not: null }, competition: competitionVisible };

/** Lists of awards leave out revoked ones. */
export const grantListed = { status: 'EFFECTIVE' };
