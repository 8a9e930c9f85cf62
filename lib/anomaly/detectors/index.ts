import type { Detector } from '../detector.ts';
import { d01UnknownIdentity } from './d01-unknown-identity.ts';
import { d02AttributeMismatch } from './d02-attribute-mismatch.ts';
import { d03AlreadyTerminal } from './d03-already-terminal.ts';
import { d04DoubleCommissioning } from './d04-double-commissioning.ts';
import { d12Recalled } from './d12-recalled.ts';
import { d13Expired } from './d13-expired.ts';
import { d14Stolen } from './d14-stolen.ts';

/** Every detector, in the order of the catalogue. */
export const DETECTORS: readonly Detector[] = [
  d01UnknownIdentity,
  d02AttributeMismatch,
  d03AlreadyTerminal,
  d04DoubleCommissioning,
  d12Recalled,
  d13Expired,
  d14Stolen,
];
