import { loadEveryOrganisation } from '../../store/load-organisation.ts';
import { loadParties, saveCompanyPrefix } from '../../store/organisations.ts';
import { textIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Assigns a GS1 company prefix to an organisation. */
export const assignPrefix: AdminRun = async (input) => {
  const { gln, name } = await registeredOrganisation(input);
  const prefix = textIn(input, 'prefix');
  if (!/^[0-9]{4,12}$/.test(prefix))
    throw new UnusableInput(`--prefix ${prefix} is no company prefix: 4 to 12 digits.`);
  const parties = await loadParties((await loadEveryOrganisation()).map((one) => one.gln));
  const owner = [...parties.values()].find(({ companyPrefixes }) => companyPrefixes.includes(prefix));
  if (owner) throw new UnusableInput(`The prefix ${prefix} is assigned to ${owner.name} (${owner.gln}).`);
  await saveCompanyPrefix(gln, prefix);
  return { lines: [`GTINs under ${prefix} are ${name}'s.`], json: { organisation: gln, prefix } };
};
