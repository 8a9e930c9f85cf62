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
    const tokens = this.#tokensOf(subject, nowMs);
    this.#buckets.delete(subject);
    this.#buckets.set(subject, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
    if (this.#buckets.size > MOST_SUBJECTS) this.#forgetIdlest();
    return this.#waitFor(tokens);
  }

  /** As {@link take}, and takes nothing: whether the subject has used up what is taken afterwards. */
  wait(subject: string, nowMs: number): number {
    return this.#waitFor(this.#tokensOf(subject, nowMs));
  }

  #tokensOf(subject: string, nowMs: number): number {
    const { perMinute, burst } = this.#rate;
    const known = this.#buckets.get(subject);
    if (!known) return burst;
    return Math.min(burst, known.tokens + (Math.max(0, nowMs - known.atMs) * perMinute) / 60_000);
  }

  #waitFor(tokens: number): number {
    return tokens >= 1 ? 0 : ((1 - tokens) * 60) / this.#rate.perMinute;
  }

  /** A Map keeps the order of insertion, and every use inserts anew: the first is the one idle longest. */
  #forgetIdlest(): void {
    const [idlest] = this.#buckets.keys();
    if (idlest !== undefined) this.#buckets.delete(idlest);
  }
}
