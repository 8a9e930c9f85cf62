import type { EventRef } from '../custody/pack-state.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
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
  readonly timers?: readonly DetectorTimer[];
}

/** Something that a detector wants to look at again when a settle window has ended, whatever has happened since. */
export interface DetectorTimer {
  readonly detector: Detector['id'];
  readonly realm: number;
  /** By the time at which things are recorded, not by a clock: a replay comes to it at the same place of the log. */
  readonly dueAt: Instant;
  /** The event whose packs it is about. */
  readonly event: EventRef;
}

/** A timer that has come due, with the packs of its event. */
export interface DueTimer extends DetectorTimer {
  readonly packs: readonly string[];
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
  linkedKeysOf?(
    sighting: Sighting,
    memory: Pick<DetectorMemory, 'get'>,
    facts: DetectorFacts,
  ): readonly string[];
  see(sighting: Sighting, facts: DetectorFacts, memory: DetectorMemory): Detected;
  /** The keys that {@link Detector.due} may ask for. */
  keysOfDue?(timer: DueTimer, facts: DetectorFacts): readonly string[];
  /** A timer of its own has come due. The records of all its packs may be asked for. */
  due?(timer: DueTimer, facts: DetectorFacts, memory: DetectorMemory): Detected;
}

/** Nothing looks wrong. */
export const NOTHING: Detected = { findings: [], withdrawals: [] };
