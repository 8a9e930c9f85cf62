import type { QueuedScan, ReplayOutcome } from '../../lib/scan/offline/queued-scan.ts';
import { offlineTexts } from '../texts/en/offline.ts';

/** A line of `POST /api/v1/packs/operations`. Without a state it is a verification. */
interface OperationLine {
  readonly id: string;
  readonly state?: string;
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  readonly expiry: string;
  readonly at: string;
  readonly entryMode: 'scan' | 'manual';
  readonly device: string;
  readonly reason?: string;
}

/** A kept scan as it is sent: under its own id and at its own time, and marked as decided without a connection. */
export function operationLine({ id, wanted, pack, at, decided }: QueuedScan): OperationLine {
  const { gtin, serial, batch, expiry, mode } = pack;
  const by = decided ? `${decided.code};list=${decided.list ?? 'none'}` : 'offline/undecided';
  const line = { id, gtin, serial, batch, expiry, at, entryMode: mode, device: by };
  return wanted === 'verify' ? line : { ...line, state: wanted, reason: `Done without a connection (${by})` };
}

/** What the register answers to a line. */
export interface LineAnswer {
  readonly line: number;
  readonly outcome: string;
  readonly code?: string;
  readonly verdict?: string | null;
  readonly reasons?: readonly { readonly code: string; readonly text: string }[] | null;
}

/**
 * What became of a kept scan. One that is recorded with other content was recorded when it was first sent and its answer did not come: it is the
 * same deed.
 */
export function replayOutcome({ outcome, code, verdict, reasons }: LineAnswer): ReplayOutcome {
  if (outcome === 'applied' || verdict === 'supply' || code === 'capture/other-content')
    return { effect: 'applied', reasons: [] };
  if (outcome === 'observed')
    return {
      effect: 'without-effect',
      reasons: (reasons ?? []).map((each) => ({ code: each.code, text: each.text })),
    };
  return { effect: outcome === 'without-effect' ? 'without-effect' : 'refused', reasons: reasonsOf(code) };
}

const reasonsOf = (code: string | undefined): ReplayOutcome['reasons'] =>
  code === undefined
    ? []
    : [{ code, text: offlineTexts.conflicts.codes[code] ?? offlineTexts.conflicts.unexplained }];
