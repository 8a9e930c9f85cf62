/** An event names at most so many packs: more would hold their locks, and a receipt's readers, for too long. */
const MOST_PACKS_IN_EVENT = 1_000;

/** A list in pieces of at most {@link MOST_PACKS_IN_EVENT}. */
export const eventChunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_PACKS_IN_EVENT) }, (_, at) =>
    items.slice(at * MOST_PACKS_IN_EVENT, (at + 1) * MOST_PACKS_IN_EVENT),
  );
