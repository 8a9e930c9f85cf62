import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RegistrationScreen } from '../../../../components/register/registration-screen.tsx';
import { registerTexts } from '../../../../components/texts/en/register.ts';
import { registration } from '../../../../lib/queries/register-screen.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { registrationProgress } from '../actions.ts';

export const metadata: Metadata = { title: registerTexts.title };

export default async function RegistrationPage({
  params,
}: {
  readonly params: Promise<{ readonly job: string }>;
}) {
  const scope = await requireScope();
  const initial = await registration(scope, (await params).job);
  if (!initial) notFound();
  return <RegistrationScreen initial={initial} progress={registrationProgress} />;
}
