/** The global id of our schema, as src/graphql/ids.ts makes it. */
export function globalId(model: string, id: unknown): string {
  return Buffer.from(`${model}:${id}`).toString('base64');
}

/** A cursor of our schema, as src/platform/keyset.ts makes it. */
export function cursor(field: string, direction: 'asc' | 'desc', value: unknown, id: unknown): string {
  return Buffer.from(JSON.stringify([field, direction, value, id])).toString('base64url');
}
