import { USER_ROLES } from '../../custody/org-scope.ts';
import { type Instant, instantOf, instantText } from '../../kernel/instant.ts';
import { issueKey } from '../../service/admin/issue-key.ts';
import { API_SCOPES, type ApiScope } from '../../store/api-keys.ts';
import {
  type AdminInput,
  optionalGln,
  optionalNumber,
  optionalText,
  textIn,
  wordIn,
} from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS = 365;

/** Makes an API key of an organisation. Its text is told this once and kept nowhere. */
export const issueKeyTo: AdminRun = async (input) => {
  const { gln } = await registeredOrganisation(input);
  const expiresAt = expiryIn(input);
  const order = {
    name: textIn(input, 'name'),
    location: optionalGln(input, 'location'),
    userRole: optionalText(input, 'role') === undefined ? 'operator' : wordIn(input, 'role', USER_ROLES),
    scopes: scopesIn(input),
    expiresAt,
  };
  const issued = await issueKey(gln, order);
  if (!issued.ok)
    throw new UnusableInput(
      `The location ${order.location} is not one of this organisation's: make it with add-location.`,
    );
  const { id, text } = issued.value;
  return {
    lines: [`Key ${id}, until ${instantText(expiresAt)}. Shown this once:`, text],
    json: { id, key: text, organisation: gln, ...order, expiresAt: instantText(expiresAt) },
  };
};

function expiryIn(input: AdminInput): Instant {
  const days = optionalNumber(input, 'days', [1, 3650]) ?? DAYS;
  const expiresAt = instantOf(Date.now() + Math.round(days) * DAY_MS);
  if (!expiresAt.ok) throw new Error('the clock of this machine is out of range');
  return expiresAt.value;
}

function scopesIn(input: AdminInput): readonly ApiScope[] {
  const given = input['scope'];
  if (!Array.isArray(given)) return API_SCOPES.filter((scope) => scope !== 'administer');
  return given.map((text: unknown) => {
    const scope = API_SCOPES.find((one) => one === text);
    if (scope === undefined)
      throw new UnusableInput(`--scope ${String(text)} is none of: ${API_SCOPES.join(', ')}.`);
    return scope;
  });
}
