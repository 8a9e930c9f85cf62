import { parseExpiry } from '../../gs1/expiry.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import { mayHold } from './block-filter.ts';
import type { BlockList } from './block-list.ts';

/** What a device without a connection makes of a pack; the first that fits. */
export type OfflineCode =
  /** This device did something to the pack before: a second pack with the same code, or the same one once more. */
  | 'offline/already-done'
  /** The printed date has passed: no list is needed. */
  | 'offline/expired'
  /** There is no list, or it is older than ten days. */
  | 'offline/no-list'
  /** Exact: the batch is recalled. */
  | 'offline/recalled'
  /** Exact: the product is withdrawn from this market. */
  | 'offline/withdrawn'
  /** The filter says that the pack may be stolen, locked or used up; of good packs it says so of one in 512. */
  | 'offline/second-look'
  /** The list knows nothing of the product. */
  | 'offline/not-covered'
  /** Nothing on the list speaks against the pack. */
  | 'offline/no-objection';

/** A decision with what it rests on. */
export interface OfflineDecision {
  readonly code: OfflineCode;
  /** `supply`: nothing known against it; `rescan`: not decided; `set-aside`: do not hand it out. */
  readonly verdict: 'supply' | 'rescan' | 'set-aside';
  readonly productName: string | undefined;
  /** The list that decided; absent where none could. */
  readonly list: { readonly version: number; readonly madeAt: Instant } | undefined;
}

/** A pack as it was read. Its values have passed the parsers of lib/gs1. */
export interface OfflinePack {
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  /** YYMMDD. */
  readonly expiry: string;
}

/** When and where a device decides, and whether it remembers having ended the pack. */
export interface OfflineOccasion {
  readonly now: Instant;
  readonly timeZone: string;
  readonly wasDone: boolean;
}

/** How long people may go on by a list: ten days. */
const OLDEST_LIST_MS = 10 * 86_400_000;

const VERDICTS: Readonly<Record<OfflineCode, OfflineDecision['verdict']>> = {
  'offline/already-done': 'set-aside',
  'offline/expired': 'set-aside',
  'offline/no-list': 'rescan',
  'offline/recalled': 'set-aside',
  'offline/withdrawn': 'set-aside',
  'offline/second-look': 'rescan',
  'offline/not-covered': 'rescan',
  'offline/no-objection': 'supply',
};

/**
 * Decides about a pack by the last list that the device has. Pure; a hit in the filter is never decided against the pack, and never passed
 * over in silence.
 */
export function decideOffline(
  pack: OfflinePack,
  list: BlockList | undefined,
  { now, timeZone, wasDone }: OfflineOccasion,
): OfflineDecision {
  const today = localDateAt(now, timeZone);
  const expiry = parseExpiry(pack.expiry, Number(today.slice(0, 4)));
  const usable = list && now - list.head.madeAt <= OLDEST_LIST_MS ? list : undefined;
  const product = usable?.lists.products.find(({ gtin }) => gtin === pack.gtin);
  const code = wasDone
    ? 'offline/already-done'
    : codeOf(pack, expiry.ok ? expiry.value.date : undefined, usable, today);
  return {
    code,
    verdict: VERDICTS[code],
    productName: product?.name,
    list: usable && { version: usable.head.version, madeAt: usable.head.madeAt },
  };
}

function codeOf(
  pack: OfflinePack,
  expiry: LocalDate | undefined,
  list: BlockList | undefined,
  today: LocalDate,
): OfflineCode {
  if (expiry !== undefined && today > expiry) return 'offline/expired';
  if (!list) return 'offline/no-list';
  const { products, recalls } = list.lists;
  if (recalls.some(({ gtin, lot }) => gtin === pack.gtin && lot === pack.batch)) return 'offline/recalled';
  const product = products.find(({ gtin }) => gtin === pack.gtin);
  if (!product || expiry === undefined) return 'offline/not-covered';
  if (product.withdrawnFrom !== null && product.withdrawnFrom <= today) return 'offline/withdrawn';
  const { gtin, serial, batch: lot } = pack;
  return mayHold(list.filter, { gtin, serial, lot, expiry }) ? 'offline/second-look' : 'offline/no-objection';
}
