/** Rows as a table of text, with its first column to the left and numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A number with as many digits as tell something. */
export function short(value: number | null): string {
  if (value === null) return '?';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What is going on, beside what is printed. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
