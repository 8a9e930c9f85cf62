/**
 * Reads a big-endian byte layout field by field. Reading past the end gives zeros and sets `failed`, so that
 * a parser reads straight through and asks once at the end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
    if (this.#at + lengthBytes > this.#bytes.length) {
      this.failed = true;
      return new Uint8Array(lengthBytes);
    }
    this.#at += lengthBytes;
    return this.#bytes.slice(this.#at - lengthBytes, this.#at);
  }

  u8(): number {
    return Number(this.#uint(1));
  }

  u16(): number {
    return Number(this.#uint(2));
  }

  u32(): number {
    return Number(this.#uint(4));
  }

  u64(): bigint {
    return this.#uint(8);
  }

  i64(): bigint {
    return BigInt.asIntN(64, this.#uint(8));
  }

  #uint(sizeBytes: number): bigint {
    return this.bytes(sizeBytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }
}
