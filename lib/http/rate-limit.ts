/** How many requests a subject may make: `burst` at once, refilled at `perMinute`. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/** More subjects than this and the longest idle ones start anew: an attacker must not fill our memory with names. */
const MOST_SUBJECTS = 100_000;

/** Token buckets, one a subject, for this process. Limits guessing; it is no accounting across processes. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one token of `subject`; answers the seconds to wait where there is none, else 0. */
  take(subject: string, nowMs: number): number {
    const { perMinute, burst } = this.#rate;
    const known = this.#buckets.get(subject);
    const refilled = known ? known.tokens + ((nowMs - known.atMs) * perMinute) / 60_000 : burst;
    const tokens = Math.min(burst, refilled);
    this.#buckets.delete(subject);
    this.#buckets.set(subject, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
    if (this.#buckets.size > MOST_SUBJECTS) this.#forgetIdlest();
    return tokens >= 1 ? 0 : ((1 - tokens) * 60) / perMinute;
  }

  /** A Map keeps the order of insertion, and every use inserts anew: the first is the one idle longest. */
  #forgetIdlest(): void {
    const [idlest] = this.#buckets.keys();
    if (idlest !== undefined) this.#buckets.delete(idlest);
  }
}
