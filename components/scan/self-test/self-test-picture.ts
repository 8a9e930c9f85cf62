import type { SelfTestSymbol } from '../../../lib/scan/self-test-symbol.ts';

/** A symbol of the self-test as a picture. */
export interface SelfTestPicture {
  readonly id: SelfTestSymbol['id'];
  /** A `data:` address of its SVG. */
  readonly address: string;
}
