import { expect, test } from 'vitest';
import type { Claim } from '../claim.ts';
import {
  CONTEXT,
  commissioned,
  date,
  declares,
  EXPIRY,
  FRENCH_PHARMACY,
  FRENCH_REGULATOR,
  gln,
  hour,
  Ledger,
  lot,
  MAKER,
  MAKERS_AGENT,
  OTHER_MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  PRODUCT,
  RECALLED,
  REGULATOR,
  receivedByPharmacy,
  receivedByWholesaler,
  recordedAt,
  SISTER,
  says,
  shippedToPharmacy,
  shippedToWholesaler,
  WHOLESALER,
} from '../claims-in-tests.ts';
import { CONTAINER_ROWS, cameOf } from '../container-rows-in-tests.ts';
import type { CustodyCode } from '../custody-codes.ts';
import type { PackContext } from '../pack-context.ts';
import { RULES } from './index.ts';

/** One row: what was recorded before, what is said now, and what must come of it. */
interface Row {
  readonly says: string;
  readonly before: readonly Claim[];
  readonly claim: Claim;
  readonly context?: Partial<PackContext>;
  readonly effect: 'applied' | 'without-effect' | 'barred';
  readonly codes?: readonly CustodyCode[];
  readonly disputed?: boolean;
  readonly status?: string;
  readonly held?: string;
}

const made = [commissioned];
const toWholesaler = [...made, shippedToWholesaler];
const atWholesaler = [...toWholesaler, receivedByWholesaler];
const toPharmacy = [...atWholesaler, shippedToPharmacy];
const onShelf = [...toPharmacy, receivedByPharmacy];
const supplied = says(PHARMACY, 'supply', 50);
const sold = [...onShelf, supplied];
const locked = says(MAKER, 'lock', 50);
const stolen = says(PHARMACY, 'steal', 50);
const destroyed = says(PHARMACY, 'destroy', 50);
const exported = says(WHOLESALER, 'export', 25);
const days = (count: number) => 50 + count * 24;

