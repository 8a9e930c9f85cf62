import type { Json } from '../kernel/canonical-json.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, Withdrawal } from './finding.ts';
import type { Sighting } from './sighting.ts';

/** What a detector remembers, by keys of its own. Every realm has a memory of its own. */
export interface DetectorMemory {
  get(key: string): Json | undefined;
  /** `undefined` forgets. */
  set(key: string, value: Json | undefined): void;
}

/** What a sighting led to. */
export interface Detected {
  readonly findings: readonly Finding[];
  readonly withdrawals: readonly Withdrawal[];
}

/** One way in which a history looks wrong. Pure but for its memory: no clock, no database. */
export interface Detector {
  readonly id: `D${number}`;
  readonly name: string;
  /** Where the mathematics and the texts come from. */
  readonly source: string;
  /** What statistics count it under: compliance would swamp the suspicion of falsification (detectors.md D13). */
  readonly about: 'suspicion' | 'compliance';
  /** The keys that {@link Detector.see} may ask for, so that they can be loaded together. */
  keysOf(sighting: Sighting, facts: DetectorFacts): readonly string[];
  /** Further keys, which only what is remembered under the first names. */
  linkedKeysOf?(sighting: Sighting, memory: Pick<DetectorMemory, 'get'>): readonly string[];
  see(sighting: Sighting, facts: DetectorFacts, memory: DetectorMemory): Detected;
}

/** Nothing looks wrong. */
export const NOTHING: Detected = { findings: [], withdrawals: [] };
