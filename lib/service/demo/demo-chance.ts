import { sha256 } from '#sha256';
import { utf8Of } from '../../kernel/bytes.ts';

/** Chance that repeats itself: the same seed and name give the same draws, on every machine and for ever. */
export interface DemoChance {
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  /** True in `share` of all cases, 0 to 1. */
  happens(share: number): boolean;
  bytes(length: number): Uint8Array;
}

/** The chance that `seed` holds under `name`: SHA-256 over both and a counter, byte by byte. */
export function demoChance(seed: string, name: string): DemoChance {
  let block = new Uint8Array();
  let blocks = 0;
  let at = 0;
  const byte = (): number => {
    if (at === block.length) {
      block = Uint8Array.from(sha256(utf8Of(`${seed}\0${name}\0${blocks++}`)));
      at = 0;
    }
    return block[at++] ?? 0;
  };
  const fraction = (): number => (byte() * 2 ** 16 + byte() * 2 ** 8 + byte()) / 2 ** 24;
  return {
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    happens: (share) => fraction() < share,
    bytes: (length) => Uint8Array.from({ length }, byte),
  };
}
