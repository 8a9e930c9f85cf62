import { glnUri, lgtinUri, partyUri, sgtinUri, ssccUri } from '../../gs1/digital-link.ts';
import type { Sscc } from '../../gs1/sscc.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import { certain } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisation.ts';
import type { DemoEvent, DemoLook, DemoLot, DemoPack } from './demo-step.ts';

/** Who reports, when it happened, and under which name; what is said follows. */
export interface DemoOccasion {
  readonly name: string;
  readonly site: DemoSite;
  readonly at: Instant;
  /** How long the report took to be recorded; a quarter of a minute when absent. Negative: the site's clock is ahead. */
  readonly lagMs?: number;
}

export const USUAL_LAG_MS = 15_000;

type Said = DemoEvent['said'];

const uris = (packs: readonly DemoPack[]): string[] =>
  packs.map(({ gtin, serial }) => sgtinUri(gtin, serial));

/** The moment `byMs` later. */
export const later = (at: Instant, byMs: number): Instant => certain(instantOf(at + byMs));

function event({ lagMs = USUAL_LAG_MS, ...occasion }: DemoOccasion, said: Said): DemoEvent {
  return { kind: 'event', ...occasion, recordedAt: later(occasion.at, lagMs), said };
}

export const here = (site: DemoSite): Pick<Said, 'readPoint' | 'bizLocation'> => ({
  readPoint: glnUri(site.gln),
  bizLocation: glnUri(site.gln),
});

/** From whom to whom, with the places: what makes a shipment visible to both. */
const journey = (from: DemoSite, to: DemoSite): Pick<Said, 'sourceList' | 'destinationList'> => ({
  sourceList: [
    { type: 'possessing_party', id: partyUri(from.organisation) },
    { type: 'location', id: glnUri(from.gln) },
  ],
  destinationList: [
    { type: 'possessing_party', id: partyUri(to.organisation) },
    { type: 'location', id: glnUri(to.gln) },
  ],
});

/** The despatch advice that shipment and receipt both name. */
const advice = (from: DemoSite, number: string): Pick<Said, 'bizTransactionList'> => ({
  bizTransactionList: [{ type: 'desadv', id: `urn:epcglobal:cbv:bt:${from.organisation}:${number}` }],
});

/** The packs come into being, all of one batch. */
export function commissioned(occasion: DemoOccasion, packs: readonly DemoPack[]): DemoEvent {
  const [first] = packs;
  return event(occasion, {
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    epcList: uris(packs),
    ...here(occasion.site),
    ...(first && { lotNumber: first.lot, itemExpirationDate: first.expiry }),
  });
}

/** What carries no serial number comes into being, of one batch. */
export const released = (occasion: DemoOccasion, item: DemoLot): DemoEvent =>
  event(occasion, {
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    quantityList: quantities([item]),
    ...here(occasion.site),
    ...{ lotNumber: item.lot, itemExpirationDate: item.expiry },
  });

/** What travels: packs by themselves, cases and pallets as they are, and what has no serial number. */
interface DemoGoods {
  readonly packs?: readonly DemoPack[];
  readonly units?: readonly Sscc[];
  readonly lots?: readonly DemoLot[];
}

const goods = ({ packs = [], units = [], lots = [] }: DemoGoods): Pick<Said, 'epcList' | 'quantityList'> => ({
  epcList: [...units.map(ssccUri), ...uris(packs)],
  quantityList: quantities(lots),
});

const quantities = (lots: readonly DemoLot[]) =>
  lots.map(({ gtin, lot, quantity }) => ({ epcClass: lgtinUri(gtin, lot), quantity, uom: undefined }));

/** A journey between two sites under the number of its despatch advice. */
export interface DemoShipment extends DemoGoods {
  readonly to: DemoSite;
  readonly number: string;
  /** A return instead of a delivery. */
  readonly returned?: boolean;
}

export const shipped = (occasion: DemoOccasion, { to, number, returned, ...what }: DemoShipment): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'shipping',
    disposition: returned ? 'returned' : 'in_transit',
    ...goods(what),
    readPoint: glnUri(occasion.site.gln),
    ...journey(occasion.site, to),
    ...advice(occasion.site, number),
  });

