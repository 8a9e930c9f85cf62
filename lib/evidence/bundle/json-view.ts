import { parseBase64 } from '../../kernel/base64.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { parseDecimal } from '../../ledger/decimal.ts';
import { HASH_BYTES, type Hash, parseHash } from '../../ledger/hash.ts';
import { ID_BYTES } from '../event-id.ts';
import { BundleRefusal } from './bundle-fault.ts';

const HEX_ID = new RegExp(`^[0-9a-f]{${2 * ID_BYTES}}$`);

/** A value of a file from outside, and where it stands. What is asked of it and does not hold throws {@link BundleRefusal} `bundle/shape`. */
export class JsonView {
  readonly json: Json;
  /** RFC 6901. */
  readonly place: string;

  constructor(json: Json, place: string) {
    this.json = json;
    this.place = place;
  }

  /** The members of an object that has exactly these, of which the `optional` ones may be missing. */
  members<K extends string>(names: readonly K[], optional: readonly NoInfer<K>[] = []): Record<K, JsonView> {
    const { json } = this;
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return this.refuse();
    const object = json as { readonly [key: string]: Json };
    const unknown = Object.keys(object).find((key) => !names.includes(key as K));
    if (unknown !== undefined) return this.refuse(unknown);
    const missing = names.find((name) => !Object.hasOwn(object, name) && !optional.includes(name));
    if (missing !== undefined) return this.refuse(missing);
    return Object.fromEntries(
      names.map((name) => [
        name,
        new JsonView(Object.hasOwn(object, name) ? (object[name] ?? null) : null, `${this.place}/${name}`),
      ]),
    ) as Record<K, JsonView>;
  }

  /** What `read` makes of each item of a list. */
  list<T>(read: (item: JsonView) => T): readonly T[] {
    const { json } = this;
    if (!Array.isArray(json)) return this.refuse();
    return json.map((item: Json, at) => read(new JsonView(item, `${this.place}/${at}`)));
  }

  /** `undefined` where it is null or missing. */
  maybe<T>(read: (view: JsonView) => T): T | undefined {
    return this.json === null ? undefined : read(this);
  }

  text(): string {
    return typeof this.json === 'string' ? this.json : this.refuse();
  }

  /** One of these texts. */
  oneOf<T extends string>(known: readonly T[]): T {
    return known.find((one) => one === this.json) ?? this.refuse();
  }

  flag(): boolean {
    return typeof this.json === 'boolean' ? this.json : this.refuse();
  }

  /** A whole number from 0 up. */
  count(): number {
    const { json } = this;
    return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 ? json : this.refuse();
  }

  /** A number up to 2^64 - 1, written as text. */
  decimal(): bigint {
    return parseDecimal(this.text()) ?? this.refuse();
  }

  bytes(): Uint8Array {
    return parseBase64(this.text()) ?? this.refuse();
  }

  /** 32 bytes. */
  hash(): Hash {
    return parseHash(this.bytes()) ?? this.refuse();
  }

  /** Hashes; no proof is longer than the 64 levels of a tree. */
  proof(): readonly Hash[] {
    const { json } = this;
    return Array.isArray(json) && json.length <= 64 ? this.list((item) => item.hash()) : this.refuse();
  }

  salt(): Uint8Array {
    const bytes = this.bytes();
    return bytes.length === HASH_BYTES ? bytes : this.refuse();
  }

  /** 32 hex digits. */
  id(): string {
    const text = this.text();
    return HEX_ID.test(text) ? text : this.refuse();
  }

  refuse(because?: string): never {
    throw new BundleRefusal('bundle/shape', this.place, because);
  }
}
