import type { OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { appendGrantStatement } from './append-grant-statement.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { inTransaction } from './transaction.ts';

/** A grant as it is given: always by the scope's own organisation. `id` is 32 hex digits. */
export type NewGrant = Pick<Grant, 'id' | 'to' | 'what' | 'purpose' | 'validFrom' | 'validUntil'>;

/** Gives a grant at `at`, and states it in the log. False, and nothing is written, where there is one of this id. */
export function saveGrant(scope: OrgScope, grant: NewGrant, at: Instant): Promise<boolean> {
  const { id, to, what, purpose, validFrom, validUntil } = grant;
  const until = validUntil === undefined ? null : new Date(validUntil);
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query({
      name: 'save-grant',
      text: `insert into "grant" (id, from_party, to_party, show, event, gtin, lot, serial, purpose, valid_from, valid_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
      values: [
        ...[id, scope.organisation, to, what.show, what.event, what.gtin, what.lot, what.serial],
        ...[purpose, new Date(validFrom), until],
      ],
    });
    if (rowCount !== 1) return false;
    const when: Json = {
      from: instantText(validFrom),
      until: validUntil === undefined ? null : instantText(validUntil),
    };
    const groups = { grant: id, parties: { from: scope.organisation, to }, what: shown(what), purpose, when };
    await appendGrantStatement(tx, scope, { kind: 'grantGiven', grant: id, at, groups });
    return true;
  });
}

const shown = ({ show, event, gtin, lot, serial }: Grant['what']): Json => ({
  show,
  event: event ?? null,
  gtin: gtin ?? null,
  lot: lot ?? null,
  serial: serial ?? null,
});

/** Ends a grant of the scope's organisation at once, and states it in the log. False where there is none of this id, or it has ended. */
export function revokeGrant(scope: OrgScope, id: string, at: Instant): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ readonly to: Gln }>({
      name: 'revoke-grant',
      text: `update "grant" set revoked_at = $3 where id = $1 and from_party = $2 and revoked_at is null returning to_party as to`,
      values: [id, scope.organisation, new Date(at)],
    });
    const [row] = rows;
    if (!row) return false;
    const groups = { grant: id, parties: { from: scope.organisation, to: row.to }, when: instantText(at) };
    await appendGrantStatement(tx, scope, { kind: 'grantRevoked', grant: id, at, groups });
    return true;
  });
}

/** Where a page of grants begins: behind the last of the page before. */
export type GrantKey = Pick<Grant, 'validFrom' | 'id'>;

interface Row {
  readonly id: string;
  readonly from_party: Gln;
  readonly to_party: Gln;
  readonly show: Grant['what']['show'];
  readonly event: string | null;
  readonly gtin: Gtin | null;
  readonly lot: Lot | null;
  readonly serial: Serial | null;
  readonly purpose: Grant['purpose'];
  readonly valid_from: Date;
  readonly valid_until: Date | null;
  readonly revoked_at: Date | null;
}

const COLUMNS =
  'id, from_party, to_party, show, event, gtin, lot, serial, purpose, valid_from, valid_until, revoked_at';

/** The grants that the scope's organisation has given or was given, the latest to begin first, a page of them. */
export async function loadGrants(
  scope: OrgScope,
  { limit, after }: { readonly limit: number; readonly after?: GrantKey | undefined },
): Promise<readonly Grant[]> {
  const { rows } = await pool().query<Row>({
    name: 'grants',
    text: `select ${COLUMNS} from "grant"
      where $1 in (from_party, to_party) and ($2::timestamptz is null or (date_trunc('milliseconds', valid_from), id) < ($2, $3::uuid))
      order by date_trunc('milliseconds', valid_from) desc, id desc limit $4`,
    values: [scope.organisation, after && new Date(after.validFrom), after?.id, limit],
  });
  return rows.map(grantOf);
}

/** One grant that the scope's organisation has given or was given. */
export async function loadGrant(scope: OrgScope, id: string): Promise<Grant | undefined> {
  const { rows } = await pool().query<Row>({
    name: 'one-grant',
    text: `select ${COLUMNS} from "grant" where id = $1 and $2 in (from_party, to_party)`,
    values: [id, scope.organisation],
  });
  return rows[0] && grantOf(rows[0]);
}

const grantOf = (row: Row): Grant => ({
  id: row.id,
  from: row.from_party,
  to: row.to_party,
  what: {
    show: row.show,
    event: row.event ?? undefined,
    gtin: row.gtin ?? undefined,
    lot: row.lot ?? undefined,
    serial: row.serial ?? undefined,
  },
  purpose: row.purpose,
  validFrom: instantOfDate(row.valid_from),
  validUntil: instantOfNullable(row.valid_until),
  revokedAt: instantOfNullable(row.revoked_at),
});
