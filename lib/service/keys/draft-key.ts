import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { actorPseudonym } from '../../evidence/event-id.ts';
import { keySignedBytes } from '../../evidence/key-leaf.ts';
import { parseHex } from '../../kernel/bytes.ts';
import { ed25519KeyFault } from '../../kernel/ed25519-key-fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { loadSigningKeys } from '../../store/actor-keys.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { KeyFault } from './key-fault.ts';

/** A key that an organisation wants to sign with. */
export interface KeyOrder {
  readonly publicKey: Uint8Array;
  /** The id of the own key whose place it takes. */
  readonly replaces: string | undefined;
  /** The id of the own key that vouches for it; without one, of those there are the oldest. */
  readonly signer: string | undefined;
}

/** What is to be signed, and by whom. */
export interface KeyDraft {
  readonly signed: Uint8Array;
  /** The id of the key that has to sign beside the new one. */
  readonly signer: string | undefined;
}

/**
 * Drafts the leaf that begins an organisation's own key. The new key signs it, to show that it is in hand, and so does a key that the
 * organisation has already: only its first is on its administrator's word alone. Nothing is kept. Errors: `auth/forbidden` for who does not
 * administer the whole organisation, why the key is not admitted, `key/not-active`.
 */
export async function draftKey(
  scope: OrgScope,
  { publicKey, replaces, signer }: KeyOrder,
  time: Instant,
): Promise<Result<KeyDraft, KeyFault>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  const fault = ed25519KeyFault(publicKey);
  if (fault) return err({ code: fault });
  const keys = await inTransaction((tx) => loadSigningKeys(tx, scope.organisation));
  const own = keys.filter(({ holder }) => holder === 'own').map(({ id }) => id);
  const vouching = replaces ?? signer ?? own[0];
  if (vouching !== undefined && !own.includes(vouching)) return err({ code: 'key/not-active' });
  const signed = keySignedBytes({
    ...{ action: replaces === undefined ? 'add' : 'rotate', holder: 'own', publicKey, time },
    actor: actorPseudonym(networkKeyOf(scope), scope.organisation),
    ...{ replaces: bytesOf(replaces), compromisedSince: undefined, signer: bytesOf(vouching) },
  });
  return ok({ signed, signer: vouching });
}

const bytesOf = (id: string | undefined): Uint8Array | undefined =>
  id === undefined ? undefined : parseHex(id);
