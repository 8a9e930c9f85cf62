import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import { type DeliveryDifference, differencesIn } from '../epcis/delivery-differences.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { vialogExtension } from '../epcis/vialog-extension.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StoredEventRow } from '../store/load-event.ts';
import { loadReceipts } from '../store/shipments.ts';
import { differenceText } from './difference-text.ts';

/** A receipt that tells of differences, and the delivery that it is about. */
export interface ToldDifferences {
  readonly receipt: StoredEventRow;
  readonly shipment: string | undefined;
  readonly differences: readonly DeliveryDifference[];
}

/** What the receiver said in its receipt of packs that were missing or extra. */
export function toldIn(receipt: StoredEventRow): ToldDifferences {
  const parsed = parseEvent(receipt.document, receipt.context);
  const shipment = parsed.ok ? vialogExtension(parsed.value, 'shipment') : undefined;
  return {
    receipt,
    shipment: typeof shipment === 'string' ? shipment : undefined,
    differences: parsed.ok ? differencesIn(parsed.value) : [],
  };
}

/** What stands beside an event of a pack's story. */
export interface DeliveryRemark {
  readonly code: string;
  readonly text: string;
}

/**
 * What receivers said of the pack `item`, by the event beside which it stands: of a receipt its own words, of a shipment those of the
 * receipts that answer it. `events` are seen whole, and so is whatever is added here.
 */
export async function deliveryRemarks(
  scope: OrgScope,
  events: readonly StoredEventRow[],
  at: Instant,
  item: string,
): Promise<ReadonlyMap<string, readonly DeliveryRemark[]>> {
  const shipments = events.filter(({ claim }) => claim.act === 'ship' || claim.act === 'return-ship');
  const answers = (await loadReceipts(scope, shipments, at)).map(toldIn);
  const received = events.filter(({ claim }) => claim.act === 'receive').map(toldIn);
  const remarks = new Map<string, readonly DeliveryRemark[]>();
  const add = (event: string, told: ToldDifferences, prefix: string) => {
    const own = told.differences.filter(({ gtin, serial }) => sgtinUri(gtin, serial) === item);
    const more = own.map((one) => ({
      code: `delivery/${one.kind}/${told.receipt.id}`,
      text: `${prefix}${differenceText(one)}.`,
    }));
    if (more.length > 0) remarks.set(event, [...(remarks.get(event) ?? []), ...more]);
  };
  for (const told of received) add(told.receipt.id, told, '');
  for (const told of answers) if (told.shipment !== undefined) add(told.shipment, told, 'The receiver: ');
  return remarks;
}
