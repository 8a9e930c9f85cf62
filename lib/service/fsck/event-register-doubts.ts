import type { Gln } from '../../gs1/gln.ts';
import type { EventToCheck } from '../../store/fsck/event-pages.ts';
import type { Register } from '../../store/fsck/register.ts';
import type { NamedEvent } from '../named-event.ts';
import { doubtAt, type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';
import { holderIn } from './holder-in.ts';

/** Who may see an event was settled by the register of its day. Where today's gives another answer, that is a doubt. */
export function registerDoubts(
  row: EventToCheck,
  { request }: NamedEvent,
  register: Register,
  place: FaultPlace,
): readonly FsckFault[] {
  const { claim, realm, reporter } = row;
  const known = register.realms.get(reporter);
  const strayed =
    known === undefined || known === realm
      ? []
      : [faultAt(place, 'event-realm', 'realm', `its reporter is of realm ${known}`)];
  const places = request.locations.map((gln) => register.locations.get(gln)?.country);
  const people = request.parties.map((gln) => register.parties.get(gln)?.country);
  const countries = [claim.country, ...places, ...people].filter((country) => country !== undefined);
  const gtins = new Set([...request.packs, ...request.batches].map(({ gtin }) => gtin));
  const holders = [...gtins].flatMap((gtin) => holderIn(register, realm, gtin) ?? []);
  return [
    ...strayed,
    ...(isSameSet(row.countries, countries)
      ? []
      : [doubtAt(place, 'event-countries', 'countries', `today: ${[...new Set(countries)].join(' ')}`)]),
    ...(isSameSet(
      row.holders,
      holders.filter((gln) => register.parties.has(gln)),
    )
      ? []
      : [doubtAt(place, 'event-holders', 'holders', `today: ${[...new Set(holders)].join(' ')}`)]),
  ];
}

function isSameSet(kept: readonly string[], want: readonly (string | Gln)[]): boolean {
  const wanted = new Set<string>(want);
  return kept.length === wanted.size && kept.every((one) => wanted.has(one));
}
