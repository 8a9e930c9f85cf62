import 'server-only';
import { administers } from '../auth/administers.ts';
import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { type InvitationRow, type InvitedPlace, loadInvitations } from '../store/invitations.ts';
import { loadLocations } from '../store/locations.ts';
import { loadMembers } from '../store/members.ts';
import { loadSecondFactorDemand } from '../store/second-factors.ts';

/** A role at a place, `null` for the whole organisation. */
interface PlaceRole {
  readonly location: string | null;
  readonly name: string | null;
  readonly role: UserRole;
}

/** The people of an organisation, a page of them, and who is invited. */
export interface PeopleRow {
  readonly members: readonly {
    readonly userId: string;
    readonly email: string;
    readonly name: string;
    readonly isSelf: boolean;
    readonly hasSecondFactor: boolean;
    readonly passkeys: number;
    readonly lastSignInAt: string | null;
    readonly places: readonly PlaceRole[];
  }[];
  readonly nextAfter: string | null;
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly state: 'open' | 'accepted' | 'revoked' | 'expired';
    readonly at: string;
    readonly places: readonly PlaceRole[];
  }[];
  /** What the reader may give a role at. */
  readonly places: readonly { readonly location: string | null; readonly name: string | null }[];
  readonly isDemanded: boolean;
  /** True for who administers the whole organisation. */
  readonly isWhole: boolean;
}

const PAGE_ROWS = 50;
const INVITATIONS = 50;

/** The people of the scope's organisation behind `after`; for its administrators only, `undefined` for anybody else. */
export async function peopleScreen(
  scope: OrgScope,
  at: Instant,
  after: string | undefined,
): Promise<PeopleRow | undefined> {
  if (scope.userRole !== 'admin') return undefined;
  const [members, invitations, locations, isDemanded, isWhole] = await Promise.all([
    loadMembers(scope, { after, limit: PAGE_ROWS + 1 }),
    loadInvitations(scope, INVITATIONS),
    loadLocations(scope.organisation),
    loadSecondFactorDemand(scope),
    administers(scope, undefined),
  ]);
  const names = new Map(locations.map(({ gln, name }) => [gln, name]));
  const shown = members.slice(0, PAGE_ROWS);
  const own = locations.filter(({ gln }) => isWhole || gln === scope.location);
  return {
    members: shown.map(({ lastSignInAt, places, ...member }) => ({
      ...member,
      isSelf: scope.actor === `user:${member.userId}`,
      lastSignInAt: lastSignInAt === undefined ? null : instantText(lastSignInAt),
      places: places.map((place) => placeRole(place, names)),
    })),
    nextAfter: members.length > PAGE_ROWS ? (shown.at(-1)?.email ?? null) : null,
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      ...stateOf(invitation, at),
      places: invitation.places.map((place) => placeRole(place, names)),
    })),
    places: [
      ...(isWhole ? [{ location: null, name: null }] : []),
      ...own.map(({ gln, name }) => ({ location: gln, name })),
    ],
    isDemanded,
    isWhole,
  };
}

const placeRole = ({ location, userRole }: InvitedPlace, names: ReadonlyMap<Gln, string>): PlaceRole => ({
  location: location ?? null,
  name: location === undefined ? null : (names.get(location) ?? location),
  role: userRole,
});

function stateOf(
  { acceptedAt, revokedAt, expiresAt }: InvitationRow,
  at: Instant,
): Pick<PeopleRow['invitations'][number], 'state' | 'at'> {
  if (acceptedAt !== undefined) return { state: 'accepted', at: instantText(acceptedAt) };
  if (revokedAt !== undefined) return { state: 'revoked', at: instantText(revokedAt) };
  return { state: expiresAt > at ? 'open' : 'expired', at: instantText(expiresAt) };
}
