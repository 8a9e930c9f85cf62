import type { Act } from '../custody/claim.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import { isHandingOut } from './is-handing-out.ts';
import { misreadingsOf } from './misreadings.ts';
import { isUnknown } from './reading.ts';
import type { Sighting } from './sighting.ts';

/**
 * The packs whose record the detectors may ask for when they see a sighting: those that are handed out or shown, those of a theft,
 * those that a rule spoke against, what an unknown serial may be a misreading of, and of a move the first pack. What else is in order,
 * a commissioning of ten thousand say, needs none.
 */
export function packsLookedAt(sighting: Sighting): readonly string[] {
  if (sighting.kind === 'observation') {
    const { gtin, serial } = sighting;
    const others = isUnknown(sighting)
      ? misreadingsOf(serial).map((like) => sgtinUri(gtin, like.serial))
      : [];
    return [sighting.pack, ...others];
  }
  if (sighting.claim.act === 'steal' || isHandingOut(sighting)) return sighting.packs;
  const spokenAgainst = sighting.breaches.flatMap(({ item, code }) =>
    code === 'event/same' ? [] : (item ?? []),
  );
  const named = new Set(sighting.packs);
  const first = MOVES.has(sighting.claim.act) ? sighting.packs.slice(0, 1) : [];
  return [...new Set([...first, ...spokenAgainst])].filter((item) => named.has(item));
}

/** Moves whose first pack stands for the others: they travelled together. */
const MOVES: ReadonlySet<Act> = new Set(['ship', 'return-ship', 'receive']);
