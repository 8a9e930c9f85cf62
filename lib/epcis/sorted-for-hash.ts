const SURROGATE = /[\ud800-\udfff]/;

/** Code points order as UTF-16 units do, but for what lies between surrogates and the end of the plane. */
const rank = (unit: number): number => {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
};

function byCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Texts in the order of their code points (CBV 2.0 section 8.9.2), which is not JavaScript's beyond U+D7FF. */
export const sortedForHash = (texts: readonly string[]): string[] =>
  texts.some((text) => SURROGATE.test(text)) ? texts.toSorted(byCodePoint) : texts.toSorted();
