import { USER_ROLES } from '../../custody/org-scope.ts';
import { glnIn, optionalGln, wordIn } from '../admin-input.ts';
import type { AdminRun } from './admin-run.ts';
import { makePerson } from './make-person.ts';

/** Makes a person who works for an organisation. */
export const createPersonOf: AdminRun = async (input, io) => {
  const membership = {
    organisation: glnIn(input, 'organisation'),
    userRole: wordIn(input, 'role', USER_ROLES),
    location: optionalGln(input, 'location'),
  };
  return makePerson(input, io, { memberships: [membership], platformAdministrator: false });
};
