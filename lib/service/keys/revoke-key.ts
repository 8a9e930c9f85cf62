import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { actorPseudonym } from '../../evidence/event-id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { endKey, lockSigningKeys } from '../../store/actor-keys.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { KeyFault } from './key-fault.ts';

/** A key to end. */
export interface KeyToRevoke {
  readonly id: string;
  /** Since when others may have had it. */
  readonly compromisedSince: Instant | undefined;
}

/**
 * Ends an active key of the organisation: no event recorded from now on may be signed with it. Where it was the one that the platform held,
 * and the organisation has one of its own, nothing is recorded without the organisation's signature any more; where it was the last, the
 * platform makes one with the next event. Errors: `auth/forbidden`, `not-found`.
 */
export async function revokeKey(
  scope: OrgScope,
  { id, compromisedSince }: KeyToRevoke,
  now: Instant,
): Promise<Result<void, KeyFault>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  return inTransaction(async (tx): Promise<Result<void, KeyFault>> => {
    const key = (await lockSigningKeys(tx, scope.organisation)).find((one) => one.id === id);
    if (!key) return err({ code: 'not-found' });
    const { publicKey, holder } = key;
    await endKey(tx, scope, {
      ...{ action: 'revoke', holder, publicKey, time: now, compromisedSince },
      actor: actorPseudonym(networkKeyOf(scope), scope.organisation),
      ...{ replaces: undefined, signer: undefined, possession: undefined, authority: undefined },
    });
    return ok(undefined);
  });
}
