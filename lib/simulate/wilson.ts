const Z = 1.959964;

/** Wilson's interval at 95 % for `found` of `total`; of nothing it is everything. */
export function wilson(found: number, total: number): { readonly lower: number; readonly upper: number } {
  if (total === 0) return { lower: 0, upper: 1 };
  const share = found / total;
  const square = Z * Z;
  const centre = share + square / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * total)) / total);
  const scale = 1 + square / total;
  return { lower: (centre - spread) / scale, upper: (centre + spread) / scale };
}
