import { checkDigit } from '../gs1/check-digit.ts';
import { glnUri, partyUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import { parseGln } from '../gs1/gln.ts';
import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantText, parseInstant } from '../kernel/instant.ts';
import { opaque, RandomStream } from './random-stream.ts';
import type { SimOptions } from './sim-options.ts';

export type SimRole =
  | 'manufacturer'
  | 'logistics'
  | 'wholesaler'
  | 'pharmacy'
  | 'hospital'
  | 'clinic'
  | 'regulator';

/** An organisation at its one place. */
export interface SimOrg {
  readonly gln: Gln;
  readonly site: Gln;
  readonly name: string;
  readonly role: SimRole;
  readonly country: string;
  readonly ownerGroup: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** How much it trades, beside others of its role. */
  readonly weight: number;
  readonly suspendedFrom: string | null;
}

export interface SimProduct {
  readonly gtin: Gtin;
  readonly name: string;
  readonly maker: SimOrg;
  readonly markets: readonly string[];
  readonly classes: readonly string[];
  readonly weight: number;
}

/** Everybody and everything that is registered. */
export interface SimWorld {
  readonly start: Instant;
  readonly days: number;
  readonly orgs: readonly SimOrg[];
  readonly makers: readonly SimOrg[];
  readonly wholesalers: readonly SimOrg[];
  readonly counters: readonly SimOrg[];
  readonly regulators: readonly SimOrg[];
  readonly products: readonly SimProduct[];
}

interface Country {
  readonly code: string;
  readonly timeZone: string;
  /** Towns: latitude, longitude. */
  readonly towns: readonly (readonly [number, number])[];
}

/** Three countries, one of them with a half-hour time zone. */
const COUNTRIES: readonly [Country, ...Country[]] = [
  {
    code: 'DE',
    timeZone: 'Europe/Berlin',
    towns: [
      [52.5, 13.4],
      [48.1, 11.6],
      [53.6, 10],
      [50.9, 7],
      [51.3, 12.4],
    ],
  },
  {
    code: 'PT',
    timeZone: 'Europe/Lisbon',
    towns: [
      [38.7, -9.1],
      [41.1, -8.6],
      [40.2, -8.4],
    ],
  },
  {
    code: 'IN',
    timeZone: 'Asia/Kolkata',
    towns: [
      [19.1, 72.9],
      [28.6, 77.2],
      [13, 77.6],
    ],
  },
];

const DAYS = 120;

/** The world of a seed: how many of each follows from the number of events (detectors.md 3.5). */
export function simWorld({ seed, events }: SimOptions): SimWorld {
  const start = parseInstant('2026-01-05T00:00:00Z');
  if (!start.ok) throw new Error('a time');
  const orgs = new OrgMaker(seed);
  const counters = Math.max(20, Math.round(0.45 * events ** 0.56));
  const makers = orgs.make('manufacturer', Math.max(3, Math.round(counters / 100)));
  // Every country has some that may trade.
  const wholesalers = Array.from({ length: Math.max(6, Math.round(counters / 40)) }, (_, n) =>
    orgs.one('wholesaler', COUNTRIES[n % COUNTRIES.length]?.code ?? 'DE'),
  );
  const pharmacies = orgs.make('pharmacy', Math.round(counters * 0.88));
  const hospitals = orgs.make('hospital', Math.max(1, Math.round(counters * 0.04)));
  const clinics = orgs.make('clinic', Math.max(1, Math.round(counters * 0.08)));
  const regulators = COUNTRIES.map(({ code }) => orgs.one('regulator', code));
  return {
    ...{ start: start.value, days: DAYS, makers, wholesalers, regulators },
    counters: [...pharmacies, ...hospitals, ...clinics],
    orgs: [...makers, ...wholesalers, ...pharmacies, ...hospitals, ...clinics, ...regulators],
    products: productsOf(seed, makers, Math.max(8, Math.min(200, Math.round(counters / 6)))),
  };
}

/** `world.json` of the backtest's format. */
export function worldJson({ start, orgs, products }: SimWorld): Json {
  return {
    version: 1,
    start: instantText(start),
    organisations: orgs.map(orgJson),
    locations: orgs.map((org) => ({
      ...{ id: glnUri(org.site), party: partyUri(org.gln), kind: KINDS[org.role] },
      ...{ latitude: org.latitude, longitude: org.longitude, timeZone: org.timeZone },
    })),
    products: products.map(({ gtin, name, maker, markets, classes }) => ({
      ...{ gtin, name, holder: partyUri(maker.gln), markets, classes, itemLevel: 'serial' },
    })),
    importApprovals: [],
  };
}

