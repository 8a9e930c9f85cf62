import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { type InvitedPlace, revokeInvitationsBy } from './invitations.ts';
import { saveMembership } from './memberships.ts';
import { pool } from './pool.ts';
import { type Db, inTransaction } from './transaction.ts';

/** A person of an organisation, with where they are what. */
export interface MemberRow {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  readonly passkeys: number;
  readonly lastSignInAt: Instant | undefined;
  readonly places: readonly InvitedPlace[];
}

interface Row {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  readonly passkeys: number;
  readonly last_sign_in: Date | null;
  readonly places: readonly { location: Gln | null; userRole: UserRole }[];
}

/** The people of the scope's organisation by e-mail address, behind `after`. */
export async function loadMembers(
  { organisation }: OrgScope,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly MemberRow[]> {
  const { rows } = await pool().query<Row>({
    name: 'members',
    text: `select u.id as "userId", u.email, u.name, coalesce(u."twoFactorEnabled", false) as "hasSecondFactor",
        (select count(*)::int from "passkey" p where p."userId" = u.id) as passkeys,
        (select max(l.at) from sign_in_log l where l.user_id = u.id and l.organisation = $1 and l.what = 'signed-in') as last_sign_in,
        (select json_agg(json_build_object('location', m.location, 'userRole', m.user_role) order by m.location nulls first)
           from membership m where m.user_id = u.id and m.organisation = $1) as places
      from "user" u where exists (select from membership m where m.user_id = u.id and m.organisation = $1)
        and ($2::text is null or u.email > $2) order by u.email limit $3`,
    values: [organisation, after, limit],
  });
  return rows.map(({ last_sign_in, places, ...row }) => ({
    ...row,
    lastSignInAt: instantOfNullable(last_sign_in),
    places: places.map(placeOf),
  }));
}

const placeOf = ({ location, userRole }: { location: Gln | null; userRole: UserRole }): InvitedPlace => ({
  location: location ?? undefined,
  userRole,
});

/** Where a person of the scope's organisation is what; empty for anybody else. */
export async function loadMemberPlaces(
  { organisation }: OrgScope,
  userId: string,
  db: Db = pool(),
): Promise<readonly InvitedPlace[]> {
  const { rows } = await db.query<{ readonly location: Gln | null; readonly userRole: UserRole }>({
    name: 'member-places',
    text: `select location, user_role as "userRole" from membership where organisation = $1 and user_id = $2 order by location nulls first`,
    values: [organisation, userId],
  });
  return rows.map(placeOf);
}

/**
 * Makes `places` all that a person is in the scope's organisation, and logs who did; none takes the person out of it. Who is taken out,
 * or administers a place no more, has no open invitation of theirs left. Every location must be the organisation's own: nothing is
 * written otherwise.
 */
export function saveMemberPlaces(
  scope: OrgScope,
  userId: string,
  places: readonly InvitedPlace[],
): Promise<void> {
  const { organisation, actor } = scope;
  return inTransaction(async (tx) => {
    const before = await loadMemberPlaces(scope, userId, tx);
    // Before the memberships: whoever is accepting one at this moment is waited for, and then taken out.
    if (losesAdministration(before, places)) await revokeInvitationsBy(tx, scope, userId);
    await tx.query('delete from membership where user_id = $1 and organisation = $2', [userId, organisation]);
    for (const { location, userRole } of places)
      await saveMembership({ userId, organisation, userRole, location }, tx);
    await tx.query(
      `insert into access_log (organisation, actor, what, subject) values ($1, $2, $3, (select email from "user" where id = $4))`,
      [organisation, actor, places.length === 0 ? 'person/removed' : 'person/changed', userId],
    );
  });
}

/** Whether somebody is out, or is no administrator any more of a place, or of the whole, that they administered. */
function losesAdministration(before: readonly InvitedPlace[], after: readonly InvitedPlace[]): boolean {
  const named = [undefined, ...[...before, ...after].map(({ location }) => location)];
  return after.length === 0 || named.some((gln) => isAdminAt(before, gln) && !isAdminAt(after, gln));
}

/** A role at the place itself holds there; without one, that of the whole organisation. */
function isAdminAt(places: readonly InvitedPlace[], gln: Gln | undefined): boolean {
  const roleAt = (at: Gln | undefined) => places.find(({ location }) => location === at)?.userRole;
  return (roleAt(gln) ?? roleAt(undefined)) === 'admin';
}
