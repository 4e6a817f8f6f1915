/**
 * How many random sequences of commands a test of a workflow tries: as many as fit into the whole suite, or as many
 * as `SEQUENCES` says, for a long look.
 */
export function sequences(usual: number): number {
  return Number(process.env.SEQUENCES) || usual;
}