const KINDS: Readonly<Record<SimRole, string>> = {
  ...{ manufacturer: 'plant', logistics: 'warehouse', wholesaler: 'warehouse', pharmacy: 'pharmacy' },
  ...{ hospital: 'hospital', clinic: 'clinic', regulator: 'office' },
};

const orgJson = (org: SimOrg): Json => ({
  ...{
    id: partyUri(org.gln),
    name: org.name,
    role: org.role,
    country: org.country,
    ownerGroup: org.ownerGroup,
  },
  licences: licencesOf(org).map((activity) => ({
    ...{ activity, market: org.country, from: '2020-01-01', to: null, knownAt: null },
  })),
  suspensions:
    org.suspendedFrom === null
      ? []
      : [{ from: org.suspendedFrom, to: null, knownAt: `${org.suspendedFrom}T08:00:00Z` }],
});

function licencesOf({ role }: SimOrg): readonly string[] {
  if (role === 'manufacturer') return ['manufacture', 'wholesale'];
  if (role === 'wholesaler' || role === 'logistics') return ['wholesale'];
  return role === 'regulator' ? [] : ['dispense'];
}

/** Makes organisations whose names and numbers say nothing of their part. */
class OrgMaker {
  readonly #seed: number;
  readonly #random: RandomStream;
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = new RandomStream(seed, 'geography');
  }

  make(role: SimRole, count: number): readonly SimOrg[] {
    return Array.from({ length: count }, () => this.one(role, this.#country()));
  }

  one(role: SimRole, code: string): SimOrg {
    const random = this.#random;
    const country = COUNTRIES.find((one) => one.code === code) ?? COUNTRIES[0];
    const [latitude, longitude] = random.pick(country.towns);
    this.#count += 1;
    const isChain = role === 'pharmacy' && random.chance(0.6);
    return {
      gln: glnNo(2 * this.#count),
      site: glnNo(2 * this.#count + 1),
      name: `Organisation ${opaque(6, this.#seed, 'org', this.#count)}`,
      ...{ role, country: country.code, timeZone: country.timeZone },
      ownerGroup: isChain ? `G${random.whole(1, 12)}` : null,
      latitude: Number((latitude + 0.15 * random.normal()).toFixed(4)),
      longitude: Number((longitude + 0.15 * random.normal()).toFixed(4)),
      weight: random.logNormal(1, 0.7),
      suspendedFrom: role === 'wholesaler' && this.#count % 5 === 0 ? '2026-03-01' : null,
    };
  }

  #country(): string {
    const at = this.#random.next();
    return at < 0.6 ? 'DE' : at < 0.85 ? 'PT' : 'IN';
  }
}

function glnNo(n: number): Gln {
  const body = `952${String(n).padStart(9, '0')}`;
  const parsed = parseGln(`${body}${checkDigit(body)}`);
  if (!parsed.ok) throw new Error('a GLN');
  return parsed.value;
}

function productsOf(seed: number, makers: readonly SimOrg[], count: number): readonly SimProduct[] {
  const random = new RandomStream(seed, 'products');
  return Array.from({ length: count }, (_, n) => {
    const maker = random.pick(makers);
    const body = `0952${String(n + 1).padStart(9, '0')}`;
    const gtin = parseGtin(`${body}${checkDigit(body)}`);
    if (!gtin.ok) throw new Error('a GTIN');
    const all = COUNTRIES.map(({ code }) => code);
    const markets = random.chance(0.4) ? [random.pick(all)] : all;
    const classes = CLASSES.filter(([, share]) => random.chance(share)).map(([name]) => name);
    return {
      ...{ gtin: gtin.value, name: `Product ${opaque(5, seed, 'product', n)}`, maker, markets, classes },
      weight: 1 / (n + 1) ** 0.8,
    };
  });
}

const CLASSES = [
  ['hospital-only', 0.08],
  ['controlled', 0.1],
  ['cold-chain', 0.1],
  ['high-value', 0.15],
] as const;
