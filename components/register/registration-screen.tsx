import { registerTexts } from '../texts/en/register.ts';
import { PageHead } from '../ui/page-head.tsx';
import type { RegistrationScreenProps } from './register-data.ts';
import { RegistrationProgressView } from './registration-progress.tsx';

/** The page of one registration: where it stands, at an address that stays. */
export function RegistrationScreen(props: RegistrationScreenProps) {
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={registerTexts.progress.title(props.initial.batch.batch)} />
      <RegistrationProgressView {...props} />
    </div>
  );
}
