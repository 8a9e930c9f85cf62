import type { EventRef } from '../custody/pack-state.ts';

/**
 * How far an event has come in the log (formats/interfaces.md, `ledger`): `recorded` is durable and waits, `included` stands in a
 * published head, `witnessed` in one that enough witnesses have cosigned. Without witnesses `included` is the last state.
 */
export type LedgerPlace =
  | { readonly status: 'recorded'; readonly event: EventRef; readonly seq: bigint | undefined }
  | { readonly status: 'included' | 'witnessed'; readonly event: EventRef; readonly seq: bigint };

/** How many entries the log shows, and how many of them are witnessed. */
export interface ShownSizes {
  readonly published_size: bigint | null;
  readonly witnessed_size: bigint | null;
}

/** The columns of {@link ShownSizes}. */
export const SHOWN_SIZES = `(select published_size from ledger.log l where l.log_id = 1) as published_size,
    (select witnessed_size from ledger.log l where l.log_id = 1) as witnessed_size`;

/** What {@link LedgerPlace} an event has whose entry is `seq`. */
export function ledgerPlaceOf(event: EventRef, seq: bigint | null, shown: ShownSizes): LedgerPlace {
  if (seq === null || seq >= (shown.published_size ?? 0n))
    return { status: 'recorded', event, seq: seq ?? undefined };
  return { status: seq < (shown.witnessed_size ?? 0n) ? 'witnessed' : 'included', event, seq };
}
