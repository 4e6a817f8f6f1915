import { deepStrictEqual } from 'node:assert';

/**
 * Sends every query to a second server as well, which executes everything, and fails unless both give
 * the same answer to the byte.
 */
export function comparing(executing: string): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    // What changes something must happen once.
    if (/\bmutation\b/.test(String(init?.body))) return response;
    const { pathname, search } = new URL(String(input));
    const executed = await fetch(executing + pathname + search, init);
    deepStrictEqual(await seen(response.clone()), await seen(executed));
    return response;
  };
}

async function seen(response: Response) {
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  for (const name of ['date', 'x-request-id']) delete headers[name];
  return { status: response.status, headers, text };
}
