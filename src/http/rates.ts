import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../platform/actor.ts';

/** What one caller may do in a minute, of one server: requests and nodes of who has signed in, failed tries to sign in of an address. */
export const RATES = { requests: 600, nodes: 60_000, failedSignIns: 60 } as const;
const MINUTE = 60;

/** Counts what callers do, and says how long they must wait. Who has not signed in is counted by nobody here. */
export class Rates {
  private readonly requests: RateLimiterMemory;
  private readonly nodes: RateLimiterMemory;
  private readonly failedSignIns: RateLimiterMemory;

  constructor(private readonly most: Readonly<Record<keyof typeof RATES, number>> = RATES) {
    this.requests = new RateLimiterMemory({ points: most.requests, duration: MINUTE });
    this.nodes = new RateLimiterMemory({ points: most.nodes, duration: MINUTE });
    this.failedSignIns = new RateLimiterMemory({ points: most.failedSignIns, duration: MINUTE });
  }

  /** Counts a request; gives the seconds to wait where it is one too many, and 0 otherwise. */
  async ask(actor: Actor): Promise<number> {
    const caller = callerOf(actor);
    if (!caller) return 0;
    const wait = secondsIf(await this.nodes.get(caller), this.most.nodes);
    if (wait > 0) return wait;
    return this.requests.consume(caller).then(
      () => 0,
      (result: RateLimiterRes) => secondsUntil(result),
    );
  }

  /** Counts what a request could return. */
  charge(actor: Actor, nodes: number): void {
    const caller = callerOf(actor);
    if (caller && nodes > 0) void this.nodes.penalty(caller, nodes);
  }

  /** The seconds that an address must wait before it may try to sign in again. */
  async signInAfter(address: string): Promise<number> {
    return secondsIf(await this.failedSignIns.get(address), this.most.failedSignIns);
  }

  failSignIn(address: string): void {
    void this.failedSignIns.penalty(address);
  }
}

function callerOf({ subject }: Actor): string | undefined {
  return subject ? `${subject.kind} ${subject.subject}` : undefined;
}

/** The seconds to wait where that much was done within a minute that is not over, and 0 otherwise. */
function secondsIf(done: RateLimiterRes | null, most: number): number {
  return done && done.consumedPoints >= most && done.msBeforeNext > 0 ? secondsUntil(done) : 0;
}

function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
