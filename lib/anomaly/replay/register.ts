import type { OrganisationRole } from '../../custody/org-scope.ts';
import type { LocationFacts, PartyFacts } from '../../custody/party-facts.ts';
import type { ProductFacts } from '../../custody/product-facts.ts';
import type { Gln } from '../../gs1/gln.ts';
import { type Gtin, parseGtin } from '../../gs1/gtin.ts';
import { locationGlnOf, partyGlnOf } from '../../gs1/object-key.ts';
import { type Instant, momentOf, parseInstant } from '../../kernel/instant.ts';
import { type LocalDate, localDateAt, parseLocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ImportApproval, LicenceRecord, PartyRecord, Period, PlaceRecord } from '../facts.ts';

/** The master data of a replay: who and what is registered (backtest.md, `world.json`). */
export interface Register {
  readonly start: Instant;
  readonly parties: ReadonlyMap<Gln, PartyFacts & PartyRecord>;
  readonly places: ReadonlyMap<Gln, PlaceRecord & LocationFacts>;
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  readonly imports: ReadonlyMap<Gtin, readonly ImportApproval[]>;
}

/** What is wrong with master data, and where: a JSON pointer. */
export interface RegisterError {
  readonly code: 'world/format' | 'world/version';
  readonly path: string;
  readonly wanted: string;
}

/** Reads `world.json`, version 1. */
export function parseRegister(json: unknown): Result<Register, RegisterError> {
  try {
    return ok(registerOf(new Part(json, '')));
  } catch (fault) {
    if (fault instanceof PartFault) return err(fault.error);
    throw fault;
  }
}

class PartFault extends Error {
  readonly error: RegisterError;

  constructor(error: RegisterError) {
    super(error.code);
    this.error = error;
  }
}

/** A value in the document, with its place. */
class Part {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path: string) {
    this.value = value;
    this.path = path;
  }

  fault(wanted: string, code: RegisterError['code'] = 'world/format'): PartFault {
    return new PartFault({ code, path: this.path === '' ? '/' : this.path, wanted });
  }

  at(name: string): Part {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.fault('an object');
    return new Part((value as Record<string, unknown>)[name], `${this.path}/${name}`);
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  get items(): readonly Part[] {
    if (!Array.isArray(this.value)) throw this.fault('a list');
    return this.value.map((one, n) => new Part(one, `${this.path}/${n}`));
  }

  get text(): string {
    if (typeof this.value !== 'string') throw this.fault('a text');
    return this.value;
  }

  get number(): number {
    if (typeof this.value !== 'number') throw this.fault('a number');
    return this.value;
  }

  as<T>(wanted: string, read: (text: string) => T | undefined): T {
    const read1 = read(this.text);
    if (read1 === undefined) throw this.fault(wanted);
    return read1;
  }

  optional<T>(read: (part: Part) => T): T | undefined {
    return this.isAbsent ? undefined : read(this);
  }
}

const party = (part: Part): Gln => part.as('the Digital Link of a party (417)', partyGlnOf);
const place = (part: Part): Gln => part.as('the Digital Link of a place (414)', locationGlnOf);
const date = (part: Part): LocalDate => part.as('a date', parseLocalDate);
const instant = (part: Part): Instant => part.as('a time', (text) => okOf(parseInstant(text)));
const gtin = (part: Part): Gtin => part.as('a GTIN', (text) => okOf(parseGtin(text)));
const okOf = <T>(result: Result<T, unknown>): T | undefined => (result.ok ? result.value : undefined);

const ROLES: ReadonlySet<string> = new Set<OrganisationRole>([
  ...(['manufacturer', 'contract-manufacturer', 'logistics', 'wholesaler'] as const),
  ...(['pharmacy', 'hospital', 'clinic', 'regulator', 'auditor'] as const),
]);

function registerOf(world: Part): Register {
  if (world.at('version').value !== 1) throw world.at('version').fault('1', 'world/version');
  const parties = new Map(
    world.at('organisations').items.map((part) => [party(part.at('id')), partyOf(part)]),
  );
  const places = new Map(
    world.at('locations').items.map((part) => [place(part.at('id')), placeOf(part, parties)] as const),
  );
  const imports = new Map<Gtin, ImportApproval[]>();
  for (const part of world.at('importApprovals').optional((list) => list.items) ?? []) {
    const product = gtin(part.at('gtin'));
    imports.set(product, [...(imports.get(product) ?? []), approvalOf(part)]);
  }
  return {
    start: instant(world.at('start')),
    ...{ parties, places, imports },
    products: new Map(world.at('products').items.map((part) => [gtin(part.at('gtin')), productOf(part)])),
  };
}

function partyOf(part: Part): PartyFacts & PartyRecord {
  return {
    gln: party(part.at('id')),
    name: part.at('name').text,
    role: part.at('role').as('a role', (text) => (ROLES.has(text) ? (text as OrganisationRole) : undefined)),
    country: part.at('country').text,
    ownerGroup: part.at('ownerGroup').optional(({ text }) => text),
    agents: [],
    companyPrefixes: [],
    licences: part.at('licences').optional(({ items }) => items.map(licenceOf)),
    suspensions: part.at('suspensions').optional(({ items }) => items.map(periodOf)) ?? [],
  };
}

const periodOf = (part: Part): Period => ({
  from: date(part.at('from')),
  to: part.at('to').optional(date),
  knownAt: part.at('knownAt').optional(instant),
});

const ACTIVITIES = ['manufacture', 'wholesale', 'dispense', 'import'] as const;

const licenceOf = (part: Part): LicenceRecord => ({
  ...periodOf(part),
  activity: part.at('activity').as('an activity', (text) => ACTIVITIES.find((one) => one === text)),
  market: part.at('market').text,
});

function placeOf(part: Part, parties: ReadonlyMap<Gln, PartyFacts>): PlaceRecord & LocationFacts {
  const organisation = party(part.at('party'));
  const owner = parties.get(organisation);
  if (!owner) throw part.at('party').fault('an organisation of this file');
  return {
    gln: place(part.at('id')),
    organisation,
    name: owner.name,
    city: owner.name,
    country: owner.country,
    timeZone: part.at('timeZone').text,
    latitude: part.at('latitude').optional(({ number }) => number),
    longitude: part.at('longitude').optional(({ number }) => number),
  };
}

/** The format does not say since when. */
const MARKETED = localDateAt(momentOf(0), 'UTC');

const productOf = (part: Part): ProductFacts => ({
  gtin: gtin(part.at('gtin')),
  name: part.at('name').text,
  holder: party(part.at('holder')),
  markets: part.at('markets').items.map(({ text }) => ({
    country: text,
    marketedFrom: MARKETED,
    withdrawnFrom: undefined,
  })),
  itemLevel: part.at('itemLevel').value === 'lot' ? 'lot' : 'serial',
});

const approvalOf = (part: Part): ImportApproval => ({
  ...periodOf(part),
  party: party(part.at('party')),
  fromMarket: part.at('fromMarket').text,
  toMarket: part.at('toMarket').text,
});
