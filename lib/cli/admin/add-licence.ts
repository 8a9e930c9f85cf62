import { saveLicence } from '../../store/licences.ts';
import { optionalDate, textIn, wordIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

const ACTIVITIES = ['manufacture', 'wholesale', 'dispense', 'import'] as const;

/** Notes a licence of an organisation. */
export const addLicence: AdminRun = async (input) => {
  const { gln, name } = await registeredOrganisation(input);
  const activity = wordIn(input, 'activity', ACTIVITIES);
  const market = textIn(input, 'market');
  const validFrom = optionalDate(input, 'from');
  const validTo = optionalDate(input, 'to');
  if (validFrom === undefined) throw new UnusableInput('--from is missing.');
  if (validTo !== undefined && validTo < validFrom) throw new UnusableInput('--to lies before --from.');
  await saveLicence(gln, { activity, market, validFrom, validTo, knownAt: undefined });
  return {
    lines: [`${name} is licensed to ${activity} in ${market} from ${validFrom}.`],
    json: { organisation: gln, activity, market, validFrom, validTo },
  };
};
