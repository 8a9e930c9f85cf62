import fc from 'fast-check';

/** Inputs for a parser: texts of the corpus with a stretch cut out, doubled, or replaced by what such texts are made of. */
export function damaged(corpus: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const put = fc.oneof(
    fc.constantFrom('', ...pieces),
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.string({ maxLength: 8, unit: 'grapheme-ascii' }),
  );
  return fc
    .tuple(fc.constantFrom(...corpus), fc.nat(), fc.nat(12), put, fc.nat(3))
    .map(([text, at, drop, piece, times]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + piece.repeat(times) + text.slice(from + drop);
    });
}

/** The same seed every time, so that a failure is met again. */
export const FUZZ = { seed: 20_261_120, numRuns: 2_000 } as const;
