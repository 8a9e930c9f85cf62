import type { AdminRun } from './admin-run.ts';
import { makePerson } from './make-person.ts';

/** Makes an administrator of the platform, who belongs to no organisation. */
export const createAdministrator: AdminRun = (input, io) =>
  makePerson(input, io, { memberships: [], platformAdministrator: true });
