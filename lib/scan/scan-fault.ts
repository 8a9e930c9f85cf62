import type { Gtin } from '../gs1/gtin.ts';
import type { CodeSystem } from '../gs1/other-codes/item-code.ts';
import type { PackCodeError } from '../gs1/pack-code.ts';
import type { LayoutId } from './keyboard-layouts.ts';

/** How a text was read: camera and decoder, a hand scanner that types, or a person's own typing. */
export type ScanSource = 'camera' | 'wedge' | 'manual';

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
  /** The scanner must type for the keyboard language that this computer uses. */
  | { readonly do: 'set-scanner'; readonly setting: 'keyboard-language' }
  /** The scanner must send nothing before or after the code but its line end. */
  | { readonly do: 'set-scanner'; readonly setting: 'no-added-text' }
  /** The scanner must send each code once, and each character once. */
  | { readonly do: 'set-scanner'; readonly setting: 'send-once' }
  /** The scanner must leave less time between two characters. */
  | { readonly do: 'set-scanner'; readonly setting: 'faster' }
  | { readonly do: 'switch-off-caps-lock' }
  /** This workstation's scanner is no longer what its self-test found: the test says what changed. */
  | { readonly do: 'repeat-self-test' }
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
  /** An ISO 15434 message, such as the German PPN, that is not well formed. */
  | { readonly code: 'scan/format-06' }
  /** A sound code of another system than GS1, which names no pack here: `product` as that system writes it. */
  | { readonly code: 'scan/other-system'; readonly system: CodeSystem; readonly product: string }
  /** The separator came as other characters, `found`. */
  | { readonly code: 'scan/separator-replaced'; readonly found: string }
  /** The separator did not come at all; `swallowed` is the AI that would begin there, where one is known. */
  | { readonly code: 'scan/separator-lost'; readonly swallowed: string }
  /** Upper and lower case are exchanged; `identifier` shows it, where the scanner sends one. */
  | { readonly code: 'scan/letter-case'; readonly identifier?: string }
  | { readonly code: 'scan/caps-lock' }
  /** The scanner types for another keyboard than this computer has, so that `meant` arrives as `typed`. */
  | {
      readonly code: 'scan/keyboard-layout';
      readonly scanner?: LayoutId;
      readonly host?: LayoutId;
      readonly typed: string;
      readonly meant: string;
    }
  /** Text that the symbol does not hold: a prefix or suffix the scanner is set to add. */
  | { readonly code: 'scan/added-text'; readonly found: string }
  /** The same came twice in one go: the whole code, or each of its characters. */
  | { readonly code: 'scan/doubled'; readonly twice: 'code' | 'character' }
  /** The code stopped in the middle, and its line end did not come. */
  | { readonly code: 'scan/cut-off' }
  /** It came so slowly that parts of it could be lost, or be somebody's typing. */
  | { readonly code: 'scan/slow'; readonly paceMs: number }
  /** What came differs from what this workstation's self-test found. */
  | {
      readonly code: 'scan/unlike-self-test';
      readonly what: 'key' | 'keyboard' | 'identifier' | 'added-text';
    }
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
