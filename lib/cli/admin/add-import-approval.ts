import { parseGtin } from '../../gs1/gtin.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { saveImportApproval } from '../../store/import-approvals.ts';
import { type AdminInput, optionalDate, textIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Notes a leave to bring a product from one market into another. */
export const addImportApproval: AdminRun = async (input) => {
  const { gln: party, name, realm } = await registeredOrganisation(input);
  const gtin = parseGtin(textIn(input, 'gtin'));
  if (!gtin.ok) throw new UnusableInput('--gtin is no GTIN.');
  const [fromMarket, toMarket] = [marketIn(input, 'from-market'), marketIn(input, 'to-market')];
  const { from, to } = periodIn(input);
  const approval = { party, fromMarket, toMarket, from, to };
  if (!(await saveImportApproval(realm, gtin.value, approval)))
    throw new UnusableInput(`GTIN ${gtin.value} is not registered.`);
  return {
    lines: [`${name} may bring GTIN ${gtin.value} from ${fromMarket} to ${toMarket} from ${from}.`],
    json: { organisation: party, gtin: gtin.value, fromMarket, toMarket, validFrom: from, validTo: to },
  };
};

function marketIn(input: AdminInput, name: string): string {
  const market = textIn(input, name);
  if (!/^[A-Z]{2}$/.test(market)) throw new UnusableInput(`--${name} is no country of two capital letters.`);
  return market;
}

function periodIn(input: AdminInput): { readonly from: LocalDate; readonly to: LocalDate | undefined } {
  const [from, to] = [optionalDate(input, 'from'), optionalDate(input, 'to')];
  if (from === undefined) throw new UnusableInput('--from is missing.');
  if (to !== undefined && to < from) throw new UnusableInput('--to lies before --from.');
  return { from, to };
}
