import { ed25519PublicKey, ed25519Sign } from '#ed25519';
import { ByteWriter } from '../kernel/byte-writer.ts';
import { cosignedMessage } from './cosignature.ts';
import { formatNoteSignature } from './note-signature.ts';
import type { NoteSigner } from './signed-note.ts';
import { KEY_TYPE, type Vkey, vkeyOf } from './vkey.ts';

/** The key that others know a witness by (type 0x04). */
export const cosignerVkey = ({ name, seed }: NoteSigner): Vkey =>
  vkeyOf(name, ed25519PublicKey(seed), KEY_TYPE.cosignature);

/** The signature line, with its newline, that says: at `time` (seconds since 1970) this is the largest consistent tree that I have seen. */
export function cosign(text: string, witness: NoteSigner, time: bigint): string {
  const { name, keyId } = cosignerVkey(witness);
  const signature = new ByteWriter()
    .u64(time)
    .bytes(ed25519Sign(witness.seed, cosignedMessage(time, text)))
    .done();
  return formatNoteSignature({ name, keyId, signature });
}
