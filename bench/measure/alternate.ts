/** What one round measured of ours and of what it is compared with. */
export interface Pair<T> {
  readonly ours: T;
  readonly plain: T;
}

/**
 * Measures both sides in turn, `rounds` times, each first in every other round: what else the machine does meets both alike. Says on
 * standard error how far it is.
 */
export async function alternate<T>(
  rounds: number,
  measure: {
    /** Makes ready for a round, unmeasured. */
    readonly prepare?: () => Promise<void>;
    readonly ours: () => Promise<T>;
    readonly plain: () => Promise<T>;
  },
): Promise<readonly Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % Math.ceil(rounds / 10) === 0) console.error(`Round ${round + 1} of ${rounds} …`);
    await measure.prepare?.();
    if (round % 2 === 0) {
      const ours = await measure.ours();
      pairs.push({ ours, plain: await measure.plain() });
    } else {
      const plain = await measure.plain();
      pairs.push({ ours: await measure.ours(), plain });
    }
  }
  return pairs;
}
