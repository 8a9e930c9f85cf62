import type { AggregationEventInput } from '../../epcis/build-aggregation-event.ts';
import type { ObjectEventInput } from '../../epcis/build-object-event.ts';
import { expiryDigits } from '../../gs1/expiry.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Sscc } from '../../gs1/sscc.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { DemoSite } from './demo-organisation.ts';

/** A pack as its print says. */
export interface DemoPack {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot;
  readonly expiry: LocalDate;
}

/** Something that a site reported. Its name is unique and makes its eventID; only an error declaration repeats it. */
interface Reported {
  readonly name: string;
  readonly site: DemoSite;
  readonly at: Instant;
  readonly recordedAt: Instant;
}

type Timed = 'eventID' | 'eventTime' | 'eventTimeZoneOffset';

/** What was said of packs, cases, pallets or batches. */
export interface DemoEvent extends Reported {
  readonly kind: 'event';
  readonly said: Omit<ObjectEventInput, Timed>;
}

/** What was said of a case or pallet and what is in it. */
export interface DemoPacking extends Reported {
  readonly kind: 'packing';
  readonly said: Omit<AggregationEventInput, Timed>;
}

/** Somebody held a pack under a scanner, to look or to supply, and the answer was all there was. */
export interface DemoLook {
  readonly kind: 'look';
  readonly name: string;
  readonly site: DemoSite;
  readonly recordedAt: Instant;
  readonly wanted: 'verify' | 'supply';
  readonly pack: DemoPack;
  readonly entryMode: 'scan' | 'manual';
  readonly device: string;
}

/** What happened in the demo world, one thing at a time. */
export type DemoStep = DemoEvent | DemoPacking | DemoLook;

/** A pack to try things with, as demo.json names it. */
export interface DemoExample {
  readonly purpose: string;
  readonly pack: DemoPack;
}

/** A case or pallet to try things with. */
export interface DemoUnitExample {
  readonly purpose: string;
  readonly sscc: Sscc;
}

/** So many items of a batch that carry no serial number. */
export interface DemoLot {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
  readonly quantity: number;
}

/** A batch without serial numbers to try things with. */
export interface DemoLotExample {
  readonly purpose: string;
  readonly item: DemoLot;
}

/** A part of the demo world's past, and the packs it leaves to try. */
export interface DemoChapter {
  readonly steps: readonly DemoStep[];
  readonly examples: readonly DemoExample[];
}

/** The expiry as the pack's symbol carries it. */
export const printedExpiry = ({ expiry }: Pick<DemoPack, 'expiry'>): string => expiryDigits(expiry);
