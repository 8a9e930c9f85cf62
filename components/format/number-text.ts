const WHOLE = new Intl.NumberFormat('en-GB');

/** A whole number with thousands separators: `412,345`. Decimal text of any length is taken too. */
export function numberText(value: number | bigint | string): string {
  if (typeof value !== 'string') return WHOLE.format(value);
  return /^\d+$/.test(value) ? WHOLE.format(BigInt(value)) : value;
}

/** A count with its noun: `1 pack`, `412 packs`. */
export const countText = (count: number, one: string, many: string): string =>
  `${numberText(count)} ${count === 1 ? one : many}`;
