import { EMPTY_ROOT, type Hash } from '../ledger/hash.ts';
import type { Policy } from '../ledger/policy.ts';
import { foldPeaks } from '../ledger/subtree.ts';
import { proveConsistency, readPeaks } from '../ledger/tile-reader.ts';
import type { Vkey } from '../ledger/vkey.ts';
import type { StoredCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadLogHead } from '../store/ledger-log.ts';
import { readStoredTiles } from '../store/ledger-tiles.ts';
import { loadWitnesses, publishWitnessed, saveWitnesses } from '../store/ledger-witnesses.ts';
import { collectCosignatures } from './collect-cosignatures.ts';
import { LedgerDamage } from './ledger-damage.ts';

/** What came of it. `overtaken`: another process has already shown the witnesses a larger head, which is stored. */
export type CosignedPublication =
  | { readonly kind: 'published' | 'overtaken' }
  | { readonly kind: 'unwitnessed'; readonly because: string };

/**
 * Collects cosignatures of a signed head and publishes it with them where they are enough; else says in a sentence who is missing, and
 * readers go on seeing the head before. Throws {@link LedgerDamage} where a witness holds a larger head that this log signed: then the
 * database was rolled back, and whatever were signed now would be a fork.
 */
export async function publishCosigned(
  { size, note }: Pick<StoredCheckpoint, 'size' | 'note'>,
  policy: Policy,
  log: Vkey,
): Promise<CosignedPublication> {
  const known = await loadWitnesses();
  const head = {
    ...{ log, size, note, rootAt: storedRoot },
    prove: (from: bigint) => proveConsistency(from, size, readStoredTiles),
  };
  const collected = await collectCosignatures(head, policy, (vkey) => known.get(vkey)?.size ?? 0n);
  await saveWitnesses(collected.asked);
  const { contradiction } = collected;
  if (contradiction?.kind === 'forked')
    throw new LedgerDamage(
      `The witness ${contradiction.name} has a head of size ${contradiction.size} that this log signed, and the stored entries give another root for it.`,
    );
  const stored = contradiction && ((await loadLogHead())?.size ?? 0n);
  if (contradiction && stored !== undefined && contradiction.size > stored)
    throw new LedgerDamage(
      `The witness ${contradiction.name} has a head of size ${contradiction.size} that this log signed, and only ${stored} entries are stored.`,
    );
  if (contradiction) return { kind: 'overtaken' };
  if (!collected.hasQuorum) return { kind: 'unwitnessed', because: missingOf(collected.asked) };
  await publishWitnessed(size, collected.note, collected.cosigners);
  return { kind: 'published' };
}

/** The root of the first `size` stored entries; `undefined` where they cannot be read. */
async function storedRoot(size: bigint): Promise<Hash | undefined> {
  const peaks = await readPeaks(size, readStoredTiles);
  if (!peaks.ok) return undefined;
  return peaks.value.length === 0 ? EMPTY_ROOT : foldPeaks(peaks.value);
}

function missingOf(asked: readonly { readonly name: string; readonly fault: string | undefined }[]): string {
  const faults = asked.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name}: ${fault}`]));
  return `Too few witnesses cosign the head, and it is not shown. ${faults.join(' ')}`;
}
