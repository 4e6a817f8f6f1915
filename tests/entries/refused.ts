/** The errors that mutations on entries answer with, whole. */
export const invalid = (...path: string[]) => ({ error: 'InvalidError', code: 'INVALID', path });
export const forbidden = (path: string[], ...needs: string[]) => ({
  error: 'ForbiddenError',
  code: 'FORBIDDEN',
  path,
  needs: ['ADMIN', ...needs],
});
export const notFound = (type: string, ...path: string[]) => ({
  error: 'NotFoundError',
  code: 'NOT_FOUND',
  path,
  type,
});
export const state = (from: string, action: string, possible: string[], path = ['id']) => ({
  error: 'StateError',
  code: 'INVALID_STATE',
  path,
  from,
  action,
  possible,
});
