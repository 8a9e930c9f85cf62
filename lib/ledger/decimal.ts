const MAX_U64 = (1n << 64n) - 1n;

/** Reads a size or an index as C2SP writes it: decimal, no sign, no leading zeros, below 2^64; else `undefined`. */
export function parseDecimal(text: string): bigint | undefined {
  if (!/^(?:0|[1-9]\d{0,19})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= MAX_U64 ? value : undefined;
}
