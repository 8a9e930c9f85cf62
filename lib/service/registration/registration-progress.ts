import type { OrgScope } from '../../custody/org-scope.ts';
import { loadRegistrationState, type RegistrationState } from '../../store/registration-state.ts';

/** How far a registration of the organisation is, and the job that works on it. */
export type RegistrationProgress = RegistrationState;

/** How far a registration of the scope's organisation is; what is another's and what does not exist are answered alike. */
export const registrationProgress = (
  scope: OrgScope,
  id: string,
): Promise<RegistrationProgress | undefined> => loadRegistrationState(scope, id);
