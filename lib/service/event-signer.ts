import { ed25519Verify } from '#ed25519';
import type { OrgScope } from '../custody/org-scope.ts';
import { equalBytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SigningKey } from '../store/actor-keys.ts';
import { dropLeafDraft, loadLeafDraft } from '../store/leaf-drafts.ts';
import type { Tx } from '../store/transaction.ts';
import { bytesToSign, type EventLeafBytes, type LeafDraft, signedLeaf } from './event-leaf.ts';
import type { NamedEvent } from './named-event.ts';
import { makePlatformKey, signWithPlatformKey } from './platform-key.ts';

/** Why an event is not recorded with this signature, or without one. */
export interface SignatureFault {
  readonly code: /** The organisation has ended the key that the platform held, and did not sign. */
    | 'capture/unsigned'
    | 'capture/leaf-not-handed-out'
    /** Since the leaf was handed out, the event, its document or what it is about has become another. */
    | 'capture/leaf-changed'
    | 'capture/key-not-active'
    | 'capture/signature';
  readonly eventId: string;
}

/** A leaf, and whose signature it gets. */
export interface LeafToSign {
  readonly named: NamedEvent;
  /** The leaf up to its signature, with the salts given where there are any. */
  readonly draftWith: (salts: Uint8Array | undefined) => LeafDraft;
  /** The organisation's active keys, as they stay until the transaction ends. */
  readonly keys: readonly SigningKey[];
  /** The organisation's own signature; without one the platform signs, and the leaf says so. */
  readonly signature: Uint8Array | undefined;
}

/** The leaf of an event with its actor's signature. Errors: {@link SignatureFault}. */
export function signEvent(
  tx: Tx,
  scope: OrgScope,
  toSign: LeafToSign,
): Promise<Result<EventLeafBytes, SignatureFault>> {
  return toSign.signature === undefined
    ? signedByPlatform(tx, scope, toSign)
    : signedByActor(tx, scope, toSign, toSign.signature);
}

async function signedByPlatform(
  tx: Tx,
  scope: OrgScope,
  { named, draftWith, keys }: LeafToSign,
): Promise<Result<EventLeafBytes, SignatureFault>> {
  const held = keys.find(({ holder }) => holder === 'platform');
  if (!held && keys.length > 0) return err({ code: 'capture/unsigned', eventId: named.eventId });
  const key = held ?? (await makePlatformKey(tx, scope));
  const signer = { keyId: key.id, platformHeld: true };
  const draft = draftWith(undefined);
  return ok(signedLeaf(draft, signer, signWithPlatformKey(key, bytesToSign(draft, signer))));
}

async function signedByActor(
  tx: Tx,
  scope: OrgScope,
  { named, draftWith, keys }: LeafToSign,
  signature: Uint8Array,
): Promise<Result<EventLeafBytes, SignatureFault>> {
  const fault = (code: SignatureFault['code']) => err({ code, eventId: named.eventId });
  const handedOut = await loadLeafDraft(tx, scope, named.ref);
  if (!handedOut) return fault('capture/leaf-not-handed-out');
  const { keyId, salts, signedBytes } = handedOut;
  const key = keys.find(({ id, holder }) => id === keyId && holder === 'own');
  if (!key) return fault('capture/key-not-active');

  const signer = { keyId, platformHeld: false };
  const draft = draftWith(salts);
  const message = bytesToSign(draft, signer);
  if (!equalBytes(message, signedBytes)) return fault('capture/leaf-changed');
  if (!ed25519Verify(key.publicKey, message, signature)) return fault('capture/signature');
  await dropLeafDraft(tx, named.ref);
  return ok(signedLeaf(draft, signer, signature));
}
