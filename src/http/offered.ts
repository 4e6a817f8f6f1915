import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../platform/config.ts';
import type { Account } from './authenticate.ts';

/**
 * What stands in GraphiQL's headers tab, which may have comments: a line for each account, to be taken out of its
 * comment. Nothing for pages of other sites that made their name lead here.
 */
export function offeredTo({ headers: { host = '' } }: IncomingMessage, accounts: readonly Account[]): string {
  if (accounts.length === 0 || !isLoopback(new URL(`http://${host}`).hostname)) return '';
  const lines = accounts.map(({ name, token }) => `  // "authorization": "Bearer ${token}" // ${name}`);
  return ['{', '  // Take away the slashes before one of these to ask as somebody.', ...lines, '}'].join(
    '\n',
  );
}
