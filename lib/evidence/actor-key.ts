import { utf8Of } from '../kernel/bytes.ts';
import { hashOf } from '../ledger/hash.ts';

/** The length of a key's name in a leaf. */
export const KEY_ID_BYTES = 8;

/** The name of an actor's key: the first 8 bytes of SHA-256 of its 32 bytes. */
export const actorKeyId = (publicKey: Uint8Array): Uint8Array => hashOf(publicKey).slice(0, KEY_ID_BYTES);

/** What an actor's signature over an event begins with, and what one over a leaf of the key registry does: neither passes for the other. */
export const EVENT_SIGNATURE_LABEL = utf8Of('custody-event/v1\n');
export const KEY_SIGNATURE_LABEL = utf8Of('custody-key/v1\n');
