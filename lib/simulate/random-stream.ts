import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';

/** One seeded source of chance. Streams of different names know nothing of each other (xoshiro128**). */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** The stream that belongs to `names` under `seed`. */
  constructor(seed: number, ...names: readonly (string | number)[]) {
    const view = new DataView(sha256(utf8Of([seed, ...names].join('\n'))).slice().buffer);
    [this.#a, this.#b] = [view.getUint32(0), view.getUint32(4)];
    [this.#c, this.#d] = [view.getUint32(8), view.getUint32(12) | 1];
  }

  /** Uniform in 0 (included) to 1 (not). */
  next(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result / 4_294_967_296;
  }

  /** True with the chance given. */
  chance(of: number): boolean {
    return this.next() < of;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<T>(of: readonly T[]): T {
    const picked = of[Math.floor(this.next() * of.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal with the median given. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  text(length: number, alphabet: string): string {
    let text = '';
    for (let n = 0; n < length; n++) text += alphabet[Math.floor(this.next() * alphabet.length)];
    return text;
  }
}

/** A name that tells nothing of what it names: `length` hex digits of a hash. */
export const opaque = (length: number, seed: number, ...names: readonly (string | number)[]): string =>
  hexOf(sha256(utf8Of([seed, 'name', ...names].join('\n')))).slice(0, length);
