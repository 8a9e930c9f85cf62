import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { loadEvent, type StoredEventRow } from '../store/load-event.ts';
import { loadLocationsOf } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';
import { countPacksCarried } from '../store/packs-carried.ts';
import { loadProducts } from '../store/products.ts';
import { loadReceipts } from '../store/shipments.ts';
import { type ToldDifferences, toldIn } from './delivery-remarks.ts';
import { differenceText } from './difference-text.ts';

/** A receipt of a delivery, with what was not as announced. */
export interface ReceiptRow {
  readonly id: string;
  readonly at: string;
  readonly timeZone: string;
  readonly where: string | null;
  readonly packCount: number;
  readonly differences: readonly {
    readonly gtin: string;
    readonly serial: string;
    readonly productName: string;
    readonly text: string;
  }[];
}

/** A delivery as its sender and its receiver both see it, under way or arrived. */
export interface DeliveryScreenRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly shippedAt: string;
  readonly timeZone: string;
  readonly packCount: number;
  readonly receipts: readonly ReceiptRow[];
}

/** A delivery at `at`, to who sent it or was to receive it and sees its event whole; `undefined` to anybody else. */
export async function deliveryScreen(
  scope: OrgScope,
  id: string,
  at: Instant,
): Promise<DeliveryScreenRow | undefined> {
  const event = /^[0-9a-f]{32}$/.test(id) ? await loadEvent(scope, id, at) : undefined;
  const sides = event && sidesOf(event);
  if (!event || !sides?.includes(scope.organisation)) return undefined;
  const told = (await loadReceipts(scope, [event], at)).map(toldIn);
  const gtins = told.flatMap(({ differences }) => differences.map(({ gtin }) => gtin));
  const moved = [event.id, ...told.map(({ receipt }) => receipt.id)];
  const [carried, parties, products, places] = await Promise.all([
    countPacksCarried(scope, moved),
    loadParties(sides),
    loadProducts(scope, [...new Set(gtins)]),
    loadLocationsOf(told.flatMap(({ receipt }) => receipt.location ?? [])),
  ]);
  const [from, to] = sides.map((party) => parties.get(party)?.name ?? party);
  return {
    ...{ id, from: from ?? '', to: to ?? '' },
    shippedAt: instantText(event.eventTime),
    timeZone: event.claim.timeZone,
    packCount: packsIn(event) + (carried.get(event.id) ?? 0),
    receipts: told.map((one) =>
      receiptRow(one, {
        carried: carried.get(one.receipt.id) ?? 0,
        whereOf: ({ location }) => (location === undefined ? null : (places.get(location)?.name ?? location)),
        nameOf: (gtin) => products.get(gtin)?.name ?? gtin,
      }),
    ),
  };
}

/** Who sent and who was to receive, where the event is a shipment between two. */
function sidesOf({ claim, reporter }: StoredEventRow) {
  const isShipping = claim.act === 'ship' || claim.act === 'return-ship';
  return isShipping && claim.to !== undefined ? [claim.from ?? reporter, claim.to] : undefined;
}

const packsIn = ({ document }: StoredEventRow): number => {
  const list = document['epcList'];
  return Array.isArray(list) ? list.filter((uri) => typeof uri === 'string' && sgtinOf(uri)).length : 0;
};

interface Names {
  /** Packs in the containers that the receipt names. */
  readonly carried: number;
  readonly whereOf: (receipt: StoredEventRow) => string | null;
  readonly nameOf: (gtin: ToldDifferences['differences'][number]['gtin']) => string;
}

const receiptRow = (
  { receipt, differences }: ToldDifferences,
  { carried, whereOf, nameOf }: Names,
): ReceiptRow => ({
  id: receipt.id,
  at: instantText(receipt.eventTime),
  timeZone: receipt.claim.timeZone,
  where: whereOf(receipt),
  packCount: packsIn(receipt) + carried,
  differences: differences.map(({ gtin, serial, kind, reason }) => ({
    ...{ gtin, serial, productName: nameOf(gtin) },
    text: differenceText({ kind, reason }),
  })),
});
