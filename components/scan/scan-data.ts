import type { LedgerStateData } from '../ui/ledger-data.ts';
import type { OfflineState } from './offline-state.ts';
import type { PackOutcome, PackTarget, Verdict } from './pack-answer.ts';
import type { EntryMode, ScannedPack } from './scanned-pack.ts';

/** A pack that was decided at this place earlier today, for the list under the verdict. */
export interface EarlierScan {
  readonly id: string;
  readonly pack: ScannedPack;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly productName: string | null;
  readonly verdict: Verdict;
  /** The state the pack was put into here, `null` where it was only verified. */
  readonly target: PackTarget | null;
  readonly ledger: LedgerStateData | null;
  /** ISO 8601: until when the supply may be undone here; `null` where there is nothing to undo. */
  readonly undoUntil: string | null;
}

/** What the Scan screen needs. */
export interface ScanScreenProps {
  readonly place: { readonly organisation: string; readonly location: string; readonly timeZone: string };
  /** Only pharmacies, hospitals and clinics may supply; others verify. */
  readonly maySupply: boolean;
  readonly earlier: readonly EarlierScan[];
  /** The year at the site, which places two-digit years of expiry dates in a century. */
  readonly thisYear: number;
  /** Work without a connection, where the page can do it. */
  readonly offline?: OfflineState | undefined;
  /** `GET` of the pack API. The same `requestId` replays its answer and records nothing. */
  readonly verify: (pack: ScannedPack, mode: EntryMode, requestId: string) => Promise<PackOutcome>;
  /** `PATCH` of the pack API, with `pack.mode` as the entry mode. */
  readonly change: (
    pack: ScannedPack,
    state: PackTarget,
    reason: string | undefined,
    requestId: string,
  ) => Promise<PackOutcome>;
}
