import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { DetectorFacts } from './facts.ts';
import { countryOf, type Site } from './site.ts';

/** How a text calls things, as far as its reader may know them. */
export interface Names {
  /** By its name, else by its number. */
  product(gtin: Gtin): string;
  /** One pack by product and serial, several by their number. */
  packs(uris: readonly [string, ...string[]]): string;
  /** The holder of a product is on the label: everybody may know it. */
  holder(gtin: Gtin): string;
  /** An organisation with the city where it did something; abroad only the country (custody.md 6). */
  site(site: Site): string;
  /** Is the organisation of the site named to this reader? */
  isNamed(site: Site): boolean;
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** `31 May 2028`. */
export const dayText = (date: LocalDate): string => dayOf(new Date(`${date}T00:00:00Z`));

/** `31 May 2028 at 09:12 UTC`. */
export const momentText = (instant: Instant): string =>
  `${dayOf(new Date(instant))} at ${new Date(instant).toISOString().slice(11, 16)} UTC`;

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayOf = (date: Date): string => DAY.format(date);

/** The names that the regulator of `country` reads; without one, those that the parties themselves read. */
export function namesFor(facts: DetectorFacts, country: string | undefined): Names {
  const product = (gtin: Gtin) => facts.product(gtin)?.name ?? `GTIN ${gtin}`;
  const party = (gln: Gln) => facts.party(gln)?.name ?? `GLN ${gln}`;
  const isNamed = (site: Site) => country === undefined || countryOf(site, facts) === country;
  return {
    product,
    packs: ([first, ...more]) =>
      more.length === 0 ? packText(first, product) : packsText([first, ...more], product),
    holder(gtin) {
      const holder = facts.product(gtin)?.holder;
      return holder === undefined ? `the holder of GTIN ${gtin}` : party(holder);
    },
    site(site) {
      const where = countryText(countryOf(site, facts));
      if (!isNamed(site)) return `an organisation in ${where}`;
      const place = site.location === undefined ? undefined : facts.place(site.location);
      return place ? `${party(site.party)} (${place.city}, ${where})` : party(site.party);
    },
    isNamed,
  };
}

const countryText = (country: string | undefined): string =>
  country === undefined ? 'an unknown country' : (COUNTRIES.of(country) ?? country);

function packText(uri: string, product: (gtin: Gtin) => string): string {
  const pack = sgtinOf(uri);
  return pack ? `${product(pack.gtin)}, serial ${pack.serial}` : uri;
}

function packsText(uris: readonly string[], product: (gtin: Gtin) => string): string {
  const gtins = [...new Set(uris.flatMap((uri) => sgtinOf(uri)?.gtin ?? []))];
  const [only, ...others] = gtins;
  const what = only !== undefined && others.length === 0 ? product(only) : `${gtins.length} products`;
  return `${uris.length.toLocaleString('en-GB')} packs of ${what}`;
}
