/** Random choices, the same for the same seed. */
export class Chance {
  constructor(private state: number) {}

  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }

  isLucky(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.upTo(list.length - 1)]!;
  }

  /** As many different ones, if there are as many, in any order. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(this.upTo(left.length - 1), 1)[0]!,
    );
  }

  /** From 0 to less than 1: the generator that is called mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}
