import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { DetectorFacts } from './facts.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `31 May 2028`. */
export const dayText = (date: LocalDate): string => DAY.format(new Date(`${date}T00:00:00Z`));

/** `31 May 2028 at 09:12 UTC`. */
export const momentText = (instant: Instant): string => `${MOMENT.format(instant)} UTC`;

/** A pack as people read it: the product's name and the serial. */
export function packText(uri: string, facts: DetectorFacts): string {
  const pack = sgtinOf(uri);
  return pack ? `${productText(pack.gtin, facts)}, serial ${pack.serial}` : uri;
}

/** A product by its name, else by its number. */
export const productText = (gtin: Gtin, facts: DetectorFacts): string =>
  facts.product(gtin)?.name ?? `GTIN ${gtin}`;

/** An organisation by its name, else by its number. */
export const partyText = (gln: Gln | undefined, facts: DetectorFacts): string =>
  gln === undefined ? 'somebody' : (facts.party(gln)?.name ?? `GLN ${gln}`);

/** An organisation with the city where it did something. */
export function whereText(party: Gln, location: Gln | undefined, facts: DetectorFacts): string {
  const place = location === undefined ? undefined : facts.place(location);
  return place ? `${partyText(party, facts)} (${place.city}, ${place.country})` : partyText(party, facts);
}