const ROWS: readonly Row[] = [
  // commissioning
  {
    says: 'the holder of the GTIN commissions',
    before: [],
    claim: commissioned,
    effect: 'applied',
    status: 'active',
    held: MAKER.gln,
  },
  {
    says: 'its agent commissions: the pack is the holder’s',
    before: [],
    claim: says(MAKERS_AGENT, 'commission', 0),
    effect: 'applied',
    held: MAKER.gln,
  },
  {
    says: 'a second commissioning with another lot',
    before: onShelf,
    claim: says(MAKERS_AGENT, 'commission', 60, { lot: lot('L2') }),
    effect: 'without-effect',
    codes: ['pack/already-commissioned'],
    disputed: true,
    held: PHARMACY.gln,
  },
  {
    says: 'a second commissioning dated before the first',
    before: onShelf,
    claim: recordedAt(60, says(MAKER, 'commission', -10, { lot: lot('L2') })),
    effect: 'without-effect',
    codes: ['pack/already-commissioned'],
    disputed: true,
    held: PHARMACY.gln,
  },
  {
    says: 'the same commissioning told again',
    before: onShelf,
    claim: says(MAKER, 'commission', 60, { claimedAt: hour(0) }),
    effect: 'without-effect',
    codes: ['event/same'],
    disputed: false,
  },
  {
    says: 'any event told again with the same content',
    before: toWholesaler,
    claim: says(MAKER, 'ship', 10, { to: WHOLESALER.gln, repeats: shippedToWholesaler.event }),
    effect: 'without-effect',
    codes: ['event/same'],
    disputed: false,
  },
  {
    says: 'a receipt of a serial never commissioned',
    before: [],
    claim: receivedByWholesaler,
    effect: 'without-effect',
    codes: ['pack/unknown'],
    disputed: false,
    status: 'unknown',
  },
  {
    says: 'a supply of a serial never commissioned',
    before: [],
    claim: supplied,
    effect: 'without-effect',
    codes: ['pack/unknown'],
    status: 'unknown',
  },
  {
    says: 'an inspection of a serial never commissioned',
    before: [],
    claim: says(REGULATOR, 'observe', 1),
    effect: 'without-effect',
    codes: ['pack/unknown'],
  },
  {
    says: 'an inspection by anybody',
    before: onShelf,
    claim: says(OTHER_PHARMACY, 'observe', 45),
    effect: 'applied',
    disputed: false,
    held: PHARMACY.gln,
  },

  // shipping and receiving
  { says: 'the holder ships', before: made, claim: shippedToWholesaler, effect: 'applied' },
  {
    says: 'the holder’s agent ships',
    before: made,
    claim: says(MAKERS_AGENT, 'ship', 10, { to: WHOLESALER.gln }),
    effect: 'applied',
  },
  {
    says: 'the sender sends elsewhere what is still on its way',
    before: toWholesaler,
    claim: says(MAKER, 'ship', 15, { to: PHARMACY.gln }),
    effect: 'applied',
  },
  {
    says: 'the consignee ships on: its receipt is inferred',
    before: toWholesaler,
    claim: shippedToPharmacy,
    effect: 'applied',
    codes: ['pack/receipt-inferred'],
  },
  {
    says: 'a stranger ships',
    before: onShelf,
    claim: says(OTHER_PHARMACY, 'ship', 50, { to: OTHER_PHARMACY.gln }),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    disputed: true,
    held: PHARMACY.gln,
  },
  {
    says: 'the holder before ships again',
    before: onShelf,
    claim: says(WHOLESALER, 'ship', 50, { to: OTHER_PHARMACY.gln }),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    held: PHARMACY.gln,
  },
  {
    says: 'the consignee receives',
    before: toPharmacy,
    claim: receivedByPharmacy,
    effect: 'applied',
    held: PHARMACY.gln,
  },
  {
    says: 'a stranger receives',
    before: toPharmacy,
    claim: says(OTHER_PHARMACY, 'receive', 40),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    disputed: true,
  },
  {
    says: 'a sister of the consignee receives',
    before: toPharmacy,
    claim: says(SISTER, 'receive', 40),
    effect: 'without-effect',
    codes: ['pack/not-held'],
  },
  {
    says: 'somebody receives what was shipped to nobody named',
    before: [...made, says(MAKER, 'ship', 10)],
    claim: receivedByWholesaler,
    effect: 'without-effect',
    codes: ['pack/not-held'],
  },
  {
    says: 'the sender takes back what never arrived',
    before: toWholesaler,
    claim: says(MAKER, 'receive', 15),
    effect: 'applied',
    held: MAKER.gln,
  },
  {
    says: 'the sender voids its shipment',
    before: toWholesaler,
    claim: says(MAKER, 'void-shipping', 12),
    effect: 'applied',
    held: MAKER.gln,
  },
  {
    says: 'a shipment is voided after it arrived',
    before: atWholesaler,
    claim: says(MAKER, 'void-shipping', 25),
    effect: 'without-effect',
    codes: ['pack/not-in-transit'],
    held: WHOLESALER.gln,
  },
  {
    says: 'the consignee voids the shipment',
    before: toWholesaler,
    claim: says(WHOLESALER, 'void-shipping', 12),
    effect: 'without-effect',
    codes: ['pack/not-in-transit'],
  },

  // supply
  {
    says: 'the holder supplies',
    before: onShelf,
    claim: supplied,
    effect: 'applied',
    status: 'supplied',
    held: PHARMACY.gln,
  },
  {
    says: 'the consignee supplies: its receipt is inferred',
    before: toPharmacy,
    claim: supplied,
    effect: 'applied',
    codes: ['pack/receipt-inferred'],
    status: 'supplied',
  },
  {
    says: 'a sister of the owner group supplies',
    before: onShelf,
    claim: says(SISTER, 'supply', 50),
    effect: 'applied',
    codes: ['pack/held-in-group'],
    status: 'supplied',
    held: SISTER.gln,
  },
  {
    says: 'a stranger supplies',
    before: onShelf,
    claim: says(OTHER_PHARMACY, 'supply', 50),
    effect: 'without-effect',
    codes: ['pack/supplied-by-non-holder'],
    disputed: true,
    status: 'active',
    held: PHARMACY.gln,
  },
  {
    says: 'a wholesaler supplies what it holds',
    before: atWholesaler,
    claim: says(WHOLESALER, 'supply', 50),
    effect: 'without-effect',
    codes: ['pack/not-entitled'],
    status: 'active',
  },
  {
    says: 'the same counter supplies twice',
    before: sold,
    claim: says(PHARMACY, 'supply', 51),
    effect: 'without-effect',
    codes: ['pack/already-supplied'],
    disputed: false,
    status: 'supplied',
  },
  {
    says: 'another counter supplies what is supplied',
    before: sold,
    claim: says(OTHER_PHARMACY, 'supply', 51),
    effect: 'without-effect',
    codes: ['pack/already-supplied'],
    disputed: true,
    status: 'supplied',
  },
  {
    says: 'an expired pack is supplied',
    before: onShelf,
    claim: says(PHARMACY, 'supply', 50, {
      claimedAt: hour(24 * 620),
      recordedAt: hour(24 * 620),
      foldedAt: hour(24 * 620),
    }),
    effect: 'applied',
    codes: ['batch/expired'],
    status: 'supplied',
  },
  {
    says: 'a recalled pack is supplied',
    before: onShelf,
    claim: supplied,
    context: { batch: RECALLED },
    effect: 'applied',
    codes: ['batch/recalled'],
  },
  {
    says: 'a pack recalled in another country is supplied',
    before: onShelf,
    claim: supplied,
    context: {
      batch: { expiry: EXPIRY, recalls: RECALLED.recalls.map((recall) => ({ ...recall, reach: ['FR'] })) },
    },
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a withdrawn product is supplied',
    before: onShelf,
    claim: supplied,
    context: {
      product: {
        ...PRODUCT,
        markets: [{ country: 'DE', marketedFrom: date('2020-01-01'), withdrawnFrom: date('2026-10-01') }],
      },
    },
    effect: 'applied',
    codes: ['product/withdrawn'],
  },
  {
    says: 'a locked pack is supplied',
    before: [...onShelf, says(MAKER, 'lock', 45)],
    claim: supplied,
    effect: 'applied',
    codes: ['pack/locked'],
  },
  {
    says: 'a pack locked by a foreign regulator is supplied',
    before: [...onShelf, says(FRENCH_REGULATOR, 'lock', 45)],
    claim: supplied,
    effect: 'applied',
    codes: [],
  },
  {
    says: 'a recalled pack goes back',
    before: onShelf,
    claim: says(PHARMACY, 'return-ship', 50, { to: WHOLESALER.gln }),
    context: { batch: RECALLED },
    effect: 'applied',
    codes: [],
  },

  // after the end
  {
    says: 'a supplied pack is shipped on',
    before: sold,
    claim: says(PHARMACY, 'ship', 60, { to: WHOLESALER.gln }),
    effect: 'without-effect',
    codes: ['pack/already-supplied'],
    status: 'supplied',
  },
  {
    says: 'a supplied pack is returned: it stays supplied',
    before: sold,
    claim: says(PHARMACY, 'return-ship', 60, { to: WHOLESALER.gln }),
    effect: 'applied',
    status: 'supplied',
  },
  {
    says: 'a returned, supplied pack is received: it stays supplied',
    before: [...sold, says(PHARMACY, 'return-ship', 60, { to: WHOLESALER.gln })],
    claim: says(WHOLESALER, 'receive', 70),
    effect: 'applied',
    status: 'supplied',
    held: WHOLESALER.gln,
  },
  {
    says: 'a supplied pack is destroyed by who holds it',
    before: sold,
    claim: says(PHARMACY, 'destroy', 60),
    effect: 'applied',
    status: 'destroyed',
  },
  {
    says: 'a stolen pack is supplied',
    before: [...onShelf, stolen],
    claim: says(OTHER_PHARMACY, 'supply', 60),
    effect: 'without-effect',
    codes: ['pack/stolen'],
    disputed: true,
    status: 'stolen',
  },
  {
    says: 'an exported pack is supplied',
    before: [...atWholesaler, exported],
    claim: supplied,
    effect: 'without-effect',
    codes: ['pack/exported'],
    status: 'exported',
  },
  {
    says: 'a destroyed pack is reported stolen',
    before: [...onShelf, destroyed],
    claim: says(MAKER, 'steal', 60),
    effect: 'without-effect',
    codes: ['pack/destroyed'],
    status: 'destroyed',
  },

  // destroying, exporting, sampling
  { says: 'the holder destroys', before: onShelf, claim: destroyed, effect: 'applied', status: 'destroyed' },
  {
    says: 'a stranger destroys',
    before: onShelf,
    claim: says(OTHER_PHARMACY, 'destroy', 50),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    disputed: true,
    status: 'active',
  },
  {
    says: 'a wholesaler exports what it holds',
    before: atWholesaler,
    claim: exported,
    effect: 'applied',
    status: 'exported',
  },
  {
    says: 'the maker’s agent exports what the maker holds',
    before: made,
    claim: says(MAKERS_AGENT, 'export', 5),
    effect: 'applied',
    status: 'exported',
  },
  {
    says: 'a pharmacy exports what it holds',
    before: onShelf,
    claim: says(PHARMACY, 'export', 50),
    effect: 'without-effect',
    codes: ['pack/not-entitled'],
    status: 'active',
  },
  {
    says: 'another wholesaler exports',
    before: onShelf,
    claim: says(WHOLESALER, 'export', 50),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    status: 'active',
  },
  {
    says: 'a pharmacy takes a sample of what it holds',
    before: onShelf,
    claim: says(PHARMACY, 'sample', 50),
    effect: 'applied',
    status: 'sample',
  },
  {
    says: 'a manufacturer gives a free sample',
    before: made,
    claim: says(MAKER, 'free-sample', 5),
    effect: 'applied',
    status: 'free-sample',
  },
  {
    says: 'a wholesaler gives a free sample',
    before: atWholesaler,
    claim: says(WHOLESALER, 'free-sample', 25),
    effect: 'without-effect',
    codes: ['pack/not-entitled'],
    status: 'active',
  },

  // theft and locks
  { says: 'the holder reports a theft', before: onShelf, claim: stolen, effect: 'applied', status: 'stolen' },
  {
    says: 'the sender reports what was stolen on its way',
    before: toPharmacy,
    claim: says(WHOLESALER, 'steal', 35),
    effect: 'applied',
    status: 'stolen',
  },
  {
    says: 'the holder of the GTIN reports a theft anywhere',
    before: onShelf,
    claim: says(MAKER, 'steal', 50),
    effect: 'applied',
    status: 'stolen',
  },
  {
    says: 'the maker’s agent reports a theft at a pharmacy',
    before: onShelf,
    claim: says(MAKERS_AGENT, 'steal', 50),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    status: 'active',
  },
  {
    says: 'a stranger reports a theft',
    before: onShelf,
    claim: says(OTHER_PHARMACY, 'steal', 50),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    disputed: true,
    status: 'active',
  },
  {
    says: 'another manufacturer reports a theft',
    before: onShelf,
    claim: says(OTHER_MAKER, 'steal', 50),
    effect: 'without-effect',
    codes: ['pack/not-held'],
    status: 'active',
  },
  {
    says: 'the holder of the GTIN locks',
    before: onShelf,
    claim: locked,
    effect: 'applied',
    status: 'active',
  },
  { says: 'a regulator locks', before: onShelf, claim: says(REGULATOR, 'lock', 50), effect: 'applied' },
  {
    says: 'the maker’s agent locks',
    before: onShelf,
    claim: says(MAKERS_AGENT, 'lock', 50),
    effect: 'without-effect',
    codes: ['pack/not-entitled'],
  },
  {
    says: 'a pharmacy locks what it holds',
    before: onShelf,
    claim: says(PHARMACY, 'lock', 50),
    effect: 'without-effect',
    codes: ['pack/not-entitled'],
  },
  {
    says: 'who locked lifts',
    before: [...onShelf, locked],
    claim: says(MAKER, 'lift', 60, { lifts: locked.event }),
    effect: 'applied',
  },
  {
    says: 'the pharmacy lifts the maker’s lock',
    before: [...onShelf, locked],
    claim: says(PHARMACY, 'lift', 60, { lifts: locked.event }),
    effect: 'without-effect',
    codes: ['pack/lift-not-yours'],
  },
  {
    says: 'a lift names an event that is no lock',
    before: [...onShelf, locked],
    claim: says(MAKER, 'lift', 60, { lifts: commissioned.event }),
    effect: 'without-effect',
    codes: ['pack/lift-nothing'],
  },
  {
    says: 'a lift names nothing',
    before: onShelf,
    claim: says(REGULATOR, 'lift', 60),
    effect: 'without-effect',
    codes: ['pack/lift-nothing'],
  },
  {
    says: 'a regulator finds a stolen pack again',
    before: [...onShelf, says(REGULATOR, 'steal', 50, { event: 'theft' })],
    claim: says(REGULATOR, 'lift', 60, { lifts: 'theft' }),
    effect: 'applied',
    status: 'active',
    held: PHARMACY.gln,
  },
  {
    says: 'the pharmacy takes back its theft report',
    before: [...onShelf, stolen],
    claim: says(PHARMACY, 'lift', 60, { lifts: stolen.event }),
    effect: 'without-effect',
    codes: ['pack/lift-not-yours'],
    status: 'stolen',
  },
  {
    says: 'a pack stolen in France alone is supplied in Germany',
    before: [...onShelf, says(FRENCH_REGULATOR, 'steal', 45)],
    claim: supplied,
    effect: 'applied',
    status: 'supplied',
  },
  {
    says: 'a pack stolen in France is supplied there',
    before: [...onShelf, says(FRENCH_REGULATOR, 'steal', 45)],
    claim: says(FRENCH_PHARMACY, 'supply', 50),
    effect: 'without-effect',
    codes: ['pack/stolen'],
    status: 'stolen',
  },

  // late events
  {
    says: 'a late receipt that others’ events agree with',
    before: [...toWholesaler, shippedToPharmacy, receivedByPharmacy],
    claim: recordedAt(60, receivedByWholesaler),
    effect: 'applied',
    held: PHARMACY.gln,
  },
  {
    says: 'a late supply before the pack was shipped on',
    before: onShelf,
    claim: recordedAt(60, says(WHOLESALER, 'destroy', 25)),
    effect: 'barred',
    codes: ['event/late'],
    disputed: true,
    status: 'active',
    held: PHARMACY.gln,
  },
  {
    says: 'a late supply that a return would carry along',
    before: [
      ...onShelf,
      says(PHARMACY, 'return-ship', 60, { to: WHOLESALER.gln }),
      says(WHOLESALER, 'receive', 70),
    ],
    claim: recordedAt(80, says(PHARMACY, 'supply', 50)),
    effect: 'barred',
    codes: ['event/late'],
    status: 'active',
    held: WHOLESALER.gln,
  },
  {
    says: 'an offline supply recorded an hour late',
    before: [...onShelf, says(REGULATOR, 'observe', 55)],
    claim: recordedAt(60, supplied),
    effect: 'applied',
    status: 'supplied',
  },
  {
    says: 'a late void of a shipment that has arrived',
    before: onShelf,
    claim: recordedAt(60, says(WHOLESALER, 'void-shipping', 35)),
    effect: 'barred',
    codes: ['event/late'],
    held: PHARMACY.gln,
  },

  // corrections and undo
  {
    says: 'a supply is undone at the same place the next day',
    before: sold,
    claim: declares(supplied, days(1)),
    effect: 'applied',
    codes: [],
    status: 'active',
    held: PHARMACY.gln,
  },
  {
    says: 'a supply is undone a minute before ten days',
    before: sold,
    claim: declares(supplied, days(10) - 1 / 60),
    effect: 'applied',
    status: 'active',
  },
  {
    says: 'a supply is undone after ten days',
    before: sold,
    claim: declares(supplied, days(10)),
    effect: 'without-effect',
    codes: ['pack/undo-too-late'],
    disputed: false,
    status: 'supplied',
  },
  {
    says: 'a supply is undone in another branch',
    before: sold,
    claim: declares(supplied, 51, { location: gln(199) }),
    effect: 'without-effect',
    codes: ['pack/undo-elsewhere'],
    status: 'supplied',
  },
  {
    says: 'a supply of a batch recalled since is undone',
    before: sold,
    claim: declares(supplied, 51),
    context: { batch: RECALLED },
    effect: 'without-effect',
    codes: ['batch/recalled'],
    status: 'supplied',
  },
  {
    says: 'a supply of a product withdrawn since is undone',
    before: sold,
    claim: declares(supplied, 51),
    context: {
      product: {
        ...PRODUCT,
        markets: [{ country: 'DE', marketedFrom: date('2020-01-01'), withdrawnFrom: date('2026-10-03') }],
      },
    },
    effect: 'without-effect',
    codes: ['product/withdrawn'],
    status: 'supplied',
  },
  {
    says: 'a supply of a pack expired since is undone',
    before: [says(MAKER, 'commission', 0, { expiry: date('2026-10-03') }), ...onShelf.slice(1), supplied],
    claim: declares(supplied, 80),
    effect: 'without-effect',
    codes: ['batch/expired'],
    status: 'supplied',
  },
  {
    says: 'a supply of a pack reported stolen since is undone',
    before: [...sold, says(REGULATOR, 'steal', 55)],
    claim: declares(supplied, 60),
    effect: 'without-effect',
    codes: ['pack/stolen'],
    status: 'supplied',
  },
  {
    says: 'a supply of a pack that is reported stolen in another country only is undone',
    before: [...onShelf, says(FRENCH_REGULATOR, 'steal', 45), supplied],
    claim: declares(supplied, 60),
    effect: 'applied',
    status: 'stolen',
  },
  {
    says: 'an export is undone',
    before: [...atWholesaler, exported],
    claim: declares(exported, 30),
    effect: 'applied',
    status: 'active',
    held: WHOLESALER.gln,
  },
  {
    says: 'a destruction is undone',
    before: [...onShelf, destroyed],
    claim: declares(destroyed, 51),
    effect: 'without-effect',
    codes: ['pack/undo-never'],
    status: 'destroyed',
  },
  {
    says: 'a theft report is declared in error',
    before: [...onShelf, stolen],
    claim: declares(stolen, 51),
    effect: 'without-effect',
    codes: ['pack/lift-not-yours'],
    status: 'stolen',
  },
  {
    says: 'a regulator declares its theft report in error',
    before: [...onShelf, says(REGULATOR, 'steal', 50, { event: 'theft' })],
    claim: declares(says(REGULATOR, 'steal', 50, { event: 'theft' }), 60),
    effect: 'applied',
    status: 'active',
  },
  {
    says: 'somebody else’s supply is declared in error',
    before: sold,
    claim: says(OTHER_PHARMACY, 'supply', 50, {
      corrects: supplied.event,
      recordedAt: hour(51),
      location: PHARMACY.site,
    }),
    effect: 'without-effect',
    codes: ['correction/not-yours'],
    status: 'supplied',
  },
  {
    says: 'a declaration means nothing recorded',
    before: onShelf,
    claim: declares(supplied, 51),
    effect: 'without-effect',
    codes: ['correction/nothing'],
    disputed: false,
  },
  {
    says: 'an event is declared in error twice',
    before: [...sold, declares(supplied, 51)],
    claim: declares(supplied, 52, { event: 'again' }),
    effect: 'without-effect',
    codes: ['correction/nothing'],
    status: 'active',
  },
  {
    says: 'a shipment that was received is declared in error',
    before: onShelf,
    claim: declares(shippedToPharmacy, 50),
    effect: 'barred',
    codes: ['correction/rested-on'],
    disputed: true,
    held: PHARMACY.gln,
  },
  {
    says: 'a shipment that nobody received is declared in error',
    before: toPharmacy,
    claim: declares(shippedToPharmacy, 35),
    effect: 'applied',
    held: WHOLESALER.gln,
  },
  {
    says: 'one’s own receipt is declared in error',
    before: onShelf,
    claim: declares(receivedByPharmacy, 45),
    effect: 'applied',
  },
  {
    says: 'a received shipment is corrected to another consignee',
    before: [...onShelf, says(WHOLESALER, 'ship', 50, { event: 'instead', to: OTHER_PHARMACY.gln })],
    claim: declares(shippedToPharmacy, 51, { correctives: ['instead'] }),
    effect: 'barred',
    codes: ['correction/rested-on'],
    held: PHARMACY.gln,
  },
  {
    says: 'a commissioning is corrected to an earlier expiry',
    before: [...onShelf, says(MAKER, 'commission', 50, { event: 'right', expiry: date('2028-04-30') })],
    claim: declares(commissioned, 51, { correctives: ['right'] }),
    effect: 'applied',
    codes: [],
    disputed: false,
    held: PHARMACY.gln,
  },
  {
    says: 'a commissioning is corrected to a later expiry',
    before: [...onShelf, says(MAKER, 'commission', 50, { event: 'right', expiry: date('2029-05-31') })],
    claim: declares(commissioned, 51, { correctives: ['right'] }),
    effect: 'applied',
    codes: ['batch/expiry-later'],
    held: PHARMACY.gln,
  },
  {
    says: 'a commissioning that others rest on is declared in error',
    before: onShelf,
    claim: declares(commissioned, 51),
    effect: 'barred',
    codes: ['correction/rested-on'],
    status: 'active',
    held: PHARMACY.gln,
  },
  {
    says: 'a commissioning that nobody rests on is declared in error',
    before: made,
    claim: declares(commissioned, 51),
    effect: 'applied',
    status: 'unknown',
  },
  {
    says: 'a maker undoes a destruction by withdrawing the commissioning',
    before: [...made, says(MAKER, 'destroy', 5)],
    claim: declares(commissioned, 51),
    effect: 'barred',
    codes: ['correction/rested-on'],
    status: 'destroyed',
  },
];

