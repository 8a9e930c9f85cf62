/**
 * lib/kernel: the few ideas everything rests on: Result, Brand, strict byte codecs, canonical JSON, instants.
 * It knows nothing of medicine, of the web, or of a database.
 */

/** What an operation that may fail in an expected way gives back. Impossible states throw instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** The good half of a {@link Result}. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** The failed half of a {@link Result}. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
