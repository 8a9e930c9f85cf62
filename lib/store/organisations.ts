import type { OrganisationRole, Realm } from '../custody/org-scope.ts';
import type { LocationFacts, PartyFacts } from '../custody/party-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { LOCATION_JSON, PARTY_JSON, type PartyJson, partyOf } from './fact-columns.ts';
import { pool } from './pool.ts';
import { prisma } from './prisma.ts';

/** An organisation as the platform's administrator registers it. */
export interface NewOrganisation {
  readonly gln: Gln;
  readonly name: string;
  readonly role: OrganisationRole;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly ownerGroup?: string | undefined;
  /** True: it lives in a realm of its own, apart from everybody's packs. */
  readonly sandbox: boolean;
}

/** An organisation in a list. */
export interface OrganisationRow extends Omit<NewOrganisation, 'ownerGroup'> {
  readonly realm: Realm;
  readonly ownerGroup: string | undefined;
}

/** Registers an organisation, and gives the realm that it lives in. Throws where the GLN is taken. */
export async function saveOrganisation(organisation: NewOrganisation): Promise<Realm> {
  const { rows } = await pool().query<{ readonly realm: Realm }>(
    `insert into organisation (gln, name, role, country, owner_group, sandbox, realm)
     values ($1, $2, $3, $4, $5, $6, case when $6 then nextval('sandbox_realm') else 0 end) returning realm`,
    [
      organisation.gln,
      organisation.name,
      organisation.role,
      organisation.country,
      organisation.ownerGroup,
      organisation.sandbox,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('an insert gives its row');
  return row.realm;
}

/** Assigns a company prefix: its GTINs are this organisation's from now on (custody.md 5). Throws where it is somebody's already. */
export async function saveCompanyPrefix(organisation: Gln, prefix: string): Promise<void> {
  await prisma().companyPrefix.create({ data: { prefix, organisation } });
}

/** `agent` may report for `principal` from `from` on, until `until` where it is given. */
export async function saveAgent(
  principal: Gln,
  agent: Gln,
  from: Instant,
  until: Instant | undefined,
): Promise<void> {
  const period = { validFrom: new Date(from), validUntil: until === undefined ? null : new Date(until) };
  await prisma().agent.upsert({
    where: { principal_agent: { principal, agent } },
    create: { principal, agent, ...period },
    update: period,
  });
}

/** Every organisation of a realm by name: a directory that every member may read. */
export async function loadOrganisations(realm: Realm): Promise<readonly OrganisationRow[]> {
  const rows = await prisma().organisation.findMany({
    where: { realm },
    orderBy: [{ name: 'asc' }, { gln: 'asc' }],
  });
  return rows.map((row) => ({
    gln: row.gln as Gln,
    name: row.name,
    role: row.role as OrganisationRole,
    country: row.country,
    ownerGroup: row.ownerGroup ?? undefined,
    realm: row.realm as Realm,
    sandbox: row.sandbox,
  }));
}

/** What rules and screens know of the organisations named; those that are not registered are absent. */
export async function loadParties(glns: readonly Gln[]): Promise<ReadonlyMap<Gln, PartyFacts>> {
  const { rows } = await pool().query<{ readonly party: PartyJson }>({
    name: 'parties',
    text: `select ${PARTY_JSON} as party from organisation o where o.gln = any ($1::text[])`,
    values: [glns],
  });
  return new Map(rows.map(({ party }) => [party.gln, partyOf(party)]));
}

/** What rules and screens know of the places named; those that are not registered are absent. */
export async function loadPlaces(glns: readonly Gln[]): Promise<ReadonlyMap<Gln, LocationFacts>> {
  const { rows } = await pool().query<{ readonly place: LocationFacts }>({
    name: 'places',
    text: `select ${LOCATION_JSON} as place from location l where l.gln = any ($1::text[])`,
    values: [glns],
  });
  return new Map(rows.map(({ place }) => [place.gln, place]));
}
