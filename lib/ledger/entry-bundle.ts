import { ByteWriter } from '../kernel/byte-writer.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** The longest entry a bundle can carry: its length is written in 16 bits (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 0xffff;

export type EntryBundleError =
  | { readonly code: 'entry-bundle/truncated'; readonly at: number }
  | { readonly code: 'entry-bundle/trailing-bytes'; readonly at: number };

/** Writes entries as a bundle: each as a 16-bit length, big-endian, and its bytes. Longer entries throw. */
export function formatEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new ByteWriter();
  for (const entry of entries) bundle.u16(entry.length).bytes(entry);
  return bundle.done();
}

/**
 * Reads a bundle that must hold exactly `width` entries. They share its memory.
 * Errors: `entry-bundle/truncated`, `entry-bundle/trailing-bytes`, each with the position of the fault in bytes.
 */
export function parseEntryBundle(
  bundle: Uint8Array,
  width: number,
): Result<readonly Uint8Array[], EntryBundleError> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const start = at + 2;
    const [high, low] = [bundle[at], bundle[at + 1]];
    if (high === undefined || low === undefined) return err({ code: 'entry-bundle/truncated', at });
    const end = start + high * 256 + low;
    if (end > bundle.length) return err({ code: 'entry-bundle/truncated', at });
    entries.push(bundle.subarray(start, end));
    at = end;
  }
  return at === bundle.length ? ok(entries) : err({ code: 'entry-bundle/trailing-bytes', at });
}
