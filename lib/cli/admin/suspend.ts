import { momentOf } from '../../kernel/instant.ts';
import { saveSuspension } from '../../store/licences.ts';
import { optionalDate } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Notes a time in which an organisation's licences do not hold. */
export const suspend: AdminRun = async (input) => {
  const { gln, name } = await registeredOrganisation(input);
  const validFrom = optionalDate(input, 'from');
  const validTo = optionalDate(input, 'to');
  if (validFrom === undefined) throw new UnusableInput('--from is missing.');
  if (validTo !== undefined && validTo < validFrom) throw new UnusableInput('--to lies before --from.');
  await saveSuspension(gln, { validFrom, validTo, knownAt: momentOf(Date.now()) });
  return {
    lines: [`The licences of ${name} are suspended from ${validFrom}.`],
    json: { organisation: gln, validFrom, validTo },
  };
};
