/**
 * Reads a big-endian byte layout field by field. Reading past the end gives zeros and sets `failed`, so that
 * a parser reads straight through and asks once at the end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** True when every byte was read and none was missing. */
  get finished(): boolean {
    return !this.failed && this.#at === this.#bytes.length;
  }

  /** Bytes read so far: the position of a fault. */
  get position(): number {
    return this.#at;
  }

  bytes(lengthBytes: number): Uint8Array {
    const at = this.#take(lengthBytes);
    return at === undefined
      ? new Uint8Array(lengthBytes)
      : Uint8Array.prototype.slice.call(this.#bytes, at, at + lengthBytes);
  }

  u8(): number {
    const at = this.#take(1);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  u16(): number {
    const at = this.#take(2);
    return at === undefined ? 0 : this.#view.getUint16(at);
  }

  u32(): number {
    const at = this.#take(4);
    return at === undefined ? 0 : this.#view.getUint32(at);
  }

  u64(): bigint {
    const at = this.#take(8);
    return at === undefined ? 0n : this.#view.getBigUint64(at);
  }

  i64(): bigint {
    const at = this.#take(8);
    return at === undefined ? 0n : this.#view.getBigInt64(at);
  }

  /** Where the next bytes stand; `undefined` where there are not so many. */
  #take(sizeBytes: number): number | undefined {
    const at = this.#at;
    if (at + sizeBytes > this.#bytes.length) {
      this.failed = true;
      return undefined;
    }
    this.#at = at + sizeBytes;
    return at;
  }
}
