import type { EventRow } from '../../lib/queries/event-row.ts';
import type { MapStop } from './map-stop.ts';

/** The events of a story as stops of its map. */
export const eventStops = (events: readonly EventRow[]): readonly MapStop[] =>
  events.map(({ id, act, effect, where }) => ({
    ...{ step: id, act, applied: effect !== 'without-effect' },
    name: where?.city ?? where?.name ?? null,
    country: where?.country ?? null,
    point: where?.point ?? null,
  }));
