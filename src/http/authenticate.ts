import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actorOfKey, actorOfUser } from '../features/access/reads.ts';
import { type Actor, PUBLIC } from '../platform/actor.ts';
import type { Call } from '../platform/call.ts';
import { isLoopback } from '../platform/config.ts';
import { DomainError, UnauthenticatedError } from '../platform/errors.ts';
import type { Logger } from '../platform/log.ts';
import { refuse } from './answer.ts';
import type { Rates } from './rates.ts';
import { type SignIn, verifier } from './token.ts';

type Where = Pick<Call, 'db' | 'now'>;

/** A token that stands for an actor without a sign-in service. */
export interface Account {
  readonly name: string;
  readonly token: string;
  readonly actor: (where: Where) => Promise<Actor>;
}

export interface Authentication {
  readonly signIn?: SignIn | undefined;
  /** For this machine alone, whatever address the server listens on. */
  readonly accounts?: readonly Account[];
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, UNAVAILABLE: 503, TIMEOUT: 503 };
const LONGEST_TOKEN = 10_000;
const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** Finds out who is asking before anything else is done for them; whoever says nothing is the public. */
export function authenticated(
  { signIn, accounts = [] }: Authentication,
  { log, ...where }: Where & { log: Logger },
  rates: Rates,
  next: (request: IncomingMessage, response: ServerResponse, body: Buffer, actor: Actor) => unknown,
) {
  const subjectOf = signIn && verifier(signIn);
  const byToken = new Map(accounts.map((account) => [hash(account.token), account]));

  return async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const { authorization } = request.headers;
    let actor = PUBLIC;
    if (authorization !== undefined) {
      const address = request.socket.remoteAddress ?? '';
      const pause = await rates.signInAfter(address);
      if (pause > 0) return tooMany(response, pause, 'tries to sign in that failed');
      try {
        actor = await actorOf(authorization, request);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error instanceof UnauthenticatedError) rates.failSignIn(address);
        return refused(request, response, error);
      }
      const wait = await rates.ask(actor);
      if (wait > 0) return tooMany(response, wait, 'requests, or nodes that they could return');
    }
    await next(request, response, body, actor);
  };

  async function actorOf(authorization: string, { socket }: IncomingMessage): Promise<Actor> {
    const [, token] = (authorization.length <= LONGEST_TOKEN && BEARER.exec(authorization)) || [];
    if (!token)
      throw new UnauthenticatedError('The header authorization must be: Bearer, and a token or a key.');
    if (token.startsWith('jg_')) return actorOfKey(where, token);
    const account = byToken.get(hash(token));
    if (account && isLoopback(socket.localAddress?.replace(/^::ffff:/, '') ?? ''))
      return account.actor(where);
    if (!subjectOf) throw new UnauthenticatedError('The token is not known.');
    return actorOfUser(where, await subjectOf(token, where.now()));
  }

  function refused(request: IncomingMessage, response: ServerResponse, error: DomainError): void {
    const requestId = request.headers['x-request-id'];
    if (error.cause) log.error({ requestId, err: error.cause }, 'nobody could be authenticated');
    const status = STATUS[error.code] ?? 500;
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    refuse(response, status, error.code, error.message);
  }
}

function tooMany(response: ServerResponse, seconds: number, what: string): void {
  response.setHeader('retry-after', seconds);
  const message = `These were too many ${what}, within a minute. Try again in ${seconds} s.`;
  refuse(response, 429, 'RATE_LIMITED', message);
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
