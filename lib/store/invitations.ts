import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { inTransaction, type Tx } from './transaction.ts';

/** A role at a location, or (`undefined`) in the whole organisation. */
export interface InvitedPlace {
  readonly location: Gln | undefined;
  readonly userRole: UserRole;
}

/** An invitation as it is kept: of its token only the hash. */
export interface NewInvitation {
  readonly email: string;
  readonly tokenSha256: Uint8Array;
  readonly places: readonly InvitedPlace[];
  readonly expiresAt: Instant;
}

/** Keeps an invitation to the scope's organisation, and logs who invites. Every location must be the organisation's own. Gives its id. */
export function insertInvitation(scope: OrgScope, invitation: NewInvitation): Promise<string> {
  const { email, tokenSha256, places, expiresAt } = invitation;
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ readonly id: string }>(
      `with i as (
          insert into invitation (organisation, email, token_sha256, invited_by, expires_at) values ($1, $2, $3, $4, $5) returning id),
        l as (insert into access_log (organisation, actor, what, subject) select $1, $4, 'person/invited', $2 from i)
       select id from i`,
      [scope.organisation, email, tokenSha256, scope.actor, new Date(expiresAt)],
    );
    const id = rows[0]?.id ?? '';
    const { rowCount } = await tx.query(
      `insert into invitation_place (invitation, location, user_role)
       select $1, p.location, p.user_role from unnest($2::text[], $3::text[]) as p (location, user_role)
        where p.location is null or exists (select from location where gln = p.location and organisation = $4)`,
      [
        id,
        places.map(({ location }) => location ?? null),
        places.map(({ userRole }) => userRole),
        scope.organisation,
      ],
    );
    if (rowCount !== places.length) throw new Error('the places of an invitation belong to its organisation');
    return id;
  });
}

/** An invitation as whoever has its link sees it. */
export interface OpenInvitation {
  readonly id: string;
  readonly organisation: Gln;
  readonly organisationName: string;
  readonly email: string;
  readonly expiresAt: Instant;
  readonly places: readonly (InvitedPlace & { readonly name: string | undefined })[];
  /** True where somebody signs in with this address already. */
  readonly isKnown: boolean;
}

interface OpenRow {
  readonly id: string;
  readonly organisation: Gln;
  readonly organisationName: string;
  readonly email: string;
  readonly expires_at: Date;
  readonly isKnown: boolean;
  readonly places: readonly { location: Gln | null; userRole: UserRole; name: string | null }[];
}

const IS_OPEN = 'accepted_at is null and revoked_at is null and expires_at > now()';

/** The invitation whose token has this hash, as long as it can be accepted. */
export async function findOpenInvitation(tokenSha256: Uint8Array): Promise<OpenInvitation | undefined> {
  const { rows } = await pool().query<OpenRow>({
    name: 'open-invitation',
    text: `select i.id, i.organisation, o.name as "organisationName", i.email, i.expires_at,
        exists (select from "user" u where u.email = i.email) as "isKnown",
        (select json_agg(json_build_object('location', p.location, 'userRole', p.user_role, 'name', l.name) order by p.location nulls first)
           from invitation_place p left join location l on l.gln = p.location where p.invitation = i.id) as places
      from invitation i join organisation o on o.gln = i.organisation where i.token_sha256 = $1 and ${IS_OPEN}`,
    values: [tokenSha256],
  });
  const [row] = rows;
  return (
    row && {
      ...row,
      expiresAt: instantOfDate(row.expires_at),
      places: row.places.map(({ location, userRole, name }) => ({
        location: location ?? undefined,
        userRole,
        name: name ?? undefined,
      })),
    }
  );
}

/** Uses an invitation up, in the transaction that makes its person a member. False where it cannot be accepted any more. */
export async function spendInvitation(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update invitation set accepted_at = date_trunc('milliseconds', now()) where id = $1 and ${IS_OPEN}`,
    [id],
  );
  return rowCount === 1;
}

/** Takes an invitation of the scope's organisation back, and logs who did. False where there is none that could be accepted. */
export async function revokeInvitation(scope: OrgScope, id: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `with i as (update invitation set revoked_at = date_trunc('milliseconds', now())
        where id = $1 and organisation = $2 and ${IS_OPEN} returning email)
     insert into access_log (organisation, actor, what, subject) select $2, $3, 'invitation/revoked', email from i`,
    [id, scope.organisation, scope.actor],
  );
  return rowCount === 1;
}

/** Takes back every open invitation to the scope's organisation that this person has made, and logs who did. */
export async function revokeInvitationsBy(tx: Tx, scope: OrgScope, userId: string): Promise<void> {
  await tx.query(
    `with i as (update invitation set revoked_at = date_trunc('milliseconds', now())
        where organisation = $1 and invited_by = 'user:' || $2::text and ${IS_OPEN} returning email)
     insert into access_log (organisation, actor, what, subject) select $1, $3, 'invitation/revoked', email from i`,
    [scope.organisation, userId, scope.actor],
  );
}

/** The places that an invitation of the scope's organisation names; empty where there is none of this id. */
export async function loadInvitedPlaces(scope: OrgScope, id: string): Promise<readonly InvitedPlace[]> {
  const { rows } = await pool().query<{ readonly location: Gln | null; readonly userRole: UserRole }>({
    name: 'invited-places',
    text: `select p.location, p.user_role as "userRole" from invitation_place p join invitation i on i.id = p.invitation
      where i.id = $1 and i.organisation = $2`,
    values: [id, scope.organisation],
  });
  return rows.map(({ location, userRole }) => ({ location: location ?? undefined, userRole }));
}

/** An invitation as the administrator sees it in the list. */
export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | undefined;
  readonly revokedAt: Instant | undefined;
  readonly places: readonly InvitedPlace[];
}

/** The latest invitations of the scope's organisation, newest first. */
export async function loadInvitations(
  { organisation }: OrgScope,
  limit: number,
): Promise<readonly InvitationRow[]> {
  const { rows } = await pool().query({
    name: 'invitations',
    text: `select i.id, i.email, i.created_at, i.expires_at, i.accepted_at, i.revoked_at,
        (select json_agg(json_build_object('location', p.location, 'userRole', p.user_role) order by p.location nulls first)
           from invitation_place p where p.invitation = i.id) as places
      from invitation i where i.organisation = $1 order by i.created_at desc, i.id limit $2`,
    values: [organisation, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    createdAt: instantOfDate(row.created_at),
    expiresAt: instantOfDate(row.expires_at),
    acceptedAt: instantOfNullable(row.accepted_at),
    revokedAt: instantOfNullable(row.revoked_at),
    places: (row.places as { location: Gln | null; userRole: UserRole }[]).map(({ location, userRole }) => ({
      location: location ?? undefined,
      userRole,
    })),
  }));
}
