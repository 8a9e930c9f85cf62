import type { ObjectEventInput } from '../../epcis/build-object-event.ts';
import { expiryDigits } from '../../gs1/expiry.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { DemoSite } from './demo-organisations.ts';

/** A pack as its print says. */
export interface DemoPack {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot;
  readonly expiry: LocalDate;
}

/** Something that a site reported. Its name is unique and makes its eventID; only an error declaration repeats it. */
export interface DemoEvent {
  readonly kind: 'event';
  readonly name: string;
  readonly site: DemoSite;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly said: Omit<ObjectEventInput, 'eventID' | 'eventTime' | 'eventTimeZoneOffset'>;
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
export type DemoStep = DemoEvent | DemoLook;

/** A pack to try things with, as demo.json names it. */
export interface DemoExample {
  readonly purpose: string;
  readonly pack: DemoPack;
}

/** A part of the demo world's past, and the packs it leaves to try. */
export interface DemoChapter {
  readonly steps: readonly DemoStep[];
  readonly examples: readonly DemoExample[];
}

/** The expiry as the pack's symbol carries it. */
export const printedExpiry = ({ expiry }: DemoPack): string => expiryDigits(expiry);
