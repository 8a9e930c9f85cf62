import type { Instant } from '../../kernel/instant.ts';
import { filterOf, type PackIdentity, packNumber, shapeFor } from './block-filter.ts';
import type { BlockList } from './block-list.ts';
import { filterHash, listsHash } from './block-list-head.ts';
import type { ExactLists } from './exact-lists.ts';

export const SALT = '00112233aabbccdd';

export const identityInTests = (n: number): PackIdentity => ({
  gtin: '09520000000011',
  serial: `S${n.toString(36).toUpperCase()}`,
  lot: `L${n % 7}`,
  expiry: '2028-05-31',
});

/** A list of the packs given, as a server would make it. */
export function listInTests(
  packs: readonly PackIdentity[],
  lists: ExactLists = {
    products: [{ gtin: '09520000000011', name: 'A medicine', withdrawnFrom: null }],
    recalls: [],
  },
  madeAt = Date.parse('2026-11-20T12:00:00Z') as Instant,
  version = 1,
): BlockList {
  const shape = shapeFor(packs.length, SALT);
  const filter = filterOf(
    shape,
    packs.map((pack) => packNumber(shape, pack)),
  );
  const head = {
    ...{ organisation: '9520000003007', location: '9520000003014', version, madeAt, ...shape },
    ...{ filter: filterHash(filter), lists: listsHash(lists) },
  };
  return { head, filter, lists };
}
