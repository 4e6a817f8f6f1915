import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(createRequire(import.meta.url).resolve('#package.json'));

/** A path inside the project, the same from the sources and from the bundle. */
export function inProject(...parts: string[]): string {
  return join(root, ...parts);
}
