import { digitalLinkKey } from './digital-link-key.ts';

/** Half bytes of which the first is a letter stand for several AIs at once (GS1 Digital Link: Compression, table 3). */
const SEVERAL = 0xa;

/** Of the table, the first half byte of two that open a set with a key: A to E; F is not given out. */
const LAST_SET = 0xe;

const KEY_AIS = [
  ...['00', '01', '253', '255', '401', '402', '414', '415', '417'],
  ...['8003', '8004', '8006', '8010', '8013', '8017', '8018'],
];

/** A key of thirteen digits takes eight bytes at least, which makes some ten characters. */
const SHORTEST = 10;

const VALUES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Does a path segment look like a compressed Digital Link (GS1 Digital Link: Compression)? Such a link is a text of
 * file-safe base64 whose first byte is the beginning of an AI, one digit in each half, or the mark of a set of AIs.
 * It is named, not read: whoever printed it meant another reader than a person, and nobody can check it by eye.
 */
export function isCompressed(segment: string): boolean {
  if (segment.length < SHORTEST || !/^[A-Za-z0-9_-]+$/.test(segment) || !/[A-Z0-9_-]/.test(segment))
    return false;
  const first = VALUES.indexOf(segment[0] ?? '');
  const second = VALUES.indexOf(segment[1] ?? '');
  const high = first >> 2;
  const low = ((first & 3) << 2) | (second >> 4);
  if (high >= SEVERAL) return high <= LAST_SET && /\d/.test(segment);
  return low < SEVERAL && KEY_AIS.some((ai) => digitalLinkKey(ai) && ai.startsWith(`${high}${low}`));
}
