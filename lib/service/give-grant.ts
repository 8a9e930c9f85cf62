import { administers } from '../auth/administers.ts';
import { purposeOf } from '../auth/mint-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadGrant, saveGrant } from '../store/grants.ts';
import { loadOrganisation } from '../store/load-organisation.ts';

/** What is to be granted. Without a purpose it is for what the receiver's role is for; without a beginning it begins at once. */
export interface GrantOrder extends Pick<Grant, 'to' | 'what' | 'validUntil'> {
  readonly purpose?: Grant['purpose'] | undefined;
  readonly validFrom?: Instant | undefined;
  /** 32 hex digits that name this grant: given twice under one name it is given once. */
  readonly id: string;
}

/** Why nothing is granted. */
export type GrantError =
  /** Only an administrator of the whole organisation opens its records. */
  | { readonly code: 'auth/forbidden' }
  /** Nobody else of the same world is registered under the GLN. */
  | { readonly code: 'grant/receiver' }
  /** The receiver never reads for this purpose: the grant would be of no use. */
  | { readonly code: 'grant/purpose' }
  /** It would end before it begins, or has ended already. */
  | { readonly code: 'grant/period' }
  /** A batch and a serial are those of a product. */
  | { readonly code: 'grant/subject' };

/**
 * Lets another organisation see own records beyond what custody.md 6 shows it anyway, at `at`; it is stated in the log. Errors: those of
 * {@link GrantError}; then nothing is granted.
 */
export async function giveGrant(
  scope: OrgScope,
  order: GrantOrder,
  at: Instant,
): Promise<Result<Grant, GrantError>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  const { to, what, validUntil, id } = order;
  const validFrom = order.validFrom ?? at;
  if (!isSubject(what)) return err({ code: 'grant/subject' });
  if (validUntil !== undefined && validUntil <= Math.max(validFrom, at)) return err({ code: 'grant/period' });
  const receiver = to === scope.organisation ? undefined : await loadOrganisation(to);
  if (receiver?.realm !== scope.realm) return err({ code: 'grant/receiver' });
  const purpose = purposeOf(receiver.role);
  if (order.purpose !== undefined && order.purpose !== purpose) return err({ code: 'grant/purpose' });
  await saveGrant(scope, { id, to, what, purpose, validFrom, validUntil }, at);
  const given = await loadGrant(scope, id);
  if (!given) throw new Error('a grant that was given is kept');
  return ok(given);
}

const isSubject = ({ gtin, lot, serial }: Grant['what']): boolean =>
  gtin !== undefined || (lot === undefined && serial === undefined);
