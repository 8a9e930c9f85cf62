/**
 * lib/gs1/labels: what stands on a label, in its symbol and beside it, as GS1's General Specifications ask for it. How it is drawn or
 * printed is no business of this folder.
 */
import type { AiValue } from '../gs1-id.ts';

/** The content of one label. */
export interface Label {
  /** `pack`: a GS1 DataMatrix on a trade item; `logistic`: a GS1-128 on a case or pallet. */
  readonly kind: LabelKind;
  /** What the symbol holds, in this order. */
  readonly elements: readonly AiValue[];
  /** The same for people, line by line; ASCII only, so that every printer has the letters. */
  readonly lines: readonly string[];
}

export type LabelKind = 'pack' | 'logistic';
