import { actOf } from '../custody/act-of.ts';
import type { Speech } from '../custody/authority/speech.ts';
import { gtinHolder } from '../custody/gtin-holder.ts';
import type { PartyFacts } from '../custody/party-facts.ts';
import { placesOfNobody } from '../custody/statement-of.ts';
import { actionOf } from '../epcis/action-of.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { LoadedCustody } from '../store/load-custody.ts';
import type { NamedEvent } from './named-event.ts';

/** What an event says, as far as the right to say it depends on it. */
export const speechOf = ({ event, request, ownPlaces }: NamedEvent): Speech => ({
  action: actionOf(event),
  act: actOf(event),
  gtins: [...new Set([...request.packs, ...request.batches].map(({ gtin }) => gtin))],
  ownPlaces,
  placesOfNobody: placesOfNobody(event),
});

/** Who holds each of the products, where that is known. */
export function gtinHoldersIn(
  gtins: readonly Gtin[],
  { products, parties }: LoadedCustody,
): ReadonlyMap<Gtin, PartyFacts> {
  const holders = new Map<Gtin, PartyFacts>();
  for (const gtin of gtins) {
    const gln: Gln | undefined = gtinHolder(gtin, products.get(gtin), parties.values());
    const party = gln === undefined ? undefined : parties.get(gln);
    if (party) holders.set(gtin, party);
  }
  return holders;
}
