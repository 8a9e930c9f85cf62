import { sgtinUri } from '../gs1/digital-link.ts';
import { isHandingOut } from './is-handing-out.ts';
import { misreadingsOf } from './misreadings.ts';
import { isUnknown } from './reading.ts';
import type { Sighting } from './sighting.ts';

/**
 * The packs whose record the detectors may ask for when they see a sighting: those that are handed out, those of a theft, those
 * that a rule spoke against, and what an unknown serial may be a misreading of. What is in order, a commissioning of ten thousand say,
 * needs none.
 */
export function packsLookedAt(sighting: Sighting): readonly string[] {
  if (sighting.kind === 'observation') {
    if (sighting.verdict === 'supply') return [];
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
  return [...new Set(spokenAgainst)].filter((item) => named.has(item));
}
