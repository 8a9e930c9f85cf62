'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { batchTexts } from '../texts/en/batch.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { showToast } from '../ui/toast-store.ts';
import type { BatchScreenProps } from './batch-data.ts';

const { lift: texts } = batchTexts;

interface LiftRecallFormProps {
  readonly gtin: string;
  readonly lot: string;
  /** The event that recalled the batch. */
  readonly recall: string;
  readonly send: NonNullable<BatchScreenProps['recall']>['lift'];
}

/** Lifts a recall of one's own. Closed until it is asked for; takes a reason, and that somebody says that they have compared. */
export function LiftRecallForm({ gtin, lot, recall, send }: LiftRecallFormProps) {
  const router = useRouter();
  const requestId = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    requestId.current ??= crypto.randomUUID();
    const { current } = requestId;
    setBusy(true);
    const answer = await askServer(() => send({ gtin, lot, recall, reason }, current));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    requestId.current = undefined;
    showToast({ kind: 'done', text: texts.done(batchTexts.title(lot)) });
    router.refresh();
  };
  // A reason that was changed is another request.
  const renew = () => {
    requestId.current = undefined;
  };
  return (
    <details className="mt-2">
      <summary className="min-h-9 font-medium text-brand">{texts.title}</summary>
      <p className="mt-1 max-w-prose text-ink-soft">{texts.text}</p>
      <form onSubmit={submit} onChange={renew} className="mt-4 flex max-w-xl flex-col gap-5">
        {problem && <Problem problem={problem} />}
        <FormField id={`lift-reason-${recall}`} label={texts.reason} hint={texts.reasonHint}>
          {(control) => (
            <textarea
              {...control}
              name="reason"
              required
              minLength={4}
              maxLength={500}
              rows={3}
              className="field"
            />
          )}
        </FormField>
        <label className="flex min-h-9 items-center gap-3">
          <input type="checkbox" required className="size-5" />
          {texts.confirm}
        </label>
        <Button type="submit" kind="primary" busy={busy}>
          {texts.submit}
        </Button>
      </form>
    </details>
  );
}
