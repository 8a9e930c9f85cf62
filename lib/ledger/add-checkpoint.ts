import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { concatBytes, utf8Of } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { parseDecimal } from './decimal.ts';
import { type Hash, parseHash } from './hash.ts';

/** What a log sends to a witness: a head, and the proof that it continues the one the witness saw last. */
export interface AddCheckpoint {
  readonly oldSize: bigint;
  readonly proof: readonly Hash[];
  /** The signed note, byte for byte. */
  readonly checkpoint: Uint8Array;
}

/** `add-checkpoint/format`: `line`, counted from 1, is not what C2SP tlog-witness has there. */
export interface AddCheckpointError {
  readonly code: 'add-checkpoint/format';
  readonly line: number;
}

/** C2SP tlog-witness: a consistency proof has at most 63 hashes. */
const MOST_HASHES = 63;

/** The body of an `add-checkpoint` request (C2SP tlog-witness). */
export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): Uint8Array =>
  concatBytes(utf8Of(`old ${oldSize}\n${proof.map((hash) => `${base64Of(hash)}\n`).join('')}\n`), checkpoint);

/** Reads the body of an `add-checkpoint` request; of the checkpoint in it nothing is read yet. */
export function parseAddCheckpoint(body: Uint8Array): Result<AddCheckpoint, AddCheckpointError> {
  const lines = new LinesOf(body);
  const old = /^old (\d+)$/.exec(lines.next() ?? '')?.[1];
  const oldSize = old === undefined ? undefined : parseDecimal(old);
  if (oldSize === undefined) return err({ code: 'add-checkpoint/format', line: 1 });

  const proof: Hash[] = [];
  for (let line = lines.next(); line !== ''; line = lines.next()) {
    const hash = line === undefined ? undefined : parseHash(parseBase64(line) ?? new Uint8Array(0));
    if (!hash || proof.length === MOST_HASHES)
      return err({ code: 'add-checkpoint/format', line: proof.length + 2 });
    proof.push(hash);
  }
  return ok({ oldSize, proof, checkpoint: lines.rest });
}

const NEWLINE = 0x0a;

/** Lines of ASCII at the beginning of bytes whose rest must stay as it is. */
class LinesOf {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next line without its newline; `undefined` where none ends. */
  next(): string | undefined {
    const end = this.#bytes.indexOf(NEWLINE, this.#at);
    if (end === -1) return undefined;
    const line = String.fromCharCode(...this.#bytes.subarray(this.#at, Math.min(end, this.#at + 100)));
    this.#at = end + 1;
    return line;
  }

  get rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}
