import { revokeKey } from '../../service/admin/issue-key.ts';
import { textIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Ends an API key of an organisation: within five seconds in every running server. */
export const revokeKeyOf: AdminRun = async (input) => {
  const { gln, name } = await registeredOrganisation(input);
  const id = textIn(input, 'id');
  const revoked = await revokeKey(gln, id);
  if (!revoked.ok || !revoked.value)
    throw new UnusableInput(`${name} has no key ${id} that works: list-keys shows them.`);
  return { lines: [`Key ${id} is revoked.`], json: { id, organisation: gln, revoked: true } };
};
