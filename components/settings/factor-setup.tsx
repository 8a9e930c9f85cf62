import { accountTexts } from '../texts/en/account.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CodeField } from './code-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { FactorActions, NewFactor } from './settings-data.ts';

const { factor: texts } = accountTexts;

interface FactorSetupProps {
  readonly factor: NewFactor;
  readonly confirm: FactorActions['confirm'];
  readonly onDone: () => void;
}

/** The key for the authenticator app, the recovery codes, and the first code that shows that both sides have the key. */
export function FactorSetup({ factor, confirm, onDone }: FactorSetupProps) {
  return (
    <>
      <div>
        <p className="font-medium">{texts.scan}</p>
        {/* biome-ignore lint/performance/noImgElement: a data address is no file that could be made smaller */}
        <img
          src={factor.picture}
          alt={texts.scan}
          width={200}
          height={200}
          className="mt-2 rounded-control bg-white p-3"
        />
        <p className="mt-3 text-ink-soft text-note">{texts.typeInstead}</p>
        <p className="flex items-start gap-1">
          <code data-secret className="min-w-0 break-all font-mono" dir="ltr">
            {factor.key}
          </code>
          <CopyButton value={factor.key} what={texts.key} />
        </p>
      </div>
      <RecoveryCodes codes={factor.recoveryCodes} />
      <ActionForm action={confirm} submit={texts.confirm} done={texts.done} onDone={onDone}>
        <CodeField id="factor-code" label={texts.code} hint={texts.codeHint} />
      </ActionForm>
    </>
  );
}
