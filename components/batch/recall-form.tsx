'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { batchTexts } from '../texts/en/batch.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { showToast } from '../ui/toast-store.ts';
import type { BatchScreenProps, RecallRequest } from './batch-data.ts';

const { recall: texts } = batchTexts;
const CLASSES = ['I', 'II', 'III'] as const;

type RecallFormProps = Pick<NonNullable<BatchScreenProps['recall']>, 'market' | 'send'> & {
  readonly gtin: string;
  readonly lot: string;
};

/** Recalls a batch. Closed until it is asked for, and not sent before somebody says that they have compared. */
export function RecallForm({ gtin, lot, market, send }: RecallFormProps) {
  const router = useRouter();
  const requestId = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const request = requestOf(new FormData(event.currentTarget), gtin, lot, market);
    requestId.current ??= crypto.randomUUID();
    const { current } = requestId;
    setBusy(true);
    const answer = await askServer(() => send(request, current));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    requestId.current = undefined;
    showToast({ kind: 'done', text: texts.done(batchTexts.title(lot)) });
    router.refresh();
  };
  return (
    <Card>
      <details>
        <summary className="min-h-9 font-semibold text-lead">{texts.title}</summary>
        <p className="mt-2 max-w-prose text-ink-soft">{texts.text}</p>
        <form onSubmit={submit} className="mt-5 flex max-w-xl flex-col gap-5">
          {problem && <Problem problem={problem} />}
          <FormField id="recall-class" label={texts.classLabel}>
            {(control) => (
              <select {...control} name="class" required defaultValue="II" className="field">
                {CLASSES.map((name) => (
                  <option key={name} value={name}>
                    {texts.classes[name]}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {market === null ? (
            <FormField id="recall-reach" label={texts.reachLabel} hint={texts.reachHint} optional>
              {(control) => (
                <input
                  {...control}
                  name="reach"
                  pattern="\s*([A-Za-z]{2}[ ,]*)*"
                  className="field uppercase"
                />
              )}
            </FormField>
          ) : (
            <p className="text-ink-soft">{texts.ownMarket}</p>
          )}
          <label className="flex min-h-9 items-center gap-3">
            <input type="checkbox" required className="size-5" />
            {texts.confirm}
          </label>
          <Button type="submit" kind="primary" busy={busy}>
            {texts.submit}
          </Button>
        </form>
      </details>
    </Card>
  );
}

function requestOf(form: FormData, gtin: string, lot: string, market: string | null): RecallRequest {
  const recallClass = CLASSES.find((name) => name === form.get('class')) ?? 'II';
  const named = String(form.get('reach') ?? '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((country) => country !== '');
  return { gtin, lot, recallClass, reach: market === null ? named : [market] };
}
