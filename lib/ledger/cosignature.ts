import { ByteReader } from '../kernel/byte-reader.ts';
import { utf8Of } from '../kernel/bytes.ts';

/** A witness's signature, taken apart: when it was given, in seconds since 1970, and the 64 bytes over it and the note. */
export interface Cosignature {
  readonly time: bigint;
  readonly ed25519: Uint8Array;
}

/** What a witness signs: the time and the whole text of the note, newline included (C2SP tlog-cosignature, `cosignature/v1`). */
export const cosignedMessage = (time: bigint, text: string): Uint8Array =>
  utf8Of(`cosignature/v1\ntime ${time}\n${text}`);

/** Takes the bytes behind a key id apart; `undefined` where they are not a time and 64 bytes. */
export function parseCosignature(signature: Uint8Array): Cosignature | undefined {
  const reader = new ByteReader(signature);
  const time = reader.u64();
  const ed25519 = reader.bytes(64);
  return reader.finished ? { time, ed25519 } : undefined;
}
