import type { Instant } from '../../kernel/instant.ts';
import type { OrgScope } from '../org-scope.ts';
import type { EventFacts, SubjectOfEvent } from './event-facts.ts';
import type { Grant, GrantedEvents } from './grant.ts';

/** True where the reader may use the grant at all: given to it, for its purpose, in force at `at`, not revoked. */
const inForce = ({ to, purpose, validFrom, validUntil, revokedAt }: Grant, scope: OrgScope, at: Instant) =>
  to === scope.organisation &&
  purpose === scope.purpose &&
  validFrom <= at &&
  (validUntil === undefined || at < validUntil) &&
  (revokedAt === undefined || at < revokedAt);

const within = (what: GrantedEvents, subject: SubjectOfEvent): boolean =>
  (what.gtin === undefined || what.gtin === subject.gtin) &&
  (what.lot === undefined || what.lot === subject.lot) &&
  (what.serial === undefined || what.serial === subject.serial);

/**
 * How much of an event's packs and batches a grant covers. Only who reported an event can grant it. A pack's lot is
 * that of the subject as the store resolves it; where it is not known, a grant of a lot does not cover the pack.
 */
export function grantReach(
  grant: Grant,
  scope: OrgScope,
  facts: EventFacts,
  at: Instant,
): 'every' | 'some' | 'none' {
  const { what, from } = grant;
  if (!inForce(grant, scope, at) || from !== facts.reporter) return 'none';
  if (what.event !== undefined && what.event !== facts.event) return 'none';
  const named = what.gtin !== undefined || what.lot !== undefined || what.serial !== undefined;
  if (!named) return 'every';
  const covered = facts.subjects.filter((subject) => within(what, subject)).length;
  if (covered === 0) return 'none';
  return covered === facts.subjects.length ? 'every' : 'some';
}

/** True where the grant covers the whole event for this reader at this moment. */
export const grantCovers = (grant: Grant, scope: OrgScope, facts: EventFacts, at: Instant): boolean =>
  grantReach(grant, scope, facts, at) === 'every';
