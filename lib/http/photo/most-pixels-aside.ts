/** Wider or higher than this is no photo of a pack, and may be made to fill the memory of who opens it. */
export const MOST_PIXELS_ASIDE = 8_000;
