import type { Detector } from '../detector.ts';
import { d01UnknownIdentity } from './d01-unknown-identity.ts';
import { d02AttributeMismatch } from './d02-attribute-mismatch.ts';
import { d03AlreadyTerminal } from './d03-already-terminal.ts';
import { d04DoubleCommissioning } from './d04-double-commissioning.ts';
import { d06ShippedByNonHolder } from './d06-shipped-by-non-holder.ts';
import { d07ReceiptWithoutShipment } from './d07-receipt-without-shipment.ts';
import { d08ShipmentNeverReceived } from './d08-shipment-never-received.ts';
import { d09DispensedWithoutCustody } from './d09-dispensed-without-custody.ts';
import { d10ContainerViolation } from './d10-container-violation.ts';
import { d11MovedAfterEnd } from './d11-moved-after-end.ts';
import { d12Recalled } from './d12-recalled.ts';
import { d13Expired } from './d13-expired.ts';
import { d14Stolen } from './d14-stolen.ts';
import { d15UnauthorisedParty } from './d15-unauthorised-party.ts';
import { d16WrongMarket } from './d16-wrong-market.ts';
import { d21ImpossibleTravel } from './d21-impossible-travel.ts';
import { d22ManySightings } from './d22-many-sightings.ts';

/** Every detector, in the order of the catalogue. */
export const DETECTORS: readonly Detector[] = [
  d01UnknownIdentity,
  d02AttributeMismatch,
  d03AlreadyTerminal,
  d04DoubleCommissioning,
  d06ShippedByNonHolder,
  d07ReceiptWithoutShipment,
  d08ShipmentNeverReceived,
  d09DispensedWithoutCustody,
  d10ContainerViolation,
  d11MovedAfterEnd,
  d12Recalled,
  d13Expired,
  d14Stolen,
  d15UnauthorisedParty,
  d16WrongMarket,
  d21ImpossibleTravel,
  d22ManySightings,
];