test.each(ROWS)('$says: $effect $codes', (row) => {
  const ledger = new Ledger().all(...row.before);
  ledger.context = { ...CONTEXT, ...row.context };
  const { effect, breaches, next } = ledger.record(row.claim);
  expect(effect).toBe(row.effect);
  if (row.codes) expect(breaches.map(({ code }) => code)).toEqual(row.codes);
  if (row.disputed !== undefined) expect(next.disputed).toBe(row.disputed);
  if (row.status) expect(next.status).toBe(row.status);
  if (row.held) expect(next.place).toMatchObject({ kind: 'held', party: row.held });
});

test.each(CONTAINER_ROWS)('$says: $effect $codes', (row) => {
  const { effect, breaches } = cameOf(row);
  expect(effect).toBe(row.effect);
  expect(breaches.map(({ code }) => code)).toEqual(row.codes);
});

test('every rule that weighs packs is broken by a row of the table', () => {
  const broken = new Set([
    ...CONTAINER_ROWS.flatMap((row) => cameOf(row).breaches.map(({ rule }) => rule)),
    ...ROWS.flatMap((row) => {
      const ledger = new Ledger().all(...row.before);
      ledger.context = { ...CONTEXT, ...row.context };
      return ledger.record(row.claim).breaches.map(({ rule }) => rule);
    }),
  ]);
  const weighing = RULES.filter(({ on }) => on === 'pack' || on === 'late' || on === 'correction');
  expect(weighing.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
});
