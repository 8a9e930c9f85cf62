import type { AdminCommandName } from '../admin-commands.ts';
import type { AdminInput } from '../admin-input.ts';
import type { ConsoleIo } from '../console-io.ts';
import { addAgent } from './add-agent.ts';
import { addImportApproval } from './add-import-approval.ts';
import { addLicence } from './add-licence.ts';
import { addLocation } from './add-location.ts';
import type { AdminAnswer, AdminRun } from './admin-run.ts';
import { assignPrefix } from './assign-prefix.ts';
import { createAdministrator } from './create-administrator.ts';
import { createOrganisation } from './create-organisation.ts';
import { createPersonOf } from './create-person-of.ts';
import { demandSecondFactorOf } from './demand-second-factor-of.ts';
import { giveGrantOf } from './give-grant-of.ts';
import { inviteTo } from './invite-to.ts';
import { issueKeyTo } from './issue-key-to.ts';
import { listGrantsOf } from './list-grants-of.ts';
import { listKeys } from './list-keys.ts';
import { listLicences } from './list-licences.ts';
import { listLocations } from './list-locations.ts';
import { listOrganisations } from './list-organisations.ts';
import { listUsers } from './list-users.ts';
import { recover } from './recover.ts';
import { resetSecondFactorOf } from './reset-second-factor-of.ts';
import { revokeGrantOf } from './revoke-grant-of.ts';
import { revokeKeyOf } from './revoke-key-of.ts';
import { suspend } from './suspend.ts';

const RUNS: Readonly<Record<AdminCommandName, AdminRun>> = {
  'create-administrator': createAdministrator,
  'create-organisation': createOrganisation,
  'add-location': addLocation,
  'add-licence': addLicence,
  'add-import-approval': addImportApproval,
  suspend,
  'assign-prefix': assignPrefix,
  'add-agent': addAgent,
  'create-user': createPersonOf,
  'issue-key': issueKeyTo,
  'revoke-key': revokeKeyOf,
  invite: inviteTo,
  'demand-second-factor': demandSecondFactorOf,
  'reset-second-factor': resetSecondFactorOf,
  'give-grant': giveGrantOf,
  'revoke-grant': revokeGrantOf,
  'list-grants': listGrantsOf,
  recover,
  'list-organisations': listOrganisations,
  'list-locations': listLocations,
  'list-licences': listLicences,
  'list-users': listUsers,
  'list-keys': listKeys,
};

/** Runs a command on the database of the environment. */
export const runAdminCommand = (
  name: AdminCommandName,
  input: AdminInput,
  io: ConsoleIo,
): Promise<AdminAnswer> => RUNS[name](input, io);
