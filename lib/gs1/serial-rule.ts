import { err, type Result } from '../kernel/result.ts';
import type { SerialPolicy } from './guess-chance.ts';
import { parseSerial, type Serial, type SerialError } from './serial.ts';

/** Serial numbers of one length from `first` to `last`, both included, in the order of their characters' codes. */
export interface SerialRange {
  readonly first: string;
  readonly last: string;
}

/** How serial numbers of a product must be; without a policy any serial number will do. */
export interface SerialRule {
  readonly policy: SerialPolicy | undefined;
  readonly reserved: readonly SerialRange[];
}

/** Why a serial number does not follow the rule of its product. `at` counts characters from 0. */
export type SerialRuleFault =
  | { readonly code: 'serial/policy-length'; readonly length: number; readonly want: number }
  | { readonly code: 'serial/policy-character'; readonly at: number }
  | ({ readonly code: 'serial/reserved' } & SerialRange);

/** Accepts a serial number that follows the rule of its product; of several faults the first that a reader would mend. */
export function parseRuledSerial(
  input: string,
  { policy, reserved }: SerialRule,
): Result<Serial, SerialError | SerialRuleFault> {
  const serial = parseSerial(input);
  if (!serial.ok) return serial;
  const fault = policy && policyFaultOf(serial.value, policy);
  if (fault) return err(fault);
  const range = reserved.find((one) => isWithin(serial.value, one));
  return range ? err({ code: 'serial/reserved', first: range.first, last: range.last }) : serial;
}

function policyFaultOf(serial: Serial, { alphabet, length }: SerialPolicy): SerialRuleFault | undefined {
  if (serial.length !== length) return { code: 'serial/policy-length', length: serial.length, want: length };
  const at = [...serial].findIndex((character) => !alphabet.includes(character));
  return at === -1 ? undefined : { code: 'serial/policy-character', at };
}

/** Whether a serial number lies in a range: of its length, and between its ends. */
export const isWithin = (serial: string, { first, last }: SerialRange): boolean =>
  serial.length === first.length && serial >= first && serial <= last;
