import type { OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { prisma } from './prisma.ts';

/** A grant as it is given: always by the scope's own organisation. */
export type NewGrant = Pick<Grant, 'to' | 'what' | 'purpose' | 'validFrom' | 'validUntil'>;

/** Gives a grant and its id. */
export async function saveGrant(scope: OrgScope, grant: NewGrant): Promise<string> {
  const { show, event, gtin, lot, serial } = grant.what;
  const { id } = await prisma().grant.create({
    data: {
      fromParty: scope.organisation,
      toParty: grant.to,
      show,
      event: event ?? null,
      gtin: gtin ?? null,
      lot: lot ?? null,
      serial: serial ?? null,
      purpose: grant.purpose,
      validFrom: new Date(grant.validFrom),
      validUntil: grant.validUntil === undefined ? null : new Date(grant.validUntil),
    },
  });
  return id;
}

/** Ends a grant of the scope's organisation at once. False where there is none of this id, or it is revoked already. */
export async function revokeGrant(scope: OrgScope, id: string): Promise<boolean> {
  const { count } = await prisma().grant.updateMany({
    where: { id, fromParty: scope.organisation, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

/** Every grant that the scope's organisation has given or was given, newest first. */
export async function loadGrants(scope: OrgScope): Promise<readonly Grant[]> {
  const rows = await prisma().grant.findMany({
    where: { OR: [{ fromParty: scope.organisation }, { toParty: scope.organisation }] },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    from: row.fromParty as Gln,
    to: row.toParty as Gln,
    what: {
      show: row.show as Grant['what']['show'],
      event: row.event?.replaceAll('-', ''),
      gtin: (row.gtin ?? undefined) as Gtin | undefined,
      lot: (row.lot ?? undefined) as Lot | undefined,
      serial: (row.serial ?? undefined) as Serial | undefined,
    },
    purpose: row.purpose as Grant['purpose'],
    validFrom: instantOfDate(row.validFrom),
    validUntil: instantOfNullable(row.validUntil),
    revokedAt: instantOfNullable(row.revokedAt),
  }));
}
