import { hexOf } from '../kernel/bytes.ts';
import { findKeyHolder, type KeyHolder } from '../store/api-keys.ts';

/** How long a revocation by another process may go unnoticed. */
const FRESH_MS = 5_000;
const MOST = 10_000;

interface Cached {
  readonly holder: KeyHolder;
  readonly readAt: number;
}

const cache = new Map<string, Cached>();

/** How many keys were forgotten: what was asked for before the last of them may be older than it. */
let forgotten = 0;

/**
 * The holder of the key with this hash. Holders are remembered for five seconds, so a busy key costs the database next to nothing and a
 * revoked one works five seconds longer at most, and no longer at all in the process that revoked it. Unknown keys are not remembered.
 */
export async function cachedKeyHolder(secretSha256: Uint8Array): Promise<KeyHolder | undefined> {
  const name = hexOf(secretSha256);
  const known = cache.get(name);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.holder;
  const readAt = performance.now();
  const before = forgotten;
  const holder = await findKeyHolder(secretSha256);
  cache.delete(name);
  if (holder && before === forgotten) cache.set(name, { holder, readAt });
  const [oldest] = cache.keys();
  if (cache.size > MOST && oldest !== undefined) cache.delete(oldest);
  return holder;
}

/** Forgets the key of this id, so that the next use of it asks the database. */
export function forgetKey(id: string): void {
  forgotten += 1;
  for (const [name, { holder }] of cache) if (holder.id === id) cache.delete(name);
}
