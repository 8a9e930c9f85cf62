import { USER_ROLES } from '../../custody/org-scope.ts';
import { type Gln, parseGln } from '../../gs1/gln.ts';
import { instantText, momentOf } from '../../kernel/instant.ts';
import { type InviteError, invitePerson } from '../../service/accounts/invite-person.ts';
import { platformScope } from '../../service/platform-scope.ts';
import { type AdminInput, optionalNumber, textIn, wordIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

const DAYS = 7;

/** Makes a link by which a person becomes a member of an organisation; it is told this once. */
export const inviteTo: AdminRun = async (input) => {
  const { gln: organisation, name } = await registeredOrganisation(input);
  const userRole = wordIn(input, 'role', USER_ROLES);
  const email = textIn(input, 'email');
  const locations = locationsIn(input);
  const places = locations.length === 0 ? [undefined] : locations;
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  if (!scope) throw new Error('a registered organisation has a scope');
  const days = optionalNumber(input, 'days', [1, 30]) ?? DAYS;
  const order = { email, days, places: places.map((location) => ({ location, userRole })) };
  const invited = await invitePerson(scope, order, momentOf(Date.now()));
  if (!invited.ok) throw new UnusableInput(SENTENCES[invited.error.code]);
  const { id, link, expiresAt } = invited.value;
  return {
    lines: [`${email} can join ${name} once, until ${instantText(expiresAt)}. Shown this once:`, link],
    json: { id, link, organisation, email, userRole, locations, expiresAt: instantText(expiresAt) },
  };
};

const SENTENCES: Readonly<Record<InviteError['code'], string>> = {
  'auth/forbidden': 'The platform administers every organisation.',
  'person/email': '--email is no e-mail address.',
  'person/places':
    'A --location is not one of this organisation’s, or stands twice: list-locations shows them.',
};

function locationsIn(input: AdminInput): readonly Gln[] {
  const given = input['location'];
  if (!Array.isArray(given)) return [];
  return given.map((text: unknown) => {
    const gln = parseGln(String(text));
    if (!gln.ok) throw new UnusableInput(`--location ${String(text)} is no GLN.`);
    return gln.value;
  });
}
