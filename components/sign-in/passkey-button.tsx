'use client';

import { KeyRound } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { hasPasskeys, provePasskey } from '../settings/web-authn.ts';
import { signInTexts } from '../texts/en/sign-in.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ActionAnswer, ProblemData } from '../ui/problem-data.ts';
import type { PasskeySignIn, SignInScreenProps } from './sign-in-data.ts';

const never = () => () => undefined;

/** Signs in without a password, where the browser can. */
export function PasskeyButton({ passkey, next }: Pick<SignInScreenProps, 'passkey' | 'next'>) {
  const supported = useSyncExternalStore(never, hasPasskeys, () => false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  if (!supported) return null;
  const begin = async () => {
    setBusy(true);
    const opened = await openedBy(passkey, next);
    if (opened.ok) return location.assign(opened.value);
    setBusy(false);
    setProblem(opened.problem);
  };
  return (
    <div className="mt-4 flex flex-col gap-4">
      {problem && <Problem problem={problem} />}
      <Button size="large" busy={busy} onClick={begin} className="w-full">
        <KeyRound size={18} aria-hidden />
        {signInTexts.passkey}
      </Button>
    </div>
  );
}

async function openedBy(passkey: PasskeySignIn, next: string | null): Promise<ActionAnswer<string>> {
  const asked = await askServer(passkey.ask);
  if (!asked.ok) return asked;
  const response = await provePasskey(asked.value);
  if (response === undefined)
    return { ok: false, problem: { code: 'page/passkey-cancelled', title: signInTexts.passkeyCancelled } };
  return askServer(() => passkey.open(response, next));
}
