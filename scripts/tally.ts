/** How tests ended. `reasons` tells of each skipped one what it was and why. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly reasons: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, reasons: [] };

/** All of `tallies` in one. */
export const tallyOf = (...tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
  reasons: tallies.flatMap((tally) => tally.reasons),
});

/** The last line of `npm test`. */
export const sentenceOf = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
