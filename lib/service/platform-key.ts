import { randomBytes } from 'node:crypto';
import { ed25519PublicKey, ed25519Signer } from '#ed25519';
import type { OrgScope } from '../custody/org-scope.ts';
import { actorPseudonym } from '../evidence/event-id.ts';
import { type KeyFields, keySignedBytes } from '../evidence/key-leaf.ts';
import { momentOf } from '../kernel/instant.ts';
import { beginKey, loadSigningKeys, type SigningKey } from '../store/actor-keys.ts';
import { networkKeyOf } from '../store/network-key.ts';
import { openSeed, sealSeed } from '../store/sealed-seed.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';

/**
 * Makes the key with which the platform signs for an organisation that has none, and puts its leaf into the log's queue in front of the
 * event's. What {@link loadSigningKeys} gave must have been read in the same `tx`, and been nothing.
 */
export async function makePlatformKey(tx: Tx, scope: OrgScope): Promise<SigningKey> {
  const seed = randomBytes(32);
  const publicKey = ed25519PublicKey(seed);
  const fields: KeyFields = {
    ...{ action: 'add', holder: 'platform', publicKey, time: momentOf(Date.now()) },
    actor: actorPseudonym(networkKeyOf(scope), scope.organisation),
    ...{ replaces: undefined, compromisedSince: undefined, signer: undefined },
  };
  const possession = ed25519Signer(seed)(keySignedBytes(fields));
  const leaf = { ...fields, possession, authority: undefined };
  // Another event of this transaction may have made one since.
  await beginKey(tx, scope, leaf, sealSeed(seed, publicKey));
  const key = (await loadSigningKeys(tx, scope.organisation)).find(({ holder }) => holder === 'platform');
  if (!key) throw new Error('a key that was made is there');
  return key;
}

/**
 * Sees to it, in a transaction of its own, that an organisation without an active key has one. A transaction that begins then takes the
 * shared lock on its keys only, unless the last of them is ended in between.
 */
export const ensureSigningKey = (scope: OrgScope): Promise<void> =>
  inTransaction(async (tx) => {
    const keys = await loadSigningKeys(tx, scope.organisation);
    if (keys.length === 0) await makePlatformKey(tx, scope);
  });

/** Opening a key takes longer than signing with it: each process opens a key once. */
const opened = new Map<string, (message: Uint8Array) => Uint8Array>();

/** Signs with a key that the platform holds. */
export function signWithPlatformKey(key: SigningKey, message: Uint8Array): Uint8Array {
  const { id, publicKey, sealed } = key;
  const before = opened.get(id);
  if (before) return before(message);
  if (!sealed) throw new Error('the platform signs with no key of somebody else');
  const sign = ed25519Signer(openSeed(sealed, publicKey));
  opened.set(id, sign);
  return sign(message);
}
