'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { askServer } from './ask-server.ts';
import { Button } from './button.tsx';
import type { ButtonKind, ButtonSize } from './button-class.ts';
import { Problem } from './problem.tsx';
import type { ActionAnswer, ProblemData } from './problem-data.ts';
import { showToast } from './toast-store.ts';

interface ActionFormProps<T> {
  readonly action: (form: FormData) => Promise<ActionAnswer<T>>;
  readonly submit: ReactNode;
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** Said when it is done, where nothing else shows it. */
  readonly done?: string;
  /** Gets what the server answered. The page is loaded anew before, unless `stay`. */
  readonly onDone?: (value: T) => void;
  /** The answer is shown here and would be lost by loading the page anew. */
  readonly stay?: boolean;
  readonly label?: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A form that is sent to the server and says in place that it is under way, done or refused. */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const { action, submit, kind, size, done, onDone, stay = false, label, className, children } = props;
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    setBusy(true);
    const answer = await askServer(() => action(said));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    form.reset();
    if (done !== undefined) showToast({ kind: 'done', text: done });
    if (!stay) router.refresh();
    onDone?.(answer.value);
  };
  return (
    <form onSubmit={send} aria-label={label} className={className ?? 'flex max-w-xl flex-col gap-5'}>
      {problem && <Problem problem={problem} />}
      {children}
      <div>
        <Button type="submit" kind={kind ?? 'primary'} busy={busy} {...(size && { size })}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
