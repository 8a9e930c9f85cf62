/** Why a caller may not say something: always of the caller, never of a pack's state. Stable for ever. */
export const AUTHORITY_CODES = {
  'authority/viewer': 'Your role in the organisation can read and not report.',
  'authority/place':
    'The event names a place as its own that belongs neither to you nor to who made you its agent.',
  'authority/place-not-the-keys': 'Your session or key is bound to another location.',
  'authority/product':
    'Only the holder of the product’s number, or who it appointed, can say this of the product.',
  'authority/market': 'A regulator speaks for the market of its own country.',
} as const;

/** One of {@link AUTHORITY_CODES}. */
export type AuthorityCode = keyof typeof AUTHORITY_CODES;
