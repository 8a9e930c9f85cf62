/**
 * lib/scan/block-list: the list by which a device without a connection decides. Packs stand in it as numbers below a domain, sorted and
 * written as Golomb-Rice coded differences, so that one of them costs eleven bits; batches and products stand in it as they are.
 */
import { err, ok, type Result } from '../../kernel/result.ts';

/** Why bytes are no coded list. */
export type SortedNumbersError = { readonly code: 'block-list/malformed' };

/** Numbers are below this, so that sums stay exact. */
const MOST = 2 ** 52;

/** A longer run of ones than this is no list of ours but an attack on the reader's time. */
const LONGEST_RUN = 1 << 20;

/**
 * Writes strictly rising whole numbers: one byte with the Rice parameter k, four with how many there are, then for each the difference to the
 * one before less one, as a run of ones ended by a zero and k low bits (Golomb 1966, Rice 1979). One list has one spelling.
 */
export function encodeSortedNumbers(numbers: readonly number[]): Uint8Array {
  const k = riceParameter(numbers);
  const bits = new BitWriter();
  let before = -1;
  for (const number of numbers) {
    if (!Number.isSafeInteger(number) || number <= before || number >= MOST)
      throw new Error('the numbers rise strictly and are whole');
    bits.rice(number - before - 1, k);
    before = number;
  }
  const head = new Uint8Array(5);
  head[0] = k;
  new DataView(head.buffer).setUint32(1, numbers.length);
  return bits.after(head);
}

/** Reads what {@link encodeSortedNumbers} wrote, and nothing else: no other spelling, no byte more. */
export function decodeSortedNumbers(bytes: Uint8Array): Result<readonly number[], SortedNumbersError> {
  const malformed = err({ code: 'block-list/malformed' } as const);
  if (bytes.length < 5) return malformed;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [k, count] = [view.getUint8(0), view.getUint32(1)];
  const bits = new BitReader(bytes.subarray(5));
  // Each number takes one bit at least, whatever the head says.
  if (k > 51 || count > (bytes.length - 5) * 8) return malformed;
  const numbers: number[] = [];
  let before = -1;
  for (let i = 0; i < count; i++) {
    const gap = bits.rice(k);
    before += gap === undefined ? MOST : gap + 1;
    if (before >= MOST) return malformed;
    numbers.push(before);
  }
  return bits.isAtEnd && riceParameter(numbers) === k ? ok(numbers) : malformed;
}

/** The parameter that codes evenly strewn numbers shortest: the whole part of log2 of the mean gap times ln 2, at least 0. */
function riceParameter(numbers: readonly number[]): number {
  const meanGap = numbers.length === 0 ? 1 : ((numbers.at(-1) ?? 0) + 1) / numbers.length;
  return Math.max(0, Math.round(Math.log2(meanGap * Math.LN2)));
}

class BitWriter {
  #bytes = new Uint8Array(1024);
  #size = 0;

  rice(value: number, k: number): void {
    const unit = 2 ** k;
    for (let ones = Math.floor(value / unit); ones > 0; ones--) this.#bit(1);
    this.#bit(0);
    for (let bit = k - 1; bit >= 0; bit--) this.#bit(Math.floor(value / 2 ** bit) % 2);
  }

  after(head: Uint8Array): Uint8Array {
    const whole = new Uint8Array(head.length + Math.ceil(this.#size / 8));
    whole.set(head);
    whole.set(this.#bytes.subarray(0, Math.ceil(this.#size / 8)), head.length);
    return whole;
  }

  #bit(bit: number): void {
    const at = this.#size >> 3;
    if (at === this.#bytes.length) this.#grow();
    if (bit === 1) this.#bytes[at] = (this.#bytes[at] ?? 0) | (0x80 >> (this.#size & 7));
    this.#size++;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** All whole bytes are read, and what fills up the last one is zero. */
  get isAtEnd(): boolean {
    const rest = (this.#bytes[this.#at >> 3] ?? 0) & (0xff >> (this.#at & 7));
    return Math.ceil(this.#at / 8) === this.#bytes.length && ((this.#at & 7) === 0 || rest === 0);
  }

  rice(k: number): number | undefined {
    let ones = 0;
    while (this.#bit() === 1) if (++ones > LONGEST_RUN) return undefined;
    let low = 0;
    for (let bit = 0; bit < k; bit++) low = low * 2 + (this.#bit() ?? 0);
    const value = ones * 2 ** k + low;
    return this.#at > this.#bytes.length * 8 || value >= MOST ? undefined : value;
  }

  #bit(): number | undefined {
    const at = this.#at++;
    const byte = this.#bytes[at >> 3];
    return byte === undefined ? undefined : (byte >> (7 - (at & 7))) & 1;
  }
}
