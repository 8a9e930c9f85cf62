import { z } from 'zod';
import { type Gtin, parseGtin } from '../../lib/gs1/gtin.ts';
import { parseSerial, type Serial } from '../../lib/gs1/serial.ts';

/** One shipment or receipt holds this many packs at most. */
const MOST_PACKS = 20_000;

export const packKeys = z
  .array(
    z.object({ gtin: z.string().max(14), serial: z.string().max(20), batch: z.string().max(20).optional() }),
  )
  .max(MOST_PACKS);

/** A pack as an action is told of it, once its identifiers have been judged. */
export interface JudgedPack {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly batch: string | undefined;
}

/** The packs of a form, or `undefined` where one of them is none: the browser has judged them before, so that is no mistake of a person. */
export function judgedPacks(packs: z.infer<typeof packKeys>): readonly JudgedPack[] | undefined {
  const judged: JudgedPack[] = [];
  for (const pack of packs) {
    const gtin = parseGtin(pack.gtin);
    const serial = parseSerial(pack.serial);
    if (!gtin.ok || !serial.ok) return undefined;
    judged.push({ gtin: gtin.value, serial: serial.value, batch: pack.batch });
  }
  return judged;
}
