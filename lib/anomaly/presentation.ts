import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventSighting, Sighting } from './sighting.ts';

/** A pack shown or moved by somebody although something stands against it, whichever door it came through. */
export interface Presentation {
  readonly realm: number;
  readonly pack: string;
  readonly organisation: Gln;
  readonly location: Gln | undefined;
  readonly at: Instant;
  readonly code: string;
  /** What was done or wanted: `verify`, a state, or the act of an event. */
  readonly deed: string;
  readonly event: string | undefined;
  readonly observation: string | undefined;
}

/** The packs of a sighting against which one of `codes` speaks. */
export function presentationsOf(sighting: Sighting, codes: ReadonlySet<string>): readonly Presentation[] {
  if (sighting.kind === 'event') return ofEvent(sighting, codes);
  const code = sighting.codes.find((each) => codes.has(each));
  if (code === undefined) return [];
  const { realm, pack, organisation, location, at, operation, id } = sighting;
  return [
    { realm, pack, organisation, location, at, code, deed: operation, event: undefined, observation: id },
  ];
}

function ofEvent(
  { realm, event, claim, packs, breaches }: EventSighting,
  codes: ReadonlySet<string>,
): readonly Presentation[] {
  if (breaches.length === 0) return [];
  const against = new Map<string, string>();
  for (const { code, item } of breaches) if (item !== undefined && codes.has(code)) against.set(item, code);
  return packs.flatMap(({ uri }) => {
    const code = against.get(uri);
    if (code === undefined) return [];
    const { reporter: organisation, location, recordedAt: at, act: deed } = claim;
    return [{ realm, pack: uri, organisation, location, at, code, deed, event, observation: undefined }];
  });
}
