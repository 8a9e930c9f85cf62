/** Bytes that only this device can read, as IndexedDB keeps them. */
export interface SealedBox {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const IV_BYTES = 12;

/** A key of this device alone: 256 bits, made here, and not to be taken out by anybody (WebCrypto, not extractable). */
export const makeDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Seals a value under AES-256-GCM with a fresh random IV. `name` is where it is kept: a box in another place does not open. */
export async function sealBox(key: CryptoKey, name: string, value: unknown): Promise<SealedBox> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt(algorithm(iv, name), key, bytes) };
}

/** What was sealed; `undefined` where the box was changed, moved or sealed by another device. */
export async function openBox(key: CryptoKey, name: string, { iv, bytes }: SealedBox): Promise<unknown> {
  try {
    const opened = await crypto.subtle.decrypt(algorithm(iv, name), key, bytes);
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    return undefined;
  }
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, name: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});
