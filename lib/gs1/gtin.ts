import type { Brand } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyError, keyFault } from './key-fault.ts';

/** A GTIN in its 14-digit form, AI (01). Equal strings are equal trade items. */
export type Gtin = Brand<string, 'Gtin'>;

/** Why a text is no GTIN. */
export type GtinError = KeyError<'gtin'>;

const LENGTHS = [8, 12, 13, 14];

/** Accepts GTIN-8, -12, -13 or -14 and left-pads with zeros to fourteen digits (General Specifications 3.3.2). */
export function parseGtin(input: string): Result<Gtin, GtinError> {
  const fault = keyFault('gtin', input, LENGTHS);
  return fault ? err(fault) : ok(input.padStart(14, '0') as Gtin);
}
