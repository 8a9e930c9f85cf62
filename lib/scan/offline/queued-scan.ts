/**
 * lib/scan/offline: what a device keeps while it has no connection, and how it comes to terms with the register afterwards. Pure; where things
 * are kept and how they travel is up to the caller.
 */
import type { OfflineCode, OfflinePack } from '../block-list/decide-offline.ts';

/** For whom a device keeps a scan: nobody else's session may send it. */
export interface QueueOwner {
  readonly organisation: string;
  /** GLN, or `-` for a session bound to the whole organisation. */
  readonly location: string;
}

/** What was done to a pack without a connection, under the request id that it carries however often it is sent. */
export interface QueuedScan {
  /** Names the request for ever; the register takes it once. */
  readonly id: string;
  readonly owner: QueueOwner;
  /** `verify`, or the state asked for. */
  readonly wanted: string;
  readonly pack: OfflinePack & { readonly mode: 'scan' | 'manual' };
  /** ISO 8601: when it was done. Never another time. */
  readonly at: string;
  /** How the device decided; absent where the person went on without any. */
  readonly decided: { readonly code: OfflineCode; readonly list: number | null } | null;
  /** It may have reached the register before: the answer did not come in time. */
  readonly mayHaveArrived: boolean;
  readonly state: QueueState;
}

/** Where a kept scan stands. */
export type QueueState =
  /** Kept on the device. */
  | { readonly is: 'waiting' }
  /** Put into a delivery, which is sent under its id until it is answered. */
  | { readonly is: 'sending'; readonly delivery: string }
  /** The register has it, and says the same as was decided. */
  | { readonly is: 'settled'; readonly outcome: ReplayOutcome }
  /** The register has it and says something else: a person must see it. */
  | { readonly is: 'conflict'; readonly outcome: ReplayOutcome; readonly seen: boolean };

/** What the register made of a kept scan. */
export interface ReplayOutcome {
  readonly effect: /** The pack was moved, or was as was thought. */
    | 'applied'
    /** Recorded as said, and the pack stays where it was. */
    | 'without-effect'
    /** Not recorded as an event: the caller may not say it, or it cannot be read. */
    | 'refused';
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

/** Whether two owners are one. */
export const isSameOwner = (a: QueueOwner, b: QueueOwner): boolean =>
  a.organisation === b.organisation && a.location === b.location;
