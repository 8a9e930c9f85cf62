'use client';

import { useState } from 'react';
import type { AccountRow } from '../../lib/queries/account-screen.ts';
import { accountTexts } from '../texts/en/account.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { Card } from '../ui/card.tsx';
import { FactorSetup } from './factor-setup.tsx';
import { PasswordAgain } from './password-again.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { FactorActions, NewFactor } from './settings-data.ts';

const { factor: texts } = accountTexts;

interface SecondFactorCardProps {
  readonly secondFactor: AccountRow['secondFactor'];
  readonly isDemanded: boolean;
  readonly actions: FactorActions;
  /** Called when it has just been turned on. */
  readonly onConfirmed?: () => void;
}

/** The second factor: whether it is on, and how to turn it on, off, or get new recovery codes. */
export function SecondFactorCard({ secondFactor, isDemanded, actions, onConfirmed }: SecondFactorCardProps) {
  const [begun, setBegun] = useState<NewFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const confirmed = () => {
    setBegun(undefined);
    onConfirmed?.();
  };
  return (
    <Card title={texts.title}>
      <p className="max-w-prose">
        {secondFactor ? texts.on : texts.off}
        {isDemanded && ` ${texts.demanded}`}
      </p>
      <div className="mt-5 flex flex-col gap-6">
        {!secondFactor && !begun && (
          <ActionForm action={actions.begin} submit={texts.begin} stay onDone={setBegun}>
            <p className="text-ink-soft">{texts.beginText}</p>
            <PasswordAgain id="factor-password" />
          </ActionForm>
        )}
        {begun && <FactorSetup factor={begun} confirm={actions.confirm} onDone={confirmed} />}
        {secondFactor && (
          <>
            <p>{texts.codesLeft(secondFactor.codesLeft)}</p>
            {codes && <RecoveryCodes codes={codes} />}
            <Folded title={texts.renew}>
              <ActionForm
                action={actions.renewCodes}
                submit={texts.renew}
                kind="secondary"
                stay
                onDone={setCodes}
              >
                <PasswordAgain id="codes-password" />
              </ActionForm>
            </Folded>
            <Folded title={texts.move}>
              <ActionForm action={actions.begin} submit={texts.move} kind="secondary" stay onDone={setBegun}>
                <p className="text-ink-soft">{texts.moveText}</p>
                <PasswordAgain id="move-password" />
              </ActionForm>
            </Folded>
            {!isDemanded && (
              <Folded title={texts.remove}>
                <ActionForm
                  action={actions.remove}
                  submit={texts.remove}
                  kind="secondary"
                  done={texts.removed}
                >
                  <PasswordAgain id="remove-password" />
                </ActionForm>
              </Folded>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <details>
      <summary className="min-h-9 font-medium text-brand">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
