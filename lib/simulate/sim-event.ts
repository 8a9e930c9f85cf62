import { buildObjectEvent } from '../epcis/build-object-event.ts';
import { glnUri, lgtinUri, partyUri } from '../gs1/digital-link.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { offsetAt } from '../kernel/offset-at.ts';
import type { SimOrg, SimProduct } from './sim-world.ts';

/** A batch, and what its maker uploaded of it. */
export interface SimBatch {
  readonly product: SimProduct;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  /** What the register says, where the upload is wrong. */
  readonly registeredExpiry: LocalDate;
}

/** A pack, genuine or not: what its label says. */
export interface SimPack {
  readonly epc: string;
  readonly batch: SimBatch;
}

export type SimStep =
  | 'commission'
  | 'ship'
  | 'return'
  | 'receive'
  | 'verify'
  | 'supply'
  | 'destroy'
  | 'steal'
  | 'recall';

/** Something that happens, before it is recorded. */
export interface SimDeed {
  readonly step: SimStep;
  readonly at: Instant;
  readonly org: SimOrg;
  readonly packs: readonly SimPack[];
  readonly from?: SimOrg | undefined;
  readonly to?: SimOrg | undefined;
  /** Of a recall. */
  readonly batch?: SimBatch | undefined;
}

interface Words {
  readonly action: 'ADD' | 'OBSERVE' | 'DELETE';
  readonly bizStep?: string;
  readonly disposition?: string;
}

const WORDS: Readonly<Record<SimStep, Words>> = {
  commission: { action: 'ADD', bizStep: 'commissioning', disposition: 'active' },
  ship: { action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit' },
  return: { action: 'OBSERVE', bizStep: 'shipping', disposition: 'returned' },
  receive: { action: 'OBSERVE', bizStep: 'receiving', disposition: 'in_progress' },
  verify: { action: 'OBSERVE', bizStep: 'inspecting' },
  supply: { action: 'OBSERVE', bizStep: 'dispensing', disposition: 'dispensed' },
  destroy: { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
  steal: { action: 'OBSERVE', disposition: 'stolen' },
  recall: { action: 'OBSERVE', disposition: 'recalled' },
};

/** How a deed is told. */
export interface Telling {
  readonly eventID: string;
  /** As the reporter's clock shows it. */
  readonly eventTime: Instant;
  /** When it is declared an error, and did not happen. */
  readonly declaredAt?: Instant | undefined;
}

/** The EPCIS event of a deed. Its context is that of the standard. */
export function eventOf(deed: SimDeed, { eventID, eventTime, declaredAt }: Telling): Json {
  const { org, packs, step, from, to, batch } = deed;
  const [first] = packs;
  const party = (one: SimOrg) => [{ type: 'possessing_party', id: partyUri(one.gln) }];
  const { '@context': _context, ...event } = buildObjectEvent({
    ...WORDS[step],
    ...{ eventID, eventTime, eventTimeZoneOffset: offsetAt(deed.at, org.timeZone) },
    epcList: packs.map(({ epc }) => epc),
    ...{ readPoint: glnUri(org.site), bizLocation: glnUri(org.site) },
    ...(step === 'commission' && first
      ? { lotNumber: first.batch.lot, itemExpirationDate: first.batch.registeredExpiry }
      : {}),
    ...(from ? { sourceList: party(from) } : {}),
    ...(to ? { destinationList: party(to) } : {}),
    ...(batch ? { quantityList: [{ epcClass: lgtin(batch), quantity: undefined, uom: undefined }] } : {}),
    ...(declaredAt === undefined
      ? {}
      : {
          errorDeclaration: { declarationTime: declaredAt, reason: 'did_not_occur', correctiveEventIDs: [] },
        }),
  });
  return event;
}

const lgtin = ({ product, lot }: SimBatch): string => lgtinUri(product.gtin, lot);
