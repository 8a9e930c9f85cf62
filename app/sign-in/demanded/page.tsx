import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { PAGE } from '../../../components/page-addresses.ts';
import { DemandedScreen } from '../../../components/sign-in/demanded-screen.tsx';
import { signInTexts } from '../../../components/texts/en/sign-in.ts';
import { personOfSession } from '../../../lib/auth/scope-of-session.ts';
import { accountScreen } from '../../../lib/queries/account-screen.ts';
import {
  addPasskey,
  askPasskey,
  beginFactor,
  confirmFactor,
  removeFactor,
  renewCodes,
  takePasskeyAway,
} from '../../session/account-actions.ts';
import { signOut } from '../../session/actions.ts';

export const metadata: Metadata = { title: signInTexts.demanded.title };

export default async function DemandedPage() {
  const person = await personOfSession(await headers());
  if (!person.ok) redirect(PAGE.signIn);
  if (!person.value.needsSecondFactor) redirect(PAGE.home);
  return (
    <DemandedScreen
      account={await accountScreen(person.value)}
      factor={{ begin: beginFactor, confirm: confirmFactor, remove: removeFactor, renewCodes }}
      passkey={{ ask: askPasskey, keep: addPasskey, remove: takePasskeyAway }}
      signOut={signOut}
    />
  );
}
