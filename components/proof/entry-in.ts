/**
 * The entry at `position` of a bundle of entries (C2SP tlog-tiles: each a 16-bit length and its bytes);
 * `undefined` where the bundle ends before. What follows it is not looked at, for a wider bundle may have been given.
 */
export function entryIn(bundle: Uint8Array, position: number): Uint8Array | undefined {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let at = 0;
  for (let skipped = 0; at + 2 <= bundle.length; skipped++) {
    const start = at + 2;
    const end = start + view.getUint16(at);
    if (end > bundle.length) return undefined;
    if (skipped === position) return bundle.subarray(start, end);
    at = end;
  }
  return undefined;
}
