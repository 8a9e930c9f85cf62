import { isCounter } from '../custody/is-counter.ts';
import type { CoverageCount } from './custody-coverage.ts';
import type { EventSighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

const NOT_HELD: ReadonlySet<string> = new Set(['pack/not-held', 'pack/supplied-by-non-holder']);

/**
 * What a supply tells about its reporter's books: of how many packs, and how many of them it held or awaited. A pack that a sister
 * of the owner group held says nothing, for such moves need no record; nor does one that was refused for another reason.
 */
export function suppliesCounted(sighting: EventSighting): CoverageCount {
  const { claim, packs, breaches } = sighting;
  if (claim.act !== 'supply' || claim.corrects !== undefined || !isCounter(claim))
    return { good: 0, total: 0 };
  const sister = new Set(
    breaches.filter(({ code }) => code === 'pack/held-in-group').map(({ item }) => item),
  );
  const without = withoutEffectOf(sighting);
  const good = packs.filter((pack) => !without.has(pack) && !sister.has(pack)).length;
  const missing = packs.filter((pack) => without.get(pack)?.every(({ code }) => NOT_HELD.has(code))).length;
  return { good, total: good + missing };
}
