import type { Instant } from '../../lib/kernel/instant.ts';
import { instantText } from '../../lib/kernel/instant.ts';
import type { BlockList } from '../../lib/scan/block-list/block-list.ts';
import type { OfflineDecision } from '../../lib/scan/block-list/decide-offline.ts';
import type { PackAnswer, PackOutcome, PackTarget } from '../scan/pack-answer.ts';
import type { ScannedPack } from '../scan/scanned-pack.ts';
import { offlineTexts } from '../texts/en/offline.ts';

const NOTHING = {
  ...{ state: null, packState: null, batchState: null, productState: null, ledger: null },
  alert: { raised: false, id: null, visibleTo: [] },
} as const;

/** The device's own decision, told as the register's would be, and marked as what it is. */
export function offlineAnswer(
  pack: ScannedPack,
  { code, verdict, productName, list }: OfflineDecision,
  operation: string,
  now: Instant,
): PackOutcome {
  const text = offlineTexts.reasons[code];
  const answer: PackAnswer = {
    ...NOTHING,
    ...{ operation, verdict, reasons: [{ code, text, event: null }] },
    product: productName === undefined ? null : { gtin: pack.gtin, name: productName },
    ...{ batch: pack.batch, expiry: pack.expiry },
    offline: {
      mayGoOn: code === 'offline/no-list' || code === 'offline/not-covered',
      listMadeAt: list ? instantText(list.madeAt) : null,
      decidedAt: instantText(now),
    },
  };
  return { kind: 'answer', status: 200, answer };
}

/** A change that is kept on the device and will be sent. */
export function keptAnswer(
  pack: ScannedPack,
  target: PackTarget,
  operation: string,
  list: BlockList | undefined,
): PackOutcome {
  const product = list?.lists.products.find(({ gtin }) => gtin === pack.gtin);
  const text = target === 'active' ? offlineTexts.keptUndo : offlineTexts.keptChange;
  const answer: PackAnswer = {
    ...NOTHING,
    ...{ operation, verdict: 'supply', reasons: [{ code: 'offline/kept', text, event: null }] },
    product: product ? { gtin: product.gtin, name: product.name } : null,
    ...{ batch: pack.batch, expiry: pack.expiry },
    offline: { mayGoOn: false, listMadeAt: list ? instantText(list.head.madeAt) : null, decidedAt: null },
  };
  return { kind: 'answer', status: 200, answer };
}
