import type { Json } from '../../lib/kernel/canonical-json.ts';
import type { Verdict } from '../scan/pack-answer.ts';
import type { LedgerStateData } from '../ui/ledger-data.ts';

/** What the reader may know of a place; anything withheld is `null`. */
export interface EventPlace {
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly timeZone: string;
}

/** One event of the pack's story. */
export interface PackEventData {
  /** The ledger's event id, 32 lower-case hex digits: the name of its receipt. */
  readonly id: string;
  /** What the event says, in the words of the custody rules: `commission`, `ship`, `receive`, `supply`, … */
  readonly act: string;
  readonly who: string | null;
  readonly where: EventPlace | null;
  /** When it was said to have happened, ISO 8601 in UTC. */
  readonly eventTime: string;
  /** When it was recorded, ISO 8601 in UTC. */
  readonly recordTime: string;
  readonly effect: 'applied' | 'without-effect' | 'named';
  /** Why it had no effect, or what it was flagged with. */
  readonly flags: readonly { readonly code: string; readonly text: string }[];
  /** `null` for an outline: which event it is, is not for the reader to know. */
  readonly ledger: LedgerStateData | null;
  /** Who signed the record. */
  readonly signedBy: 'organisation' | 'nobody';
  /** The document as received, pretty-printed, where the reader may see it. */
  readonly document: string | null;
  /** What opens the leaf's commitments to the fields the reader may see; the browser checks them against the log. */
  readonly opening?: EventOpening | null;
}

/** The commitments to an event's fields, and the salts of those that may be shown. */
export interface EventOpening {
  /** Of every group, shown or not. `commitment` in lower-case hex. */
  readonly commitments: readonly { readonly name: string; readonly commitment: string }[];
  /** Of the groups the reader may see. `salt` in lower-case hex. */
  readonly fields: readonly { readonly name: string; readonly value: Json; readonly salt: string }[];
}

/** What the page of one pack shows its reader, and no more. */
export interface PackScreenData {
  readonly gtin: string;
  readonly serial: string;
  readonly productName: string;
  readonly batch: string | null;
  /** `YYYY-MM-DD`; `printed` as YYMMDD where it is known. */
  readonly expiry: { readonly date: string; readonly printed: string | null } | null;
  readonly packState: string;
  readonly batchState: string;
  readonly productState: string;
  readonly disputed: boolean;
  readonly holder: string | null;
  /** `null` where the state is not for the reader to know. */
  readonly verdict: Verdict | null;
  readonly verdictText: string;
  /** Oldest first. */
  readonly events: readonly PackEventData[];
  readonly findings: readonly { readonly id: string; readonly title: string; readonly severity: Severity }[];
}

export type Severity = 1 | 2 | 3 | 4 | 5;

export interface PackScreenProps {
  readonly pack: PackScreenData;
  /** The folder the public log is served from, `/log` unless it lives elsewhere. */
  readonly logPath?: string;
}
