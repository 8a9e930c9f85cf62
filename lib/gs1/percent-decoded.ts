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
