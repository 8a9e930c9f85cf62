import type { FindingScreenRow } from '../../lib/queries/finding-screen.ts';
import { eventStops } from '../map/event-stops.ts';
import type { MapStop } from '../map/map-stop.ts';

/** The events and scans that a finding rests on as stops of its map, oldest first. A scan moves no pack. */
export function findingStops({
  events,
  observations,
}: Pick<FindingScreenRow, 'events' | 'observations'>): readonly MapStop[] {
  const stops = eventStops(events).map((stop, at) => ({ at: events[at]?.eventTime ?? '', stop }));
  const seen = observations.map(({ id, at, where, country, point }) => ({
    at,
    stop: { step: id, act: 'observe', applied: false, name: where, country, point },
  }));
  return [...stops, ...seen].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ stop }) => stop);
}
