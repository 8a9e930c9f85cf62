const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Removes percent-encoding (RFC 3986 2.1) of UTF-8; `undefined` where an escape is broken. */
export function percentDecoded(text: string): string | undefined {
  if (!text.includes('%')) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  try {
    return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
      STRICT.decode(Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
    );
  } catch {
    return undefined;
  }
}

/** Where the character `index` of the decoded text stands in `encoded`; all before it must be of one byte each. */
export function encodedIndex(encoded: string, index: number): number {
  let at = 0;
  for (let seen = 0; seen < index; seen++) at += encoded[at] === '%' ? 3 : 1;
  return at;
}
