import type { DetectorMemory } from '../anomaly/detector.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { loadDetectorStates, saveDetectorStates } from '../store/detector-store.ts';
import type { Tx } from '../store/transaction.ts';

/** The detectors' memory for one batch: what was loaded, and what has changed since. */
export class BatchMemory implements DetectorMemory {
  readonly #tx: Tx;
  readonly #known = new Map<string, Json | undefined>();
  readonly #changed = new Map<string, Json | undefined>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Loads what is remembered under those of `keys` that were not loaded before, in one query. */
  async load(keys: Iterable<string>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#known.has(key));
    if (missing.length === 0) return;
    const states = await loadDetectorStates(this.#tx, missing);
    for (const key of missing) this.#known.set(key, states.get(key));
  }

  get(key: string): Json | undefined {
    // A detector that asks for more than its keys would find nothing in production and something in a test.
    if (!this.#known.has(key)) throw new Error(`a detector did not name the key ${key}`);
    return this.#known.get(key);
  }

  set(key: string, value: Json | undefined): void {
    this.#known.set(key, value);
    this.#changed.set(key, value);
  }

  /** Writes what has changed. */
  async save(): Promise<void> {
    if (this.#changed.size > 0) await saveDetectorStates(this.#tx, this.#changed);
  }
}
