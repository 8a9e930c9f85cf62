import type { Gln } from '../gs1/gln.ts';
import type { Membership } from '../store/memberships.ts';

/** Where a person stands in an organisation, and by which of their memberships. */
export interface Standing {
  readonly membership: Membership;
  /** `undefined`: for the whole organisation. */
  readonly location: Gln | undefined;
}

/**
 * What holds at `location` (`undefined`: for the whole organisation): the location's own membership before that of the whole
 * organisation. `undefined` where the person may not stand there.
 */
export function standingAt(
  memberships: readonly Membership[],
  organisation: Gln,
  location: Gln | undefined,
): Standing | undefined {
  const own = memberships.filter((one) => one.organisation === organisation);
  const membership =
    own.find((one) => one.location === location) ?? own.find((one) => one.location === undefined);
  return membership && { membership, location };
}

/**
 * Where a session stands that was bound to `location` once: there, as long as that is allowed, else at the first place that is.
 * `undefined` for who is no member any more.
 */
export function standingOf(
  memberships: readonly Membership[],
  organisation: Gln | undefined,
  location: Gln | undefined,
): Standing | undefined {
  const first = memberships.find((one) => one.organisation === organisation);
  if (organisation === undefined) return undefined;
  return (
    standingAt(memberships, organisation, location) ??
    (first && { membership: first, location: first.location })
  );
}
