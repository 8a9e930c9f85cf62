import type { Gtin } from '../gs1/gtin.ts';
import type { PackCodeError } from '../gs1/pack-code.ts';

/** What would mend a fault, for the interface to say in words. */
export type ScanCure =
  | { readonly do: 'scan-again' }
  | { readonly do: 'retype' }
  /** Another symbol on the pack holds the data: the GS1 DataMatrix. */
  | { readonly do: 'scan-the-datamatrix' }
  /** The hand scanner must be told to send the separator as the control character U+001D. */
  | { readonly do: 'set-scanner'; readonly setting: 'send-group-separator' }
  /** Upper and lower case arrive exchanged: Caps Lock, or the scanner's own setting. */
  | { readonly do: 'set-scanner'; readonly setting: 'letter-case' }
  /** The code is printed wrongly: the pack itself is at fault. */
  | { readonly do: 'set-aside' };

/** What is wrong with a scan. */
export type ScanProblem =
  | { readonly code: 'scan/empty' }
  /** A matrix or linear code without FNC1: its digits may look right and mean something else. */
  | { readonly code: 'scan/not-gs1-symbol'; readonly identifier: string }
  /** An EAN, UPC or ITF code: the product alone. */
  | { readonly code: 'scan/product-only'; readonly gtin: Gtin }
  /** A web address that is no GS1 Digital Link. */
  | { readonly code: 'scan/web-address' }
  /** An ISO 15434 format 06 message, such as the German PPN: a sound code of another system. */
  | { readonly code: 'scan/format-06' }
  /** The separator came as other characters, `found`. */
  | { readonly code: 'scan/separator-replaced'; readonly found: string }
  /** The separator did not come at all; `swallowed` is the AI that would begin there, where one is known. */
  | { readonly code: 'scan/separator-lost'; readonly swallowed: string }
  | { readonly code: 'scan/letter-case'; readonly identifier: string }
  /** GS1 data with a fault of its own. */
  | { readonly code: 'scan/data'; readonly fault: PackCodeError };

/** Why a scan cannot be trusted: the problem, which characters of `read` show it, and what mends it. */
export type ScanFault = ScanProblem & {
  /** First character concerned, counted from 0 in `read`. */
  readonly at: number;
  /** How many characters are concerned; 0 where something is missing at `at`. */
  readonly length: number;
  /** The text exactly as it was received. */
  readonly read: string;
  readonly cure: ScanCure;
};