/** The sender takes a shipment back. */
export const voided = (occasion: DemoOccasion, { to, number, ...what }: DemoShipment): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'void_shipping',
    disposition: 'in_progress',
    ...goods(what),
    ...here(occasion.site),
    ...journey(occasion.site, to),
    ...advice(occasion.site, number),
  });

/** The consignee has it; `from` is the sender's site. */
export const received = (
  occasion: DemoOccasion,
  from: DemoSite,
  shipment: Omit<DemoShipment, 'to'>,
): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    ...goods(shipment),
    ...here(occasion.site),
    ...journey(from, occasion.site),
    ...advice(from, shipment.number),
  });

export const supplied = (occasion: DemoOccasion, pack: DemoPack): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'dispensing',
    disposition: 'dispensed',
    epcList: uris([pack]),
    ...here(occasion.site),
  });

/** So many items of a batch without serial numbers are handed out. */
export const suppliedLot = (occasion: DemoOccasion, item: DemoLot): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'dispensing',
    disposition: 'dispensed',
    quantityList: quantities([item]),
    ...here(occasion.site),
  });

/** The event of the same name is declared to be in error. */
export const undone = (original: DemoEvent, at: Instant): DemoEvent => ({
  ...original,
  recordedAt: at,
  said: {
    ...original.said,
    errorDeclaration: { declarationTime: at, reason: 'did_not_occur', correctiveEventIDs: [] },
  },
});

export const destroyed = (occasion: DemoOccasion, packs: readonly DemoPack[]): DemoEvent =>
  event(occasion, {
    action: 'DELETE',
    bizStep: 'destroying',
    disposition: 'destroyed',
    epcList: uris(packs),
    ...here(occasion.site),
  });

export const exported = (occasion: DemoOccasion, packs: readonly DemoPack[]): DemoEvent =>
  event(occasion, {
    action: 'DELETE',
    bizStep: 'decommissioning',
    disposition: 'inactive',
    epcList: uris(packs),
    ...here(occasion.site),
    vialog: { reason: 'exported' },
  });

export const sampled = (
  occasion: DemoOccasion,
  reason: 'sample' | 'free-sample',
  packs: readonly DemoPack[],
): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'sampling',
    disposition: 'inactive',
    epcList: uris(packs),
    ...here(occasion.site),
    vialog: { reason },
  });

export const stolen = (occasion: DemoOccasion, packs: readonly DemoPack[]): DemoEvent =>
  event(occasion, { action: 'OBSERVE', disposition: 'stolen', epcList: uris(packs), ...here(occasion.site) });

/** Who locks need not be where the packs are: no place is named. */
export const locked = (occasion: DemoOccasion, packs: readonly DemoPack[]): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    bizStep: 'holding',
    disposition: 'unavailable',
    epcList: uris(packs),
    vialog: { reason: 'locked' },
  });

/** The batch of `pack` is recalled in the countries of `reach`. */
export const recalled = (
  occasion: DemoOccasion,
  { gtin, lot }: DemoPack,
  recall: { readonly recallClass: 'I' | 'II' | 'III'; readonly reach: readonly string[] },
): DemoEvent =>
  event(occasion, {
    action: 'OBSERVE',
    disposition: 'recalled',
    quantityList: [{ epcClass: lgtinUri(gtin, lot), quantity: undefined, uom: undefined }],
    vialog: { recallClass: recall.recallClass, reach: [...recall.reach] },
  });

/** A pack under the scanner of a site, to look or to supply. */
export const looked = (
  occasion: Omit<DemoOccasion, 'lagMs'>,
  pack: DemoPack,
  { wanted = 'verify', entryMode = 'scan' }: Partial<Pick<DemoLook, 'wanted' | 'entryMode'>> = {},
): DemoLook => ({
  kind: 'look',
  name: occasion.name,
  site: occasion.site,
  recordedAt: occasion.at,
  wanted,
  entryMode,
  pack,
  device: `demo-till/1.${Number(occasion.site.gln.slice(-4)) % 3}#scanner-${occasion.site.gln.slice(-4)}`,
});
