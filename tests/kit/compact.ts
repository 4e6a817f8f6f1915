/** Columns that the README is read in. */
const WIDEST = 118;

/** JSON with what fits into a line on one line. */
export function compact(value: unknown, indent = '', key = ''): string {
  const line = `${key}${spaced(value)}`;
  if (indent.length + line.length <= WIDEST || typeof value !== 'object' || value === null)
    return `${indent}${line}`;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((each) => compact(each, inner))
    : Object.entries(value).map(([name, each]) => compact(each, inner, `${JSON.stringify(name)}: `));
  return `${indent}${key}${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${spaced(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
