import type { Metadata } from 'next';
import { ForgetStation } from '../../components/offline/forget-station.tsx';
import { SignInScreen } from '../../components/sign-in/sign-in-screen.tsx';
import { signInTexts } from '../../components/texts/en/sign-in.ts';
import { demoAccounts } from '../../lib/auth/demo-accounts.ts';
import { signInByForm, stepIntoDemoAccount } from '../session/actions.ts';
import { localPath } from '../session/local-path.ts';
import { askPasskeyAtSignIn, signInByPasskey } from '../session/sign-in-actions.ts';

export const metadata: Metadata = { title: signInTexts.title };

export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}) {
  const roles = demoAccounts();
  return (
    <>
      <ForgetStation />
      <SignInScreen
        signIn={signInByForm}
        passkey={{ ask: askPasskeyAtSignIn, open: signInByPasskey }}
        next={localPath((await searchParams).next)}
        demo={roles ? { roles, switchTo: stepIntoDemoAccount } : null}
      />
    </>
  );
}
