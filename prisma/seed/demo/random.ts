/** What a column that may be empty lacks, as in the field: three of ten. */
const ABSENT = 0.3;

/** Numbers from 0 up to 1 that look like chance and are the same everywhere: one for each name and number. */
export function draws(name: string): (n: number) => number {
  const seed = hash(name);
  return (n) => mixed(seed ^ Math.imul(n + 1, 0x9e3779b1)) / 2 ** 32;
}

/** One of the values for each number; a value that stands twice comes twice as often. */
export function pick<Value>(name: string, values: readonly Value[]): (n: number) => Value {
  const draw = draws(name);
  return (n) => values[Math.floor(draw(n) * values.length)]!;
}

/** A whole number for each number, both ends included. */
export function between(name: string, from: number, to: number): (n: number) => number {
  const draw = draws(name);
  return (n) => from + Math.floor(draw(n) * (to - from + 1));
}

/** Whether it is so, for that share of all numbers. */
export function chance(name: string, share: number): (n: number) => boolean {
  const draw = draws(name);
  return (n) => draw(n) < share;
}

/** What `make` gives, or nothing for three numbers of ten. */
export function maybe<Value>(name: string, make: (n: number) => Value): (n: number) => Value | null {
  const isAbsent = chance(`${name}, absent`, ABSENT);
  return (n) => (isAbsent(n) ? null : make(n));
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finish of MurmurHash3: numbers that are neighbors come out far apart. */
function mixed(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
