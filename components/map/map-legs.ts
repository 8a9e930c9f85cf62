import type { MapStop } from './map-stop.ts';

/** From one place to the next. */
export interface MapLeg<T> {
  readonly from: T;
  readonly to: T;
  /** The step that it leads to. */
  readonly step: string;
  /** Nothing recorded explains how the pack came from there to here. */
  readonly doubt: boolean;
}

const LEAVES: ReadonlySet<string> = new Set(['ship', 'return-ship']);

/**
 * The ways between the places of a story, oldest first: a transit where the pack was shipped from the one before and what came next moved
 * it, else a doubt. A step that did not move the pack is led to from where the pack was, and nothing leads on from it. `placeOf` tells the
 * place of a stop; stops without one are passed over.
 */
export function mapLegs<T>(
  stops: readonly MapStop[],
  placeOf: (stop: MapStop) => T | undefined,
): readonly MapLeg<T>[] {
  const legs: MapLeg<T>[] = [];
  let at: T | undefined;
  let left = false;
  for (const stop of stops) {
    const place = placeOf(stop);
    if (place === undefined) continue;
    if (at !== undefined && place !== at)
      legs.push({ from: at, to: place, step: stop.step, doubt: !(left && stop.applied) });
    if (!stop.applied) continue;
    at = place;
    left = LEAVES.has(stop.act);
  }
  return legs;
}
