import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RegistrationScreen } from '../../../../components/register/registration-screen.tsx';
import { registerTexts } from '../../../../components/texts/en/register.ts';
import { registration } from '../../../../lib/queries/registration-screen.ts';
import { requireScope } from '../../../session/require-scope.ts';
import {
  cancelUnfinished,
  checkOf,
  faultsOf,
  leaveOutFaulty,
  mendFaulty,
  registrationProgress,
  startChecked,
} from './actions.ts';

export const metadata: Metadata = { title: registerTexts.title };

export default async function RegistrationPage({
  params,
}: {
  readonly params: Promise<{ readonly job: string }>;
}) {
  const scope = await requireScope();
  const initial = await registration(scope, (await params).job);
  if (!initial) notFound();
  const actions = {
    ...{ progress: registrationProgress, check: checkOf, faults: faultsOf, mend: mendFaulty },
    ...{ leaveOut: leaveOutFaulty, start: startChecked, cancel: cancelUnfinished },
  };
  return <RegistrationScreen initial={initial} {...actions} />;
}
