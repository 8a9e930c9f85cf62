import type { Act } from '../custody/claim.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventSighting, ObservationSighting, Sighting } from './sighting.ts';
import { type Site, siteOfObservation } from './site.ts';

/** Packs shown or moved by somebody although something stands against them, whichever door they came through. */
export interface Presentation {
  readonly realm: number;
  readonly packs: readonly [string, ...string[]];
  readonly site: Site;
  readonly at: Instant;
  /** What was done or wanted. */
  readonly deed: Act | 'verify';
  /** The event that did it; `undefined` where the counter was asked, and refused or warned. */
  readonly event: EventRef | undefined;
}

/** What each state that the counter is asked for would do. */
const DEEDS: Readonly<Record<string, Presentation['deed']>> = {
  verify: 'verify',
  supplied: 'supply',
  destroyed: 'destroy',
  exported: 'export',
  sample: 'sample',
  'free-sample': 'free-sample',
  stolen: 'steal',
  locked: 'lock',
  active: 'lift',
};

/** The pack of an observation, as a presentation. */
export const presentationOf = (seen: ObservationSighting): Presentation => ({
  realm: seen.realm,
  packs: [seen.pack],
  site: siteOfObservation(seen),
  at: seen.at,
  deed: DEEDS[seen.operation] ?? 'observe',
  event: undefined,
});

/** Some packs of an event, as a presentation. */
const presentationBy = (
  { realm, event, claim }: EventSighting,
  packs: Presentation['packs'],
): Presentation => ({
  realm,
  packs,
  site: { party: claim.reporter, location: claim.location },
  at: claim.recordedAt,
  deed: claim.act,
  event,
});

/** The packs of a sighting against which one of `codes` speaks. */
export function speaksAgainst(sighting: Sighting, codes: ReadonlySet<string>): readonly string[] {
  if (sighting.kind === 'observation')
    return sighting.reasons.some(({ code }) => codes.has(code)) ? [sighting.pack] : [];
  const items = sighting.breaches.flatMap(({ code, item }) => (codes.has(code) ? (item ?? []) : []));
  return [...new Set(items)];
}

/** The packs of a sighting as presentations, those that `keyOf` gives one key together; `undefined` leaves a pack out. */
export function presentationsOf<K>(
  sighting: Sighting,
  packs: readonly string[],
  keyOf: (pack: string) => K | undefined,
): readonly (readonly [K, Presentation])[] {
  const groups = new Map<K, [string, ...string[]]>();
  for (const pack of packs) {
    const key = keyOf(pack);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(pack);
    else groups.set(key, [pack]);
  }
  return [...groups].map(([key, group]) => [
    key,
    sighting.kind === 'observation' ? presentationOf(sighting) : presentationBy(sighting, group),
  ]);
}
