/** How serial numbers of a product are made: characters of set 82, each drawn alike, `length` of them. */
export type SerialPolicy = { readonly alphabet: string; readonly length: number };

/** The chance of a guess must be below this (Delegated Regulation (EU) 2016/161, article 4(c)). */
export const GREATEST_GUESS_CHANCE = 1 / 10_000;

/** Digits alone; what every scanner and keyboard gets right. */
export const DIGITS_ALPHABET = '0123456789';

/** Digits and capitals without those that are taken for one another in print: I, O, Q, S, Z. */
export const CLEAR_ALPHABET = '0123456789ABCDEFGHJKLMNPRTUVWXY';

/**
 * The chance that one guess hits one of `count` serial numbers of a product, between 0 and 1. `count` is all
 * that are in use, not only those about to be made.
 */
export function guessChance(policy: SerialPolicy, count: number): number {
  const keyspace = new Set(policy.alphabet).size ** policy.length;
  return Math.min(1, count / keyspace);
}
