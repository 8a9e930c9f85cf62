import { concatBytes } from './bytes.ts';

/** Builds a big-endian byte layout field by field. A value that does not fit its field throws: callers parse first. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  bytes(value: Uint8Array, lengthBytes: number = value.length): this {
    if (value.length !== lengthBytes) throw new Error(`expected ${lengthBytes} bytes, got ${value.length}`);
    this.#parts.push(value);
    return this;
  }

  u8(value: number): this {
    return this.#uint(BigInt(value), 1);
  }

  u16(value: number): this {
    return this.#uint(BigInt(value), 2);
  }

  u32(value: number): this {
    return this.#uint(BigInt(value), 4);
  }

  u64(value: bigint): this {
    return this.#uint(value, 8);
  }

  /** Two's complement, for times before 1970 too. */
  i64(value: bigint): this {
    return this.#uint(BigInt.asUintN(64, value), 8);
  }

  done(): Uint8Array {
    return concatBytes(...this.#parts);
  }

  #uint(value: bigint, sizeBytes: number): this {
    if (value < 0n || value >> BigInt(sizeBytes * 8) !== 0n)
      throw new Error(`${value} does not fit ${sizeBytes} bytes`);
    const part = new Uint8Array(sizeBytes);
    for (let i = sizeBytes - 1, rest = value; i >= 0; i--, rest >>= 8n) part[i] = Number(rest & 0xffn);
    this.#parts.push(part);
    return this;
  }
}
