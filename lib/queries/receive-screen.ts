import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { ssccOf } from '../gs1/object-key.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantText, momentOf } from '../kernel/instant.ts';
import { loadEvent } from '../store/load-event.ts';
import { loadProducts } from '../store/products.ts';
import {
  type InboundShipmentRow,
  loadAnnouncedPacks,
  loadInboundShipments,
  type ShipmentKey,
} from '../store/shipments.ts';
import { ownPlace } from './own-place.ts';
import type { PackLineRow } from './ship-screen.ts';

/** A delivery on its way here. */
export interface ShipmentListRow {
  readonly id: string;
  readonly reference: string | null;
  readonly from: { readonly name: string; readonly city: string; readonly country: string };
  readonly shippedAt: string;
  readonly timeZone: string;
  readonly packCount: number;
}

/** A page of the deliveries on their way here. */
export interface ReceiveListRow {
  readonly shipments: readonly ShipmentListRow[];
  readonly nextHref: string | null;
}

const PAGE_ROWS = 50;

/** Deliveries on their way to the scope's organisation, the longest under way first. A key that is none begins at the first page. */
export async function receiveList(scope: OrgScope, after: string | undefined): Promise<ReceiveListRow> {
  const key = keyOf(after);
  const found = await loadInboundShipments(scope, { ...(key && { after: key }), limit: PAGE_ROWS + 1 });
  const shown = found.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  return {
    shipments: shown.map(listRow),
    nextHref: found.length > PAGE_ROWS && last ? `/receive?after=${last.shippedAt}_${last.id}` : null,
  };
}

function keyOf(text: string | undefined): ShipmentKey | undefined {
  const [, at, id] = /^(\d{12,14})_([0-9a-f]{32})$/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : { shippedAt: momentOf(Number(at)), id };
}

const listRow = ({
  id,
  place,
  senderName,
  shippedAt,
  packs,
  document,
}: InboundShipmentRow): ShipmentListRow => ({
  id,
  reference: referenceIn(document),
  from: {
    name: place === null ? senderName : `${senderName}, ${place.name}`,
    city: place?.city ?? '',
    country: place?.country ?? '',
  },
  shippedAt: instantText(shippedAt),
  timeZone: place?.timeZone ?? 'UTC',
  packCount: packs,
});

/** The sender's own number: what stands last in the first business transaction (CBV 2.0 section 8.5). */
function referenceIn(document: Json): string | null {
  const list = member(document, 'bizTransactionList');
  const id = Array.isArray(list) ? member(list[0] ?? null, 'bizTransaction') : undefined;
  const own = typeof id === 'string' ? id.split(/[:/]/).at(-1) : undefined;
  if (own === undefined || own === '') return null;
  try {
    return decodeURIComponent(own);
  } catch {
    return own;
  }
}

const member = (json: Json, name: string): Json | undefined =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, Json>>)[name]
    : undefined;

/** What Receive starts with for one delivery. */
export interface ReceiveScreenRow {
  readonly shipment: ShipmentListRow;
  readonly announced: readonly (PackLineRow & {
    readonly unit: string | null;
    readonly container: string | null;
  })[];
  readonly place: { readonly name: string };
  readonly thisYear: number;
}

/** One delivery under way to the scope's organisation, with what of it has not arrived; `undefined` where there is none. */
export async function receiveScreen(
  scope: OrgScope,
  id: string,
  at: Instant,
): Promise<ReceiveScreenRow | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  const [[shipment], packs, place] = await Promise.all([
    loadInboundShipments(scope, { id, limit: 1 }),
    loadAnnouncedPacks(scope, id),
    ownPlace(scope),
  ]);
  if (!shipment) return undefined;
  const products = await loadProducts(scope, [...new Set(packs.map(({ gtin }) => gtin))]);
  return {
    shipment: listRow(shipment),
    announced: packs.map(({ gtin, serial, lot, expiry, unit, container }) => ({
      ...{ gtin, serial, productName: products.get(gtin)?.name ?? gtin },
      ...{ batch: lot ?? '', expiry: expiry ?? '' },
      ...{ unit: ssccIn(unit), container: ssccIn(container) },
    })),
    place: { name: place.name },
    thisYear: new Date(at).getUTCFullYear(),
  };
}

const ssccIn = (uri: string | null): string | null => (uri === null ? null : (ssccOf(uri) ?? null));

/** Who sent a delivery that the reader sees, also once it has arrived; `undefined` where there is no such delivery. */
export async function senderOfDelivery(scope: OrgScope, id: string, at: Instant): Promise<Gln | undefined> {
  const event = /^[0-9a-f]{32}$/.test(id) ? await loadEvent(scope, id, at) : undefined;
  const isShipping = event?.claim.act === 'ship' || event?.claim.act === 'return-ship';
  return event && isShipping ? (event.claim.from ?? event.reporter) : undefined;
}
