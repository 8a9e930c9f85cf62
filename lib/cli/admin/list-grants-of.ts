import { grantJson } from '../../service/grant-json.ts';
import { listGrants } from '../../service/list-grants.ts';
import { platformScope } from '../../service/platform-scope.ts';
import type { AdminRun } from './admin-run.ts';
import { grantLine } from './grant-line.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** As many as anybody reads in a terminal. */
const MOST = 1_000;

/** The grants that an organisation has given and was given. */
export const listGrantsOf: AdminRun = async (input) => {
  const { gln: organisation } = await registeredOrganisation(input);
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  const { grants } = scope ? await listGrants(scope, { limit: MOST, after: undefined }) : { grants: [] };
  return {
    lines: grants.map(grantLine),
    json: grants.map(grantJson),
  };
};
