import { err, ok, type Result } from '../kernel/result.ts';
import type { OpenCheckpointError } from '../ledger/checkpoint.ts';
import type { InclusionError } from '../ledger/inclusion.ts';
import { type TlogProofError, type VerifiedTlogProof, verifyTlogProof } from '../ledger/tlog-proof.ts';
import type { Vkey } from '../ledger/vkey.ts';
import type { EventLeaf } from './event-leaf.ts';
import { parseLeaf } from './leaf.ts';
import type { LeafError } from './leaf-format.ts';

/** An event that the log has recorded for good: where, under which checkpoint, and what its leaf says. */
export interface VerifiedReceipt extends VerifiedTlogProof {
  readonly leaf: EventLeaf;
}

export type ReceiptError =
  | TlogProofError
  | OpenCheckpointError
  | InclusionError
  | LeafError
  | { readonly code: 'receipt/not-an-event' };

/**
 * Verifies offline that the log whose key `log` is holds the event with these leaf bytes. `file` is a C2SP tlog-proof.
 * Errors: those of `verifyTlogProof` and {@link parseLeaf}, `receipt/not-an-event`.
 */
export function verifyReceipt(
  file: Uint8Array,
  leafBytes: Uint8Array,
  log: Vkey,
): Result<VerifiedReceipt, ReceiptError> {
  const proof = verifyTlogProof(file, leafBytes, log);
  if (!proof.ok) return proof;
  const leaf = parseLeaf(leafBytes);
  if (!leaf.ok) return leaf;
  if (leaf.value.type !== 'event') return err({ code: 'receipt/not-an-event' });
  return ok({ ...proof.value, leaf: leaf.value });
}
