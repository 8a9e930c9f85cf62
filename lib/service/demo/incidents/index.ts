import type { DemoIncident } from '../demo-story.ts';
import { clone } from './clone.ts';
import { disposal } from './disposal.ts';
import { doubleCommissioning } from './double-commissioning.ts';
import { expiry } from './expiry.ts';
import { genuine } from './genuine.ts';
import { openShipments } from './open-shipments.ts';
import { recall } from './recall.ts';
import { slips } from './slips.ts';
import { theft } from './theft.ts';
import { unknownSerial } from './unknown-serial.ts';
import { wayBack } from './way-back.ts';
import { wrongBatch } from './wrong-batch.ts';

/** Everything in the demo world that goes another way than usual; their packs are named in demo.json in this order. */
export const INCIDENTS: readonly DemoIncident[] = [
  genuine,
  unknownSerial,
  wrongBatch,
  expiry,
  recall,
  theft,
  clone,
  doubleCommissioning,
  disposal,
  wayBack,
  slips,
  openShipments,
];
