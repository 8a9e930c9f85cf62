import { createPerson, type NewPerson, type PersonError } from '../../service/admin/create-person.ts';
import { type AdminInput, textIn } from '../admin-input.ts';
import type { ConsoleIo } from '../console-io.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminAnswer } from './admin-run.ts';
import { chosenPassword, passwordLines } from './chosen-password.ts';

/** Makes a person from `--email` and `--name`, with what else they are. */
export async function makePerson(
  input: AdminInput,
  io: ConsoleIo,
  what: Pick<NewPerson, 'memberships' | 'platformAdministrator'>,
): Promise<AdminAnswer> {
  const email = textIn(input, 'email');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UnusableInput(`--email ${email} is no e-mail address.`);
  const name = textIn(input, 'name');
  const chosen = await chosenPassword(input, io);
  const made = await createPerson({ email, name, password: chosen.password, ...what });
  if (!made.ok) throw new UnusableInput(sentenceFor(made.error, email));
  const told = chosen.generated ? { password: chosen.password } : {};
  return {
    lines: [`${email} can sign in now.`, ...passwordLines(chosen)],
    json: { id: made.value, email, name, ...told },
  };
}

function sentenceFor(error: PersonError, email: string): string {
  switch (error.code) {
    case 'person/exists':
      return `Somebody signs in with ${email} already.`;
    case 'person/password-too-short':
      return `A password has at least ${error.shortest} characters.`;
    case 'person/organisation-unknown':
      return `No organisation has the GLN ${error.organisation}: make it with create-organisation.`;
    case 'person/location-not-theirs':
      return `The location ${error.location} is not one of this organisation's: make it with add-location.`;
  }
}
