import type { OrganisationRole, OrgScope, Realm, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/**
 * What a person is at one location of an organisation; `location` undefined: at each of them that has no membership of its own, and for
 * the organisation as a whole.
 */
export interface Membership {
  readonly organisation: Gln;
  readonly organisationName: string;
  readonly organisationRole: OrganisationRole;
  readonly realm: Realm;
  readonly country: string;
  readonly userRole: UserRole;
  readonly location: Gln | undefined;
  /** Nobody speaks for the organisation in a session that a password alone opened. */
  readonly demandsSecondFactor: boolean;
}

const MEMBERSHIPS = {
  name: 'memberships',
  text: `select m.organisation, o.name as "organisationName", o.role as "organisationRole", o.realm, o.country,
      m.user_role as "userRole", m.location, o.demands_second_factor as "demandsSecondFactor"
    from membership m join organisation o on o.gln = m.organisation where m.user_id = $1
    order by m.organisation, m.location nulls first`,
};

/** Every membership of a person, in the order of the organisations' GLNs, that of a whole organisation before those of its places. */
export async function loadMemberships(userId: string): Promise<readonly Membership[]> {
  const { rows } = await pool().query<Omit<Membership, 'location'> & { readonly location: Gln | null }>({
    ...MEMBERSHIPS,
    values: [userId],
  });
  return rows.map((row) => ({ ...row, location: row.location ?? undefined }));
}

/** A person's place in an organisation, as it is to be. */
export interface NewMembership {
  readonly userId: string;
  readonly organisation: Gln;
  readonly userRole: UserRole;
  readonly location: Gln | undefined;
}

/** Makes a person a member at a location, or changes what it is there. The location must be the organisation's own: the write fails otherwise. */
export async function saveMembership(membership: NewMembership, db: Db = pool()): Promise<void> {
  const { userId, organisation, userRole, location } = membership;
  const { rowCount } = await db.query(
    `insert into membership (user_id, organisation, user_role, location) select $1, $2, $3, $4
      where $4::text is null or exists (select from location where gln = $4 and organisation = $2)
      on conflict (user_id, organisation, location) do update set user_role = excluded.user_role`,
    [userId, organisation, userRole, location],
  );
  if (rowCount !== 1) throw new Error('the location of a membership belongs to its organisation');
}

/** Makes a person an administrator of the platform: who registers organisations and assigns company prefixes. */
export async function savePlatformAdministrator(userId: string): Promise<void> {
  await pool().query('insert into platform_administrator (user_id) values ($1) on conflict do nothing', [
    userId,
  ]);
}

/** Whether a person is an administrator of the platform. */
export async function isPlatformAdministrator(userId: string): Promise<boolean> {
  const { rowCount } = await pool().query('select from platform_administrator where user_id = $1', [userId]);
  return rowCount === 1;
}

/** Where a session is to stand from now on. */
export interface SessionBinding {
  readonly sessionId: string;
  readonly userId: string;
  readonly organisation: Gln;
  /** `undefined`: the whole organisation, where the membership is of the whole organisation. */
  readonly location: Gln | undefined;
}

/**
 * Binds a session to a location and logs it (custody.md 5). False, and nothing is changed, where the membership does not allow it:
 * a member of some locations has only those, a member of the whole organisation each of its locations.
 */
export async function bindSession(binding: SessionBinding): Promise<boolean> {
  const { sessionId, userId, organisation, location } = binding;
  const { rowCount } = await pool().query(
    `with s as (
        update "session" s set "organisation" = $3, "location" = $4, "updatedAt" = now()
         where s.id = $1 and s."userId" = $2 and exists (select from membership m where m.user_id = $2 and m.organisation = $3
           and ((m.location is null and ($4::text is null or exists (select from location where gln = $4 and organisation = $3)))
                or m.location = $4))
        returning s.id)
     insert into access_log (organisation, actor, what, subject) select $3, 'user:' || $2, 'session/bound', coalesce($4, 'all') from s`,
    [sessionId, userId, organisation, location],
  );
  return rowCount === 1;
}

/** A line of the log of use: what somebody looked at or did, and the reason given where one is asked for. */
export interface AccessLine {
  readonly what: string;
  readonly subject: string | undefined;
  readonly reason: string | undefined;
}

/** Logs what the holder of `scope` did, such as opening a pack's path (custody.md 6). */
export async function logAccess(scope: OrgScope, { what, subject, reason }: AccessLine): Promise<void> {
  await pool().query(
    'insert into access_log (organisation, actor, what, subject, reason) values ($1, $2, $3, $4, $5)',
    [scope.organisation, scope.actor, what, subject, reason],
  );
}
