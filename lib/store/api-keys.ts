import type { OrganisationRole, OrgScope, Realm, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** What a key may be used for. */
export const API_SCOPES = ['capture', 'packs', 'query', 'verify', 'administer'] as const;

export type ApiScope = (typeof API_SCOPES)[number];

/** A key as it is kept: never the secret, only its SHA-256. */
export interface NewApiKey {
  readonly id: string;
  readonly organisation: Gln;
  readonly location: Gln | undefined;
  readonly name: string;
  readonly userRole: UserRole;
  readonly scopes: readonly ApiScope[];
  readonly secretSha256: Uint8Array;
  readonly expiresAt: Instant;
}

/** Whom a key speaks for. */
export interface KeyHolder {
  readonly id: string;
  readonly organisation: Gln;
  readonly organisationRole: OrganisationRole;
  readonly realm: Realm;
  readonly country: string;
  readonly location: Gln | undefined;
  readonly userRole: UserRole;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Instant;
  readonly revoked: boolean;
}

/** A key as its organisation's administrator sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly location: Gln | undefined;
  readonly userRole: UserRole;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | undefined;
  readonly lastUsedAt: Instant | undefined;
}

/** Keeps a key and logs who made it. The location must be one of the organisation's own: the write fails otherwise. */
export async function insertApiKey(key: NewApiKey, actor: string): Promise<void> {
  const { rowCount } = await pool().query(
    `with k as (
        insert into api_key (id, organisation, location, name, user_role, scopes, secret_sha256, expires_at)
        select $1, $2, $3, $4, $5, $6, $7, $8
         where $3::text is null or exists (select from location where gln = $3 and organisation = $2) returning id)
     insert into access_log (organisation, actor, what, subject) select $2, $9, 'api-key/issued', id from k`,
    [
      key.id,
      key.organisation,
      key.location,
      key.name,
      key.userRole,
      key.scopes,
      key.secretSha256,
      new Date(key.expiresAt),
      actor,
    ],
  );
  if (rowCount !== 1) throw new Error('the location of a key belongs to its organisation');
}

interface HolderRow extends Omit<KeyHolder, 'location' | 'expiresAt'> {
  readonly location: Gln | null;
  readonly expiresAt: Date;
}

const HOLDER = `select k.id, k.organisation, o.role as "organisationRole", o.realm, o.country, k.location, k.user_role as "userRole", k.scopes,
      k.expires_at as "expiresAt", k.revoked_at is not null as revoked
    from api_key k join organisation o on o.gln = k.organisation`;

const FIND = {
  name: 'find-key-holder',
  text: `with used as (update api_key set last_used_at = now() where secret_sha256 = $1
      and (last_used_at is null or last_used_at < now() - interval '1 minute'))
    ${HOLDER} where k.secret_sha256 = $1`,
};

/** Whom the key of this hash speaks for. Its use is noted, at most once a minute. */
export async function findKeyHolder(secretSha256: Uint8Array): Promise<KeyHolder | undefined> {
  const { rows } = await pool().query<HolderRow>({ ...FIND, values: [secretSha256] });
  return rows[0] && holderOf(rows[0]);
}

/** Whom the key of this id speaks for, for work that it asked for before. */
export async function findKeyHolderById(id: string): Promise<KeyHolder | undefined> {
  const { rows } = await pool().query<HolderRow>(`${HOLDER} where k.id = $1`, [id]);
  return rows[0] && holderOf(rows[0]);
}

const holderOf = (row: HolderRow): KeyHolder => ({
  ...row,
  location: row.location ?? undefined,
  expiresAt: instantOfDate(row.expiresAt),
});

/** Revokes a key of the scope's organisation and logs who did. False where there is none of this id, or it is revoked already. */
export async function revokeKeyRow(scope: OrgScope, id: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `with k as (update api_key set revoked_at = now() where id = $1 and organisation = $2 and revoked_at is null returning id)
     insert into access_log (organisation, actor, what, subject) select $2, $3, 'api-key/revoked', id from k`,
    [id, scope.organisation, scope.actor],
  );
  return rowCount === 1;
}

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly location: Gln | null;
  readonly user_role: UserRole;
  readonly scopes: readonly ApiScope[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

/** Every key of the scope's organisation, newest first. */
export async function loadApiKeys(scope: OrgScope): Promise<readonly ApiKeyRow[]> {
  const { rows } = await pool().query<ListRow>(
    `select id, name, location, user_role, scopes, created_at, expires_at, revoked_at, last_used_at
       from api_key where organisation = $1 order by created_at desc, id`,
    [scope.organisation],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    location: row.location ?? undefined,
    userRole: row.user_role,
    scopes: row.scopes,
    createdAt: instantOfDate(row.created_at),
    expiresAt: instantOfDate(row.expires_at),
    revokedAt: instantOfNullable(row.revoked_at),
    lastUsedAt: instantOfNullable(row.last_used_at),
  }));
}
