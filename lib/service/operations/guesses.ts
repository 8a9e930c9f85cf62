import type { LineResult } from '../../store/operation-lines.ts';

/** Verifications of one list that tell nothing of the serial; more of them is guessing. */
const MOST_MISSES = 60;

/** Counts the verifications of one list whose answer told nothing of the serial. Made from the results before, the count outlives a restart. */
export class Guesses {
  #misses: number;

  constructor(before: readonly LineResult[]) {
    this.#misses = before.filter(isMiss).length;
  }

  /** Whether no more of the list is verified. */
  get isSpent(): boolean {
    return this.#misses >= MOST_MISSES;
  }

  countMiss(): void {
    this.#misses++;
  }
}

/** A verification is told without reasons where, and only where, it told nothing of the serial. */
const isMiss = ({ outcome, result }: LineResult): boolean =>
  outcome === 'observed' && !(typeof result === 'object' && result !== null && 'reasons' in result);
