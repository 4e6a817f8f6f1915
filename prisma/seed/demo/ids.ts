import { hash } from './random.ts';

const START = Date.UTC(2026, 0, 1);
/** "demo" as ASCII: so all of them end. */
export const OURS = '64656d6f';
/** Ids of neighbors are near each other for the sake of indexes, but never in the order of their numbers. */
const BLOCK = 1024;
const STRIDE = 389;

/**
 * The ids of one family of demonstration records by their numbers: UUIDs of version 7, the same in every
 * database. Each ends in `OURS`.
 */
export function ids(family: string): (n?: number) => string {
  const kind = hex(hash(`${family}, first`), 8);
  const rest = `7${kind.slice(0, 3)}-8${kind.slice(3, 6)}-${hex(hash(`${family}, last`), 8).slice(0, 4)}${OURS}`;
  return (n = 0) => {
    const within = n % BLOCK;
    const time = hex(START + n - within + ((within * STRIDE) % BLOCK), 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-${rest}`;
  };
}

export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
