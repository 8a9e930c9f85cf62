import { momentOf } from '../../kernel/instant.ts';
import { endGrant } from '../../service/end-grant.ts';
import { platformScope } from '../../service/platform-scope.ts';
import { textIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { grantLine } from './grant-line.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Ends a grant at once. */
export const revokeGrantOf: AdminRun = async (input) => {
  const { gln: organisation, name } = await registeredOrganisation(input);
  const id = textIn(input, 'id');
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  const ended =
    scope && /^[0-9a-f]{32}$/.test(id) ? await endGrant(scope, id, momentOf(Date.now())) : undefined;
  if (!ended?.ok) throw new UnusableInput(`${name} has given no grant ${id}: list-grants shows them.`);
  return { lines: [grantLine(ended.value)], json: { id, organisation, revoked: true } };
};
