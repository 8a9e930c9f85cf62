import type { KeyStroke } from './key-stroke.ts';

/** What a hand scanner typed: the text as this computer wrote it, and the keys it was written with. */
export type TypedScan = {
  readonly text: string;
  readonly strokes: readonly KeyStroke[];
  /** What ended it: the key of the line end, or that nothing more came. */
  readonly ended: 'Enter' | 'Tab' | 'silence';
  /** Mean time between two keys, in milliseconds. */
  readonly paceMs: number;
};
