import { ORGANISATION_ROLES } from '../../custody/org-scope.ts';
import { loadOrganisation } from '../../store/load-organisation.ts';
import { saveOrganisation } from '../../store/organisations.ts';
import { countryIn, glnIn, optionalText, textIn, wordIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';

/** Registers an organisation. */
export const createOrganisation: AdminRun = async (input) => {
  const organisation = {
    gln: glnIn(input, 'gln'),
    name: textIn(input, 'name'),
    role: wordIn(input, 'role', ORGANISATION_ROLES),
    country: countryIn(input),
    ownerGroup: optionalText(input, 'owner-group'),
    sandbox: input['sandbox'] === true,
  };
  if (await loadOrganisation(organisation.gln))
    throw new UnusableInput(`The GLN ${organisation.gln} is registered already.`);
  const realm = await saveOrganisation(organisation);
  return {
    lines: [`${organisation.name} (${organisation.gln}) is registered.`],
    json: { ...organisation, realm },
  };
};
