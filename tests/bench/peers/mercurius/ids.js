export const globalId = (type, id) => Buffer.from(`${type}:${id}`).toString('base64');

/** [type, id] of a global id. */
export const fromGlobalId = (text) => Buffer.from(text, 'base64').toString().split(':');

export const encodeCursor = (field, direction, value, id) =>
  Buffer.from(JSON.stringify([field, direction, value, id])).toString('base64url');

/** [value, id] of a cursor. */
export const fromCursor = (text) => JSON.parse(Buffer.from(text, 'base64url').toString()).slice(2);

const LARGEST_PAGE = 100;

/** The size of a page, which stands in a statement as a literal: plans are better so. */
export function sizeOf(first) {
  const size = first ?? 20;
  if (!Number.isInteger(size) || size < 0 || size > LARGEST_PAGE) throw new Error('first: 0 to 100');
  return size;
}
