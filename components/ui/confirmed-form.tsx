'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Problem } from './problem.tsx';
import type { ActionAnswer } from './problem-data.ts';
import { showToast } from './toast-store.ts';
import { useOnceForm } from './use-once-form.ts';

interface ConfirmedFormProps {
  readonly title: string;
  readonly titleClass: string;
  readonly text: string;
  /** What somebody says that they have compared or understood before the form is sent. */
  readonly confirm: string;
  readonly submit: string;
  /** Said when it is done. */
  readonly done: string;
  readonly send: (form: FormData, requestId: string) => Promise<ActionAnswer<unknown>>;
  readonly children: ReactNode;
}

/**
 * Something with consequences: closed until it is asked for, and not sent before somebody has confirmed it.
 */
export function ConfirmedForm({
  title,
  titleClass,
  text,
  confirm,
  submit,
  done,
  send,
  children,
}: ConfirmedFormProps) {
  const router = useRouter();
  const { busy, problem, handlers } = useOnceForm(send, () => {
    showToast({ kind: 'done', text: done });
    router.refresh();
  });
  return (
    <details>
      <summary className={`min-h-9 ${titleClass}`}>{title}</summary>
      <p className="mt-2 max-w-prose text-ink-soft">{text}</p>
      <form {...handlers} className="mt-5 flex max-w-xl flex-col gap-5">
        {problem && <Problem problem={problem} />}
        {children}
        <label className="flex min-h-9 items-center gap-3">
          <input type="checkbox" required className="size-5" />
          {confirm}
        </label>
        <Button type="submit" kind="primary" busy={busy}>
          {submit}
        </Button>
      </form>
    </details>
  );
}
