import type { LedgerStateData } from '../ui/ledger-data.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** A pack by its key. */
export interface PackKey {
  readonly gtin: string;
  readonly serial: string;
}

/** What a scan or a pasted line gave: the key, and batch and expiry (YYMMDD) where they were read. */
export interface ReadPack extends PackKey {
  readonly batch?: string | undefined;
  readonly expiry?: string | undefined;
}

/** A pack as the register shows it to its holder or consignee. */
export interface PackLine extends PackKey {
  readonly productName: string;
  readonly batch: string;
  /** `YYYY-MM-DD`. */
  readonly expiry: string;
}

/** A place goods can go to. */
export interface PartnerPlace {
  readonly gln: string;
  readonly name: string;
  readonly organisation: string;
  readonly city: string;
  readonly country: string;
}

/** Whether a pack can be shipped from here, said before it is. */
export type Shippable =
  | { readonly key: PackKey; readonly fit: true; readonly line: PackLine }
  | {
      readonly key: PackKey;
      readonly fit: false;
      readonly line: PackLine | null;
      readonly code: string;
      readonly text: string;
    };

/** Whether a case or pallet can be shipped from here with all that is in it. */
export interface ShippableUnit {
  readonly sscc: string;
  readonly fit: boolean;
  readonly packs: number;
  /** Why not. */
  readonly text: string;
}

export interface ShipRequest {
  /** GLN of the place the goods go to. */
  readonly to: string;
  readonly packs: readonly PackKey[];
  /** Cases and pallets by their SSCC. */
  readonly units: readonly string[];
  /** The sender's own number for the delivery, if any. */
  readonly reference?: string | undefined;
}

/** What became of each pack of a shipment or a receipt. */
export interface MovementResult {
  readonly shipmentId: string;
  readonly at: string;
  readonly applied: number;
  readonly withoutEffect: readonly (PackKey & { readonly code: string; readonly text: string })[];
  /** Packs that were seen in a case in which the record has them not. */
  readonly checksFailed: readonly (PackKey & { readonly code: string; readonly text: string })[];
  readonly ledger: LedgerStateData;
}

/** What Ship needs. */
export interface ShipScreenProps {
  readonly partners: readonly PartnerPlace[];
  readonly from: { readonly name: string; readonly gln: string };
  readonly thisYear: number;
  readonly check: (packs: readonly ReadPack[]) => Promise<ActionAnswer<readonly Shippable[]>>;
  readonly checkUnits: (units: readonly string[]) => Promise<ActionAnswer<readonly ShippableUnit[]>>;
  readonly ship: (request: ShipRequest, requestId: string) => Promise<ActionAnswer<MovementResult>>;
}

/** A delivery on its way here. */
export interface InboundShipment {
  readonly id: string;
  readonly reference: string | null;
  readonly from: { readonly name: string; readonly city: string; readonly country: string };
  readonly shippedAt: string;
  readonly timeZone: string;
  readonly packCount: number;
}

export interface ReceiveListScreenProps {
  readonly shipments: readonly InboundShipment[];
  /** The address of the next page of the list, `null` on the last. */
  readonly nextHref: string | null;
}

/** A pack as it was announced: by itself, or in a case or pallet that was shipped as one. */
export interface AnnouncedLine extends PackLine {
  /** SSCC of what was shipped, and of what the pack is in itself; `null` for a pack by itself. */
  readonly unit: string | null;
  readonly container: string | null;
}

/** Why what was announced and what was scanned differ. */
export type MissingReason = 'not-in-delivery' | 'damaged' | 'not-checked';
export type ExtraReason = 'not-announced' | 'wrong-batch';

export interface ReceiveRequest {
  readonly shipmentId: string;
  /** Cases and pallets that were scanned and received as they are. */
  readonly units: readonly string[];
  /** Packs in them that were seen themselves. */
  readonly checked: readonly (PackKey & { readonly container: string })[];
  readonly received: readonly PackKey[];
  readonly missing: readonly (PackKey & { readonly reason: MissingReason })[];
  readonly extra: readonly (ReadPack & { readonly reason: ExtraReason; readonly accepted: boolean })[];
}

/** What a receiver recorded of a delivery. */
export interface DeliveryReceipt {
  readonly id: string;
  readonly at: string;
  readonly timeZone: string;
  readonly where: string | null;
  readonly packCount: number;
  /** What was not as announced, each with the receiver's reason in words. */
  readonly differences: readonly (PackKey & { readonly productName: string; readonly text: string })[];
}

/** A delivery as both of its sides see it. */
export interface DeliveryRecordData {
  readonly from: string;
  readonly to: string;
  readonly shippedAt: string;
  readonly timeZone: string;
  readonly packCount: number;
  readonly receipts: readonly DeliveryReceipt[];
}

/** What Receive needs for one announced delivery. */
export interface ReceiveScreenProps {
  readonly shipment: InboundShipment;
  readonly announced: readonly AnnouncedLine[];
  readonly place: { readonly name: string };
  readonly thisYear: number;
  /** What of it has been received before. */
  readonly receipts: readonly DeliveryReceipt[];
  readonly receive: (request: ReceiveRequest, requestId: string) => Promise<ActionAnswer<MovementResult>>;
}
