import type { Gln } from '../../gs1/gln.ts';
import { loadOrganisation, type RegisteredOrganisation } from '../../store/load-organisation.ts';
import { type AdminInput, glnIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';

/** The organisation that an option names. Throws {@link UnusableInput} where it is not registered. */
export async function registeredOrganisation(
  input: AdminInput,
  option = 'organisation',
): Promise<RegisteredOrganisation> {
  const gln: Gln = glnIn(input, option);
  const organisation = await loadOrganisation(gln);
  if (!organisation)
    throw new UnusableInput(`No organisation has the GLN ${gln}: make it with create-organisation.`);
  return organisation;
}
