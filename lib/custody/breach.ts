import type { CustodyCode } from './custody-codes.ts';

/** 0: nobody needs to know; 1: a note to the reporter; 5: patients may be at risk (detectors.md 2.1). */
export type BreachSeverity = 0 | 1 | 2 | 3 | 4 | 5;

/** What a rule found: a code and the words that its text is filled with. Texts for people live elsewhere. */
export interface BreachDetail {
  readonly code: CustodyCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly severity: BreachSeverity;
  /** Two testimonies that cannot both be true: the pack becomes disputed. */
  readonly disputes?: true;
}

/** One rule broken by one item. */
export interface Breach extends BreachDetail {
  readonly rule: `custody/${string}`;
  readonly effect: 'refuse' | 'without-effect' | 'flag';
  /** The pack, batch or product concerned; `undefined`: the event as a whole. */
  readonly item: string | undefined;
}
