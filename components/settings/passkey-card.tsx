'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import type { AccountRow } from '../../lib/queries/account-screen.ts';
import { accountTexts } from '../texts/en/account.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { TimeText } from '../ui/time-text.tsx';
import { showToast } from '../ui/toast-store.ts';
import type { PasskeyActions } from './settings-data.ts';
import { hasPasskeys, makePasskey } from './web-authn.ts';

const { passkeys: texts } = accountTexts;
const never = () => () => undefined;

interface PasskeyCardProps {
  readonly passkeys: AccountRow['passkeys'];
  readonly actions: PasskeyActions;
}

/** The passkeys of a person: made on this device, and taken away. */
export function PasskeyCard({ passkeys, actions }: PasskeyCardProps) {
  const supported = useSyncExternalStore(never, hasPasskeys, () => true);
  return (
    <Card title={texts.title}>
      <p className="max-w-prose text-ink-soft">{texts.text}</p>
      <ul className="my-4 divide-y divide-line">
        {passkeys.length === 0 && <li>{texts.none}</li>}
        {passkeys.map(({ id, name, createdAt, backedUp }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="ms-2 text-ink-soft text-note">
                {createdAt !== null && <TimeText at={createdAt} />}
                {backedUp && ` · ${texts.backedUp}`}
              </span>
            </span>
            <ActionForm
              action={actions.remove}
              submit={texts.remove}
              kind="secondary"
              size="small"
              done={texts.removed}
              label={texts.removeLabel(name)}
              className="flex flex-col gap-2"
            >
              <input type="hidden" name="id" value={id} />
            </ActionForm>
          </li>
        ))}
      </ul>
      {supported ? <AddPasskey actions={actions} /> : <p>{texts.unsupported}</p>}
    </Card>
  );
}

function AddPasskey({ actions }: { readonly actions: PasskeyActions }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '');
    setBusy(true);
    const found = await added(actions, name);
    setBusy(false);
    setProblem(found);
    if (found) return;
    form.reset();
    showToast({ kind: 'done', text: texts.added });
    router.refresh();
  };
  return (
    <form onSubmit={add} className="flex max-w-xl flex-col gap-4">
      {problem && <Problem problem={problem} />}
      <FormField id="passkey-name" label={texts.name} hint={texts.nameHint}>
        {(control) => <input {...control} name="name" required maxLength={60} className="field" />}
      </FormField>
      <div>
        <Button type="submit" busy={busy}>
          {texts.add}
        </Button>
      </div>
    </form>
  );
}

/** Why no passkey was added. */
async function added(actions: PasskeyActions, name: string): Promise<ProblemData | undefined> {
  const asked = await askServer(actions.ask);
  if (!asked.ok) return asked.problem;
  const response = await makePasskey(asked.value);
  if (response === undefined) return { code: 'page/passkey-cancelled', title: texts.cancelled };
  const kept = await askServer(() => actions.keep(response, name));
  return kept.ok ? undefined : kept.problem;
}
