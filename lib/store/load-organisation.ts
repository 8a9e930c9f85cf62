import type { OrganisationRole, Realm } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import type { OrganisationRow } from './organisations.ts';
import { prisma } from './prisma.ts';

/** An organisation of any realm, with when it was registered. */
export interface RegisteredOrganisation extends OrganisationRow {
  readonly createdAt: Instant;
}

interface Row {
  readonly gln: string;
  readonly name: string;
  readonly role: string;
  readonly country: string;
  readonly ownerGroup: string | null;
  readonly realm: number;
  readonly sandbox: boolean;
  readonly createdAt: Date;
}

const registeredOf = (row: Row): RegisteredOrganisation => ({
  gln: row.gln as Gln,
  name: row.name,
  role: row.role as OrganisationRole,
  country: row.country,
  ownerGroup: row.ownerGroup ?? undefined,
  realm: row.realm as Realm,
  sandbox: row.sandbox,
  createdAt: instantOfDate(row.createdAt),
});

/** The organisation of this GLN, whatever realm it lives in. For the platform's own work: no scope stands before it. */
export async function loadOrganisation(gln: Gln): Promise<RegisteredOrganisation | undefined> {
  const row = await prisma().organisation.findUnique({ where: { gln } });
  return row ? registeredOf(row) : undefined;
}

/** Every organisation of the platform, sandboxes too, by name. For the platform's own work. */
export async function loadEveryOrganisation(): Promise<readonly RegisteredOrganisation[]> {
  const rows = await prisma().organisation.findMany({ orderBy: [{ name: 'asc' }, { gln: 'asc' }] });
  return rows.map(registeredOf);
}
