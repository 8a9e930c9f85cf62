import type { EventRef } from '../custody/pack-state.ts';

/**
 * How far an event has come in the log (formats/interfaces.md, `ledger`): `recorded` is durable and waits, `included` stands in a
 * published head. Without witnesses that is the last state.
 */
export type LedgerPlace =
  | { readonly status: 'recorded'; readonly event: EventRef; readonly seq: bigint | undefined }
  | { readonly status: 'included'; readonly event: EventRef; readonly seq: bigint };

/** What {@link LedgerPlace} an event has whose entry is `seq` of a log that shows its first `publishedSize` entries. */
export function ledgerPlaceOf(
  event: EventRef,
  seq: bigint | null,
  publishedSize: bigint | null,
): LedgerPlace {
  return seq !== null && seq < (publishedSize ?? 0n)
    ? { status: 'included', event, seq }
    : { status: 'recorded', event, seq: seq ?? undefined };
}
