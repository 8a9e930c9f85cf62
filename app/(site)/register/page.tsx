import type { Metadata } from 'next';
import { RegisterScreen } from '../../../components/register/register-screen.tsx';
import { registerTexts } from '../../../components/texts/en/register.ts';
import { registerScreen } from '../../../lib/queries/register-screen.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScopeAt } from '../../session/require-scope.ts';
import { startRegistration, takenSerials } from './actions.ts';

export const metadata: Metadata = { title: registerTexts.title };

export default async function RegisterPage() {
  return (
    <RegisterScreen
      {...(await registerScreen(await requireScopeAt('register'), requestTime()))}
      start={startRegistration}
      takenSerials={takenSerials}
    />
  );
}
