import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { actorKeyId, KEY_SIGNATURE_LABEL } from '../../evidence/actor-key.ts';
import { actorPseudonym } from '../../evidence/event-id.ts';
import type { KeyLeaf } from '../../evidence/key-leaf.ts';
import { KeyRegistry, type KeyRuleFault } from '../../evidence/key-registry.ts';
import { parseLeaf } from '../../evidence/leaf.ts';
import { concatBytes, equalBytes, hexOf } from '../../kernel/bytes.ts';
import type { Instant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { beginKey, lockSigningKeys, type SigningKey } from '../../store/actor-keys.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { KeyFault } from './key-fault.ts';

/** A draft that came back, with its signatures of 64 bytes. */
export interface SignedKeyDraft {
  readonly signed: Uint8Array;
  /** By the new key. */
  readonly possession: Uint8Array;
  /** By the key that vouches for it, where the draft names one. */
  readonly authority: Uint8Array | undefined;
}

/** So old may a draft be, and so far ahead by another clock. */
const OLDEST_MS = 3_600_000;
const AHEAD_MS = 60_000;

/**
 * Registers an organisation's own key: its leaf enters the log's queue, and every event recorded from now on may be signed with it. Gives its
 * id. Errors: `auth/forbidden`, `key/draft`, `key/known`, `key/signer` where an active key of the organisation does not vouch for it,
 * `key/signature`, why the key is not admitted.
 */
export async function registerKey(
  scope: OrgScope,
  { signed, possession, authority }: SignedKeyDraft,
  now: Instant,
): Promise<Result<string, KeyFault>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  const leaf = leafOf(signed, possession, authority ?? new Uint8Array(64));
  const actor = actorPseudonym(networkKeyOf(scope), scope.organisation);
  if (leaf?.holder !== 'own' || leaf.action === 'revoke' || !equalBytes(leaf.actor, actor))
    return err({ code: 'key/draft' });
  if (leaf.time < now - OLDEST_MS || leaf.time > now + AHEAD_MS) return err({ code: 'key/draft' });
  return inTransaction(async (tx): Promise<Result<string, KeyFault>> => {
    const fault = faultOf(leaf, await lockSigningKeys(tx, scope.organisation));
    if (fault) return err({ code: fault });
    const isNew = await beginKey(tx, scope, leaf, undefined);
    return isNew ? ok(hexOf(actorKeyId(leaf.publicKey))) : err({ code: 'key/known' });
  });
}

function leafOf(signed: Uint8Array, possession: Uint8Array, authority: Uint8Array): KeyLeaf | undefined {
  const label = signed.subarray(0, KEY_SIGNATURE_LABEL.length);
  if (!equalBytes(label, KEY_SIGNATURE_LABEL)) return undefined;
  const leaf = parseLeaf(concatBytes(signed.subarray(label.length), possession, authority));
  return leaf.ok && leaf.value.type === 'key' ? leaf.value : undefined;
}

const FAULTS: Readonly<Partial<Record<KeyRuleFault['code'], KeyFault['code']>>> = {
  'key/known': 'key/known',
  'key/signer': 'key/signer',
  'key/signature': 'key/signature',
};

/** The rules that every auditor holds the log to. The leaf stands behind those of all keys there are. */
function faultOf(leaf: KeyLeaf, keys: readonly SigningKey[]): KeyFault['code'] | undefined {
  const actor = hexOf(leaf.actor);
  const registry = new KeyRegistry(
    keys.map(({ id, ...key }) => ({ ...key, keyId: id, actor, fromIndex: 0n, toIndex: undefined })),
  );
  const fault = registry.apply(leaf, 1n);
  return fault && (FAULTS[fault.code] ?? 'key/draft');
}
