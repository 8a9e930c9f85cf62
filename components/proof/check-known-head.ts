import { parseHex } from '../../lib/kernel/bytes.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { type TreeHead, verifyConsistency } from '../../lib/ledger/consistency.ts';
import { parseHash } from '../../lib/ledger/hash.ts';
import { proveConsistency, type ReadTiles } from '../../lib/ledger/tile-reader.ts';
import { formatVkey, type Vkey } from '../../lib/ledger/vkey.ts';
import type { KnownHead, ProveError } from './proof.ts';

/** Reads what was remembered; `undefined` where it is no head. */
export function parseKnownHead(text: string | null): KnownHead | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { vkey, size, root } = value as Readonly<Record<string, unknown>>;
    const whole = typeof vkey === 'string' && typeof size === 'string' && typeof root === 'string';
    return whole && /^\d{1,20}$/.test(size) && /^[0-9a-f]{64}$/.test(root) ? { vkey, size, root } : undefined;
  } catch {
    return undefined;
  }
}

/** Checks that the log has the same key and has only grown since it was seen last. */
export async function checkKnownHead(
  known: KnownHead | undefined,
  key: Vkey,
  head: TreeHead,
  readTiles: ReadTiles,
): Promise<Result<void, ProveError>> {
  if (known === undefined) return ok(undefined);
  if (known.vkey !== formatVkey(key)) return err({ code: 'prove/key-changed' });
  const root = parseHash(parseHex(known.root) ?? new Uint8Array(0));
  if (!root) return err({ code: 'prove/rewritten', because: 'known-head/root' });
  const old: TreeHead = { size: BigInt(known.size), root };
  const proof = await proveConsistency(old.size, head.size, readTiles);
  if (!proof.ok) return err({ code: 'prove/rewritten', because: proof.error.code });
  const consistent = verifyConsistency(old, head, proof.value);
  return consistent.ok ? consistent : err({ code: 'prove/rewritten', because: consistent.error.code });
}
