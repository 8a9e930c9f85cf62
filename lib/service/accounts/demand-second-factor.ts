import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saveSecondFactorDemand } from '../../store/second-factors.ts';

export type DemandError =
  | { readonly code: 'auth/forbidden' }
  /** Who demands it must have given one, or would be the first whom it shuts out. */
  | { readonly code: 'auth/second-factor-needed' };

/**
 * Demands a second factor of everybody who speaks for the organisation by a session, or no more. `isStrong`: whether the session that
 * asks was opened by more than a password. Errors: those of {@link DemandError}.
 */
export async function demandSecondFactor(
  scope: OrgScope,
  demanded: boolean,
  isStrong: boolean,
): Promise<Result<void, DemandError>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  if (demanded && !isStrong) return err({ code: 'auth/second-factor-needed' });
  await saveSecondFactorDemand(scope, demanded);
  return ok(undefined);
}
