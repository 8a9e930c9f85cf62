import type { Brand } from '../kernel/brand.ts';
import { concatBytes, utf8Of } from '../kernel/bytes.ts';
import { hmacSha256 } from '../kernel/hmac.ts';

/** An event's name in the ledger: 16 bytes that tell outsiders nothing. */
export type LedgerEventId = Brand<Uint8Array, 'LedgerEventId'>;

/** The key that the members of a network share (K_net): 32 bytes. With it, and only with it, names can be guessed. */
export type NetworkKey = Brand<Uint8Array, 'NetworkKey'>;

/** The length of a {@link LedgerEventId} and of an actor's pseudonym. */
export const ID_BYTES = 16;
const KEY_BYTES = 32;

/** 16 bytes as an event id; `undefined` for any other length. */
export const parseLedgerEventId = (bytes: Uint8Array): LedgerEventId | undefined =>
  bytes.length === ID_BYTES ? (bytes as LedgerEventId) : undefined;

/** 32 bytes as a network key; `undefined` for any other length. */
export const parseNetworkKey = (bytes: Uint8Array): NetworkKey | undefined =>
  bytes.length === KEY_BYTES ? (bytes as NetworkKey) : undefined;

/**
 * The ledger's id of an event: the first 16 bytes of
 * HMAC-SHA256(K_net, GLN || 0x00 || eventID || 0x00 || 0x01 where it carries an error declaration, else 0x00).
 * A declaration may repeat the id of the event it declares wrong and still has an id of its own, and nobody can take
 * an id that another organisation will use.
 */
export function ledgerEventId(
  networkKey: NetworkKey,
  organisationGln: string,
  eventId: string,
  hasDeclaration: boolean,
): LedgerEventId {
  const ending = Uint8Array.of(0x00, hasDeclaration ? 0x01 : 0x00);
  const message = concatBytes(utf8Of(`${organisationGln}\0${eventId}`), ending);
  return hmacSha256(networkKey, message).slice(0, ID_BYTES) as LedgerEventId;
}

/** The name of an organisation in the public log: the first 16 bytes of HMAC-SHA256(K_net, GLN). */
export const actorPseudonym = (networkKey: NetworkKey, gln: string): Uint8Array =>
  hmacSha256(networkKey, utf8Of(gln)).slice(0, ID_BYTES);

/**
 * The key that takes K_net's place for a sandbox organisation: HMAC-SHA256(K_net, "sandbox" || GLN). Its packs are
 * other packs and its events other events, even where they bear the same names.
 */
export const sandboxKey = (networkKey: NetworkKey, gln: string): NetworkKey =>
  hmacSha256(networkKey, utf8Of(`sandbox${gln}`)) as NetworkKey;
