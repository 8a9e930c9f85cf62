import type { Act, Claim } from '../custody/claim.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { DetectorMemory } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { PARAMETERS } from './parameters.ts';
import { rememberedBy, rememberedGln } from './remembered.ts';
import type { ObservationSighting, Sighting } from './sighting.ts';

/** A moment in which a pack was in somebody's hand. */
export interface Stop {
  readonly at: number;
  readonly party: Gln;
  readonly location: Gln | undefined;
  /** The event, or the observation. */
  readonly ref: string;
  readonly by: 'event' | 'observation';
  /** To whom it was shipped there. */
  readonly to: Gln | undefined;
}

/** Steps that are taken with the pack in hand; the others are paper. */
const IN_HAND: ReadonlySet<Act> = new Set([
  ...(['commission', 'ship', 'return-ship', 'receive', 'supply'] as const),
  ...(['destroy', 'export', 'sample', 'free-sample'] as const),
]);

/** What is kept of a pack's verifications: the last few. */
export const shownKey = (pack: string): string => `shown/${pack}`;

/** The stop that a sighting is; `undefined` where nobody had the pack in hand. */
export function stopOf(sighting: Sighting): Stop | undefined {
  if (sighting.kind === 'event') return stopBy(sighting.claim);
  const { organisation: party, location, at, id: ref } = sighting;
  return { at, party, location, ref, by: 'observation', to: undefined };
}

function stopBy({ act, corrects, event: ref, reporter: party, location, foldedAt, to }: Claim) {
  if (corrects !== undefined || !IN_HAND.has(act)) return undefined;
  return { at: foldedAt, party, location, ref, by: 'event', to } satisfies Stop;
}

/** The stops of a pack before a sighting, as far as they are kept, in the order of their times. */
export function trackOf(
  pack: string,
  facts: DetectorFacts,
  memory: Pick<DetectorMemory, 'get'>,
): readonly Stop[] {
  const said = facts.pack(pack)?.history ?? [];
  const takenBack = new Set(said.flatMap(({ corrects }) => corrects ?? []));
  const stops = said.flatMap((claim) => (takenBack.has(claim.event) ? [] : (stopBy(claim) ?? [])));
  return [...stops, ...shown(memory.get(shownKey(pack)))].sort((a, b) => a.at - b.at);
}

/** Keeps an observation among the last few of its pack. */
export function keepShown(s: ObservationSighting, memory: DetectorMemory): void {
  const kept = memory.get(shownKey(s.pack));
  const one = { at: s.at, party: s.organisation, location: s.location ?? '', ref: s.id };
  const all = [...(Array.isArray(kept) ? kept : []), one];
  memory.set(shownKey(s.pack), all.slice(-PARAMETERS.d22.sightings));
}

const shown = (kept: Json | undefined): readonly Stop[] =>
  Array.isArray(kept) ? kept.flatMap((one) => shownStop(rememberedBy(one)) ?? []) : [];

function shownStop(by: ReadonlyMap<string, string>): Stop | undefined {
  const party = rememberedGln(by, 'party');
  if (party === undefined) return undefined;
  const location = rememberedGln(by, 'location');
  return {
    at: Number(by.get('at')),
    party,
    location,
    ref: by.get('ref') ?? '',
    by: 'observation',
    to: undefined,
  };
}
