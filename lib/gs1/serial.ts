import type { Brand } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Cset82Error, cset82Fault } from './cset82.ts';

/** A serial number, AI (21): 1 to 20 characters of set 82. Case and leading zeros count. */
export type Serial = Brand<string, 'Serial'>;

/** Why a text is no serial number. */
export type SerialError = Cset82Error<'serial'>;

/** Accepts 1 to 20 characters of set 82, exactly as printed (General Specifications 3.5.2). */
export function parseSerial(input: string): Result<Serial, SerialError> {
  const fault = cset82Fault('serial', input, 20);
  return fault ? err(fault) : ok(input as Serial);
}
