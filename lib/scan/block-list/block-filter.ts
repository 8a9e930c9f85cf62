import { sha256 } from '#sha256';
import { utf8Of } from '../../kernel/bytes.ts';

/** All that stands on a pack. Only whoever holds it, and so can read all four, can ask the filter about it. */
export interface PackIdentity {
  readonly gtin: string;
  readonly serial: string;
  readonly lot: string;
  /** `YYYY-MM-DD`: the last day of use, not the digits, for day 00 is the last day of its month. */
  readonly expiry: string;
}

/** How packs become numbers; two filters of the same shape can be compared number by number. */
export interface FilterShape {
  /** Numbers are below it. */
  readonly domain: number;
  /** Makes another list give other false hits: no good pack is suspected for ever. */
  readonly salt: string;
}

/** The packs of a block list, as sorted numbers. */
export interface BlockFilter extends FilterShape {
  readonly numbers: readonly number[];
}

/** Of so many packs that are not in the list one is taken for one that is. */
export const ONE_FALSE_HIT_IN = 512;

/** Room for a quarter more packs before a filter must be made anew. */
const HEADROOM = 1.25;

const DOMAIN = 'vialog-block-list/v1';

/** The shape for a list of so many packs. */
export const shapeFor = (packs: number, salt: string): FilterShape => ({
  domain: Math.max(1, Math.ceil(packs * HEADROOM)) * ONE_FALSE_HIT_IN,
  salt,
});

/** Whether so many packs keep to the rate of false hits in this shape, without wasting half of its room. */
export const isRoomFor = ({ domain }: FilterShape, packs: number): boolean =>
  packs * ONE_FALSE_HIT_IN <= domain && packs * ONE_FALSE_HIT_IN * 4 > domain;

/** The number of a pack: the first 64 bits of SHA-256 over its identity, scaled down to the domain. */
export function packNumber({ domain, salt }: FilterShape, pack: PackIdentity): number {
  const text = [DOMAIN, salt, pack.gtin, pack.serial, pack.lot, pack.expiry].join('\0');
  const { buffer, byteOffset } = sha256(utf8Of(text));
  const hash = new DataView(buffer, byteOffset).getBigUint64(0);
  return Number((hash * BigInt(domain)) >> 64n);
}

/** A filter of these numbers, which need not be sorted nor distinct. */
export const filterOf = (shape: FilterShape, numbers: Iterable<number>): BlockFilter => ({
  ...shape,
  numbers: [...new Set(numbers)].sort((a, b) => a - b),
});

/**
 * Whether a pack may be in the list. Every pack that is in it is found; of those that are not, about one in {@link ONE_FALSE_HIT_IN} at most
 * is found as well. So a hit asks for a second look, and never condemns.
 */
export function mayHold(filter: BlockFilter, pack: PackIdentity): boolean {
  const wanted = packNumber(filter, pack);
  let [low, high] = [0, filter.numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((filter.numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return filter.numbers[low] === wanted;
}
