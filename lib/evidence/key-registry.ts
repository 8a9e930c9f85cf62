import { ed25519Verify } from '#ed25519';
import { equalBytes, hexOf } from '../kernel/bytes.ts';
import { ed25519KeyFault } from '../kernel/ed25519-key-fault.ts';
import { actorKeyId } from './actor-key.ts';
import { EVENT_FLAG, type EventLeaf } from './event-leaf.ts';
import { type KeyLeaf, keySignedBytes } from './key-leaf.ts';

/** A key that the log has named so far. */
export interface RegisteredKey {
  /** 8 bytes in lower-case hex. */
  readonly keyId: string;
  /** 16 bytes in lower-case hex. */
  readonly actor: string;
  readonly holder: KeyLeaf['holder'];
  readonly publicKey: Uint8Array;
  /** An event may be signed with it at every index from this one on ... */
  readonly fromIndex: bigint;
  /** ... and before this one; `undefined` while the key is active. */
  readonly toIndex: bigint | undefined;
}

/** What is wrong with the signature of an event, or with a leaf of the key registry. */
export type KeyRuleFault = {
  readonly code: /** An actor that has a key signs. */
    | 'signature/missing'
    /** The key is none that the log has named for this actor, or has ended. */
    | 'signature/key-unknown'
    | 'signature/key-not-active'
    /** The flag does not say who has the key. */
    | 'signature/holder-flag'
    | 'key/refused'
    /** The key has begun or ended before. */
    | 'key/known'
    | 'key/unknown'
    /** Who vouches is no active key of this actor, or the platform puts a key beside an organisation's own. */
    | 'key/signer'
    | 'key/signature';
};

/** A signature that has yet to be checked: Ed25519 over `message`, cofactorless. */
export interface SignatureToVerify {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * The keys of every actor, as the log's own leaves have named them so far, one after the other. The rules:
 * a key is added, or takes another's place, with a signature of its own, and ends once; a rotation is signed by the key it replaces. A key may
 * be added on the platform's word alone only while its actor has no active key of its own, else by one of those; it may always be
 * revoked, for that only ever takes away. From its first key on, an actor signs every event, with a key active at the event's index.
 */
export class KeyRegistry {
  readonly #keys = new Map<string, RegisteredKey>();
  /** Active keys by actor; an actor of the past has an empty set. */
  readonly #active = new Map<string, Set<string>>();

  constructor(keys: readonly RegisteredKey[] = []) {
    for (const key of keys) this.#put(key);
  }

  /** Every key, the ended too, oldest first. */
  keys(): readonly RegisteredKey[] {
    return [...this.#keys.values()];
  }

  /** Takes in the leaf at `index`, or says why the log must not hold it. Its signatures are checked here. */
  apply(leaf: KeyLeaf, index: bigint): KeyRuleFault | undefined {
    const keyId = hexOf(actorKeyId(leaf.publicKey));
    const actor = hexOf(leaf.actor);
    const fault =
      leaf.action === 'revoke' ? this.#endFault(leaf, keyId, actor) : this.#beginFault(leaf, keyId, actor);
    if (fault) return fault;
    if (leaf.action === 'revoke') this.#end(keyId, index);
    else {
      if (leaf.replaces) this.#end(hexOf(leaf.replaces), index);
      const { holder, publicKey } = leaf;
      this.#put({ keyId, actor, holder, publicKey, fromIndex: index, toIndex: undefined });
    }
    return undefined;
  }

  /** The key that signed an event which stands behind all that was taken in; `undefined` for one from before its actor's first key. */
  keyOf({ actor, actorKeyId: id, signature, flags }: EventLeaf): RegisteredKey | KeyRuleFault | undefined {
    const active = this.#active.get(hexOf(actor));
    if (!signature) return active ? { code: 'signature/missing' } : undefined;
    const key = this.#keys.get(hexOf(id));
    if (!key || key.actor !== hexOf(actor)) return { code: 'signature/key-unknown' };
    if (key.toIndex !== undefined) return { code: 'signature/key-not-active' };
    const isFlagged = (flags & EVENT_FLAG.platformHeldKey) !== 0;
    return isFlagged === (key.holder === 'platform') ? key : { code: 'signature/holder-flag' };
  }

  #beginFault(leaf: KeyLeaf, keyId: string, actor: string): KeyRuleFault | undefined {
    if (ed25519KeyFault(leaf.publicKey)) return { code: 'key/refused' };
    if (this.#keys.has(keyId)) return { code: 'key/known' };
    const { possession } = leaf;
    const message = keySignedBytes(leaf);
    if (!possession || !ed25519Verify(leaf.publicKey, message, possession)) return { code: 'key/signature' };
    if (leaf.replaces) {
      const replaced = this.#keys.get(hexOf(leaf.replaces));
      const isSame =
        replaced?.holder === leaf.holder && leaf.signer && equalBytes(leaf.signer, leaf.replaces);
      if (!isSame) return { code: 'key/signer' };
    }
    if (!leaf.signer && this.#hasOwn(actor)) return { code: 'key/signer' };
    return this.#authorityFault(leaf, actor, message);
  }

  #endFault(leaf: KeyLeaf, keyId: string, actor: string): KeyRuleFault | undefined {
    const key = this.#keys.get(keyId);
    if (key?.actor !== actor || key.holder !== leaf.holder) return { code: 'key/unknown' };
    if (key.toIndex !== undefined) return { code: 'key/known' };
    return this.#authorityFault(leaf, actor, keySignedBytes(leaf));
  }

  #authorityFault(leaf: KeyLeaf, actor: string, message: Uint8Array): KeyRuleFault | undefined {
    if (!leaf.signer) return undefined;
    const signer = this.#keys.get(hexOf(leaf.signer));
    if (signer?.actor !== actor || signer.toIndex !== undefined) return { code: 'key/signer' };
    // The platform could vouch for anything with the key it holds: that is its own word again.
    if (signer.holder === 'platform' && this.#hasOwn(actor)) return { code: 'key/signer' };
    const { authority } = leaf;
    return authority && ed25519Verify(signer.publicKey, message, authority)
      ? undefined
      : { code: 'key/signature' };
  }

  #hasOwn(actor: string): boolean {
    const active = this.#active.get(actor) ?? new Set();
    return [...active].some((keyId) => this.#keys.get(keyId)?.holder === 'own');
  }

  #put(key: RegisteredKey): void {
    this.#keys.set(key.keyId, key);
    const active = this.#active.get(key.actor) ?? new Set();
    this.#active.set(key.actor, active);
    if (key.toIndex === undefined) active.add(key.keyId);
  }

  #end(keyId: string, index: bigint): void {
    const key = this.#keys.get(keyId);
    if (!key) throw new Error('only a key that is known ends');
    this.#active.get(key.actor)?.delete(keyId);
    this.#keys.set(keyId, { ...key, toIndex: index });
  }
}
