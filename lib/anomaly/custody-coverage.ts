import { PARAMETERS } from './parameters.ts';

/** Supplies of an organisation, and how many of them were of packs that it held or that were on their way to it. */
export interface CoverageCount {
  readonly good: number;
  readonly total: number;
}

/**
 * The custody coverage of an organisation, 0 to 1, smoothed as detectors.md 2.0 wants it: (good + 0.97 × 20) / (n + 20). Nothing
 * measured gives 0.97, and it takes twenty supplies in order before a missing delivery speaks against a pack.
 */
export const custodyCoverage = ({ good, total }: CoverageCount): number =>
  (good + PARAMETERS.coverage.priorGood) / (total + PARAMETERS.coverage.priorTotal);
