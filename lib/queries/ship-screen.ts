import 'server-only';
import type { CustodyCode } from '../custody/custody-codes.ts';
import { isExpired } from '../custody/is-expired.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { lockIn, statusIn } from '../custody/reach.ts';
import { recallIn } from '../custody/recall-in.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadPacksAtHand, type PackAtHand } from '../store/packs-at-hand.ts';
import { loadPartnerPlaces, type PartnerPlaceRow } from '../store/partner-places.ts';
import { custodyText } from './custody-text.ts';
import { type OwnPlace, ownPlace } from './own-place.ts';

/** What Ship starts with. */
export interface ShipScreenRow {
  readonly partners: readonly PartnerPlaceRow[];
  readonly from: { readonly name: string; readonly gln: string };
  readonly thisYear: number;
}

/** Where goods can go, and where they leave from. */
export async function shipScreen(scope: OrgScope, at: Instant): Promise<ShipScreenRow> {
  const [partners, place] = await Promise.all([loadPartnerPlaces(scope), ownPlace(scope)]);
  return {
    partners,
    from: { name: place.name, gln: place.gln ?? scope.organisation },
    thisYear: new Date(at).getUTCFullYear(),
  };
}

/** A pack that was read for shipping, with its batch where that was read too. */
export interface PackRead {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly batch?: string | undefined;
}

/** A pack by its key, as it shows in a list. */
export interface PackLineRow {
  readonly gtin: string;
  readonly serial: string;
  readonly productName: string;
  readonly batch: string;
  readonly expiry: string;
}

type Key = { readonly gtin: string; readonly serial: string };

/** Whether a pack can be shipped from here. */
export type ShippableRow =
  | { readonly key: Key; readonly fit: true; readonly line: PackLineRow }
  | {
      readonly key: Key;
      readonly fit: false;
      readonly line: PackLineRow | null;
      readonly code: string;
      readonly text: string;
    };

/** Of each pack read, in order, whether the scope's organisation can ship it now. Of what is not its own, nothing is told. */
export async function shippablePacks(
  scope: OrgScope,
  packs: readonly PackRead[],
  at: Instant,
): Promise<readonly ShippableRow[]> {
  const [known, place] = await Promise.all([loadPacksAtHand(scope, packs), ownPlace(scope)]);
  const byKey = new Map(known.map((pack) => [`${pack.gtin}/${pack.serial}`, pack]));
  return packs.map(({ gtin, serial, batch }) => {
    const key = { gtin, serial };
    const pack = byKey.get(`${gtin}/${serial}`);
    if (!pack) return { key, fit: false, line: null, ...NOT_YOURS };
    const fault = faultOf(scope, pack, place, at);
    if (fault !== undefined) return { key, fit: false, line: lineOf(pack), ...fault };
    if (batch !== undefined && batch !== pack.state.lot)
      return { key, fit: false, line: lineOf(pack), ...OTHER_BATCH };
    return { key, fit: true, line: lineOf(pack) };
  });
}

const NOT_YOURS = { code: 'pack/not-held', text: 'This pack is not in your stock by the record.' };
const OTHER_BATCH = {
  code: 'pack/batch-mismatch',
  text: 'The batch read is not the one recorded for this pack. Scan it again, or set it aside.',
};
const ON_ITS_WAY = {
  code: 'pack/shipment-open',
  text: 'It is shipped already, and nobody has received it.',
};
const COMING = { code: 'pack/receipt-open', text: 'It is on its way to you. Receive it first.' };

const lineOf = ({ gtin, serial, product, state }: PackAtHand): PackLineRow => ({
  gtin,
  serial,
  productName: product,
  batch: state.lot ?? '',
  expiry: state.expiry ?? '',
});

function faultOf(
  scope: OrgScope,
  { state, batch }: PackAtHand,
  site: OwnPlace,
  at: Instant,
): { readonly code: string; readonly text: string } | undefined {
  const status = statusIn(state, site.country);
  if (status === 'supplied') return told('pack/already-supplied');
  if (status !== 'active') return told(`pack/${status}`);
  const { place } = state;
  if (place.kind === 'transit') return place.from === scope.organisation ? ON_ITS_WAY : COMING;
  if (place.kind === 'nowhere' || place.party !== scope.organisation) return NOT_YOURS;
  if (lockIn(state, site.country)) return told('pack/locked');
  if (recallIn(batch, site.country)) return told('batch/recalled');
  return isExpired(state.expiry, at, site.timeZone) ? told('batch/expired') : undefined;
}

const told = (code: CustodyCode) => ({ code, text: custodyText(code) });
