/** How much of what goes wrong: nothing, what good registers see, what bad ones do (detectors.md 3.3). */
export type NoiseLevel = 'none' | 'default' | 'stress';

/** How many packs are attacked: about one in a hundred, one in a hundred thousand, none (detectors.md 3.1). */
export type AttackMix = 'power' | 'realistic' | 'clean';

/** What is simulated. The same options give the same bytes. */
export interface SimOptions {
  readonly seed: number;
  /** About how many lines. */
  readonly events: number;
  readonly noise: NoiseLevel;
  readonly attacks: AttackMix;
}
