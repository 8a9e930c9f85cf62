import type { Stay } from '../../custody/stay.ts';
import type { StayToCheck } from '../../store/fsck/object-pages.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';

/** When an object was in which container, against the fold of its events. */
export function stayFaults(
  realm: number,
  item: string,
  stays: readonly Stay[],
  kept: readonly StayToCheck[],
): readonly FsckFault[] {
  const rows = new Map(kept.map((row) => [row.event, row]));
  const wanted = new Map(stays.map((stay) => [stay.event, stay]));
  const placeOf = (event: string) => ({
    table: 'containment',
    row: `realm ${realm}, item ${item}, event ${event}`,
  });
  const strays = kept
    .filter(({ event }) => !wanted.has(event))
    .map(({ event }) => faultAt(placeOf(event), 'stay-stray', 'event', 'put it into no container'));
  const wrong = [...wanted.values()].flatMap((stay) => {
    const row = rows.get(stay.event);
    const place = placeOf(stay.event);
    if (!row) return [faultAt(place, 'stay-missing', 'event', 'put it into a container')];
    return differing(stay, row).map((field) => faultAt(place, 'stay', field, 'is not what its events say'));
  });
  return [...strays, ...wrong];
}

function differing(stay: Stay, row: StayToCheck): readonly string[] {
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['container', row.container, stay.container],
    ['since', row.since.getTime(), stay.since],
    ['until', row.until?.getTime(), stay.until],
    ['until_event', row.until_event ?? undefined, stay.untilEvent],
  ];
  return fields.flatMap(([field, kept, want]) => (kept === want ? [] : [field]));
}
